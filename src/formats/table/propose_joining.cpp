#include <algorithm>
#include <map>

#include "formats/table/folded.h"
#include "formats/table/mapped_rows.h"
#include "formats/table/proposing.h"

// Tables that name recordings by number instead of ISRC: whether this is one, and what only a
// person can say about its rows.
namespace umikoe::formats::table {
namespace {

// What rows by number leave open.
struct OpenRows {
  long several = 0;  // of several recordings, without saying that all are meant
  long unknown = 0;
  std::string several_number;
  std::string unknown_number;

  void add(const JoinedRecordings& found) {
    if (found.several && ++several == 1) several_number = found.number;
    if (found.unknown && ++unknown == 1) unknown_number = found.number;
  }
};

}  // namespace

bool Proposing::has_number_candidate() const {
  for (const Column& column : joining_columns(proposal_.mapping.kind)) {
    const bool number = is_number_column(column.name);
    if (number && (!candidates(column.name).empty() || by_values(column.name))) return true;
  }
  return false;
}

// Rows without an ISRC need another name; where each row has its ISRC, numbers are only for the
// eye.
Result<void> Proposing::look_for_numbers() {
  if (!has_number_candidate()) return {};
  std::optional<size_t> isrc;
  if (saved_) {
    for (const ColumnSource& source : saved_->columns) {
      const auto at = std::ranges::find(proposal_.labels, source.header);
      if (source.target == "isrc" && at != proposal_.labels.end()) {
        isrc = static_cast<size_t>(at - proposal_.labels.begin());
      }
    }
  }
  const auto named = candidates("isrc");
  if (!isrc) isrc = named.size() == 1 ? std::optional(named[0]) : by_values("isrc");
  if (!isrc || sources_[*isrc].isrcs == 0) {
    joins_ = named.size() <= 1;
    return {};
  }
  const auto read = sheets_->read([&](const TableRow& row) -> Result<void> {
    const auto filled = [&](size_t i) {
      return i < row.cells.size() && !without_spaces_around(row.cells[i]).empty();
    };
    if (filled(*isrc)) return {};
    for (const Column& column : joining_columns(proposal_.mapping.kind)) {
      if (!is_number_column(column.name)) continue;
      if (std::ranges::any_of(candidates(column.name), filled)) joins_ = true;
    }
    return joins_ ? fail(read_enough) : Result<void>();
  });
  if (!read && read.error().code != read_enough) return std::unexpected(read.error());
  return {};
}

void Proposing::add_constant(const std::string& target, const std::string& value) {
  proposal_.columns.push_back(
      {.target = target, .header = {}, .constant = value, .reason = "answer"});
  proposal_.mapping.columns.push_back({target, "", value});
}

Result<void> Proposing::ask_about_numbers() {
  const bool by_number = std::ranges::any_of(proposal_.columns, [](const ProposedColumn& column) {
    return is_number_column(column.target);
  });
  if (!by_number) return {};
  MappedRows rows(*sheets_, proposal_.mapping);
  RowJoining joining(proposal_.mapping.kind, rows.targets(), numbers_);
  OpenRows open;
  UMIKOE_TRY(rows.read([&](const TableRow& row) -> Result<void> {
    if (row.line == 0 || !joining.by_number(row)) return {};
    UMIKOE_TRY(const auto found, joining.recordings_of(row));
    open.add(found);
    return {};
  }));
  const bool money = proposal_.mapping.kind == Format::table_revenue;
  if (open.several > 0 && !money && !has_column("about")) {
    const std::string taken = ask(
        {.id = "column:about",
         .code = "number_of_release",
         .arguments = {{"number", open.several_number}, {"count", std::to_string(open.several)}},
         .options = {"release", "recording"}},
        [](const std::string& text) {
          const bool known = text == "release" || text == "recording";
          return known ? std::optional(text) : std::nullopt;
        });
    if (!taken.empty()) add_constant("about", taken == "release" ? "either" : taken);
  }
  if (open.unknown > 0 && money && !has_column("unknown_numbers")) {
    const std::string taken = ask(
        {.id = "column:unknown_numbers",
         .code = "numbers_unknown",
         .arguments = {{"number", open.unknown_number}, {"count", std::to_string(open.unknown)}},
         .options = {"total_only"}},
        [](const std::string& text) {
          return text == "total_only" ? std::optional(text) : std::nullopt;
        });
    if (!taken.empty()) add_constant("unknown_numbers", taken);
  }
  return {};
}

}  // namespace umikoe::formats::table
