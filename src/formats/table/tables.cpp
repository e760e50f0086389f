#include "formats/table/tables.h"

#include <algorithm>
#include <array>
#include <map>
#include <optional>

#include "base/limits.h"
#include "formats/table/csv_dialect.h"
#include "formats/table/table_kinds.h"
#include "formats/table/table_reader.h"

namespace umikoe::formats::table {
namespace {

constexpr std::array kinds = {&recordings_kind, &names_kind,  &licences_kind,   &sightings_kind,
                              &parties_kind,    &groups_kind, &revenue_kind,    &deliveries_kind,
                              &plays_kind,      &chart_kind,  &appearances_kind};

const TableKind* kind_of(Format format) {
  for (const TableKind* kind : kinds) {
    if (kind->format == format) return kind;
  }
  return nullptr;
}

// The columns of each kind with those that join rows by number.
const std::vector<Column>& all_columns(Format format) {
  static const auto made = [] {
    std::map<Format, std::vector<Column>> table;
    for (const TableKind* kind : kinds) {
      auto& columns = table[kind->format];
      columns.assign(kind->columns.begin(), kind->columns.end());
      const auto joining = joining_columns(kind->format);
      columns.insert(columns.end(), joining.begin(), joining.end());
    }
    return table;
  }();
  static const std::vector<Column> none;
  const auto at = made.find(format);
  return at == made.end() ? none : at->second;
}

class TableReading {
 public:
  TableReading(const TableKind& kind, const RowSinks& sinks, NumbersSource numbers)
      : kind_(kind), numbers_(std::move(numbers)) {
    result_.contents.sinks = sinks;
  }

  Result<void> row(const TableRow& row) {
    if (!columns_) return header(row);
    if (joining_ && joining_->by_number(row)) return joined(row);
    if (joining_ && names_none(row)) {
      const std::string place = row.sheet.empty() ? "isrc" : row.sheet + "!isrc";
      result_.errors.push_back(
          {"row_names_no_recording", {}, {.file = {}, .line = row.line, .element = place}});
      return enough();
    }
    ++result_.contents.counts.rows;
    return read(row);
  }

 private:
  Result<void> header(const TableRow& row) {
    TableRow with_isrc = row;
    std::vector<std::string> names;
    for (const std::string& cell : row.cells) names.push_back(header_name(cell));
    RowJoining joining(kind_.format, names, numbers_);
    if (joining.possible()) {
      const auto isrc = std::ranges::find(names, "isrc");
      isrc_at_ = static_cast<size_t>(isrc - names.begin());
      if (isrc == names.end()) with_isrc.cells.emplace_back("isrc");
      joining_ = std::move(joining);
    }
    columns_ = Columns::read(with_isrc, all_columns(kind_.format), findings_, result_.errors);
    // Without its columns every row would be wrong in the same way.
    if (!result_.errors.empty()) return fail("columns_wrong");
    return {};
  }

  // A line of money may name no recording, and counts in the statement's total.
  bool names_none(const TableRow& row) const {
    const bool empty = isrc_at_ >= row.cells.size() || columns_->cell(row, "isrc").empty();
    return empty && kind_.format != Format::table_revenue;
  }

  // A row that names recordings by number is read once for each of them.
  Result<void> joined(const TableRow& row) {
    ++result_.contents.counts.rows;
    UMIKOE_TRY(auto found, joining_->recordings_of(row));
    // A service reports all that it played; what no catalogue on file knows is none of ours yet.
    if (found.unknown && kind_.format == Format::table_plays) {
      ++plays_unplaced_;
      return {};
    }
    if (found.error) {
      if (!row.sheet.empty()) {
        found.error->where.element = row.sheet + "!" + found.error->where.element;
      }
      result_.errors.push_back(std::move(*found.error));
      return enough();
    }
    if (!found.isrcs.empty()) ++rows_joined_;
    TableRow with_isrc = row;
    with_isrc.cells.resize(std::max(row.cells.size(), isrc_at_ + 1));
    if (found.isrcs.empty()) return read(with_isrc);
    for (const Isrc& isrc : found.isrcs) {
      with_isrc.cells[isrc_at_] = isrc.to_string();
      UMIKOE_TRY(read(with_isrc));
    }
    return {};
  }

  Result<void> enough() const {
    if (std::ssize(result_.errors) >= limits::errors_kept.value) return fail("too_many_errors");
    return {};
  }

  Result<void> read(const TableRow& row) {
    if (row.cells.size() > columns_->width()) {
      result_.errors.push_back({"row_too_wide",
                                {{"columns", std::to_string(columns_->width())},
                                 {"cells", std::to_string(row.cells.size())}},
                                {.file = {}, .line = row.line, .element = row.sheet}});
    }
    Cells cells(*columns_, row, findings_, result_.errors);
    kind_.read_row(cells, result_.contents);
    return enough();
  }

 public:
  TableResult finish(Result<void> read) {
    // An error of the text itself comes after those of its rows; ours only ended the reading.
    const bool ours =
        !read && (read.error().code == "columns_wrong" || read.error().code == "too_many_errors");
    if (!read && !ours) result_.errors.push_back(std::move(read).error());
    if (!columns_ && result_.errors.empty()) result_.errors.push_back({"table_empty", {}, {}});
    if (rows_joined_ > 0) {
      findings_.add("recordings_joined", {{"count", std::to_string(rows_joined_)}}, {});
    }
    if (plays_unplaced_ > 0 && plays_unplaced_ == result_.contents.counts.rows) {
      result_.errors.push_back(
          {"plays_unplaced", {{"count", std::to_string(plays_unplaced_)}}, {}});
    } else if (plays_unplaced_ > 0) {
      findings_.add("plays_of_unknown_numbers", {{"count", std::to_string(plays_unplaced_)}}, {});
    }
    if (kind_.finish && result_.errors.empty()) {
      kind_.finish(result_.contents, findings_, result_.errors);
    }
    // A header alone can hold more faults than anybody wants to read.
    const auto kept = static_cast<size_t>(limits::errors_kept.value);
    if (result_.errors.size() > kept) result_.errors.resize(kept);
    result_.contents.findings = findings_.take();
    if (!result_.errors.empty()) result_.contents = {};
    return std::move(result_);
  }

 private:
  const TableKind& kind_;
  NumbersSource numbers_;
  Findings findings_;
  std::optional<Columns> columns_;
  std::optional<RowJoining> joining_;
  size_t isrc_at_ = 0;
  int64_t rows_joined_ = 0;
  int64_t plays_unplaced_ = 0;
  TableResult result_;
};

}  // namespace

TableResult read_table(Format format, const ByteSource& source, const RowSinks& sinks,
                       const NumbersSource& numbers) {
  const auto feed = [&](const auto& row) -> Result<void> {
    if (auto read = read_rows(source, row); !read) return std::unexpected(std::move(read).error());
    return {};
  };
  return read_table_rows(format, feed, sinks, numbers);
}

TableResult read_table_rows(Format format, const RowFeed& feed, const RowSinks& sinks,
                            const NumbersSource& numbers) {
  const TableKind* kind = kind_of(format);
  UMIKOE_ASSERT(kind != nullptr);
  TableReading reading(*kind, sinks, numbers);
  return reading.finish(feed([&](const TableRow& row) { return reading.row(row); }));
}

std::vector<Format> table_formats() {
  std::vector<Format> formats;
  for (const TableKind* kind : kinds) formats.push_back(kind->format);
  return formats;
}

std::span<const Column> columns_of(Format format) { return all_columns(format); }

}  // namespace umikoe::formats::table
