#include "app/link_table.h"

#include <algorithm>
#include <array>
#include <charconv>
#include <map>

#include "app/comparable_names.h"
#include "app/file_reading.h"
#include "app/link_decisions.h"
#include "app/link_sides.h"
#include "app/name_forms.h"
#include "base/limits.h"
#include "base/unicode_text.h"
#include "formats/table/csv_dialect.h"
#include "formats/table/table_reader.h"

namespace umikoe::app {
namespace {

using catalogue::LinkRecord;
using formats::table::TableRow;

constexpr std::array<std::string_view, 9> columns{
    "id", "side", "title", "artist", "writers", "composers", "isrc", "duration_ms", "date"};

class LinkRows {
 public:
  // `one_sided`: every row is of side a, whatever a column says.
  LinkRows(MorphologicalEngine& engine, LinkKind kind, bool one_sided = false)
      : names_(engine), kind_(kind), one_sided_(one_sided) {}

  Result<void> add(const TableRow& row) {
    if (places_.empty()) return read_header(row);
    row_ = &row;
    if (std::ranges::all_of(row.cells, &std::string::empty)) return {};
    const std::string side = one_sided_ ? "a" : folded_text(cell("side"));
    if (side != "a" && side != "b") {
      return fail("link_side_unknown", {{"side", cell("side")}}, at("side"));
    }
    auto& records = side == "a" ? a : b;
    if (static_cast<int64_t>(records.size()) >= limits::link_rows.value) {
      return fail("limit_exceeded",
                  {{"limit", std::string(limits::link_rows.name)},
                   {"value", std::to_string(limits::link_rows.value)}},
                  at("id"));
    }
    UMIKOE_TRY(records.emplace_back(), read_record());
    if (one_sided_) {
      row_keys.push_back(link_row_key(
          {cell("title"), cell("artist"), cell("writers"), cell("composers"), cell("isrc")}));
    }
    return {};
  }
  bool has_header() const { return !places_.empty(); }

  ComparableNames& names() { return names_; }

  std::vector<LinkRecord> a;
  std::vector<LinkRecord> b;
  std::vector<std::string> row_keys;  // of side a, where it is the only one

 private:
  Where at(std::string_view column) const { return {"", row_->line, std::string(column)}; }

  std::string cell(std::string_view column) const {
    const auto place = places_.find(column);
    if (place == places_.end() || place->second >= row_->cells.size()) return {};
    return row_->cells[place->second];
  }

  Result<void> read_header(const TableRow& row) {
    for (size_t i = 0; i < row.cells.size(); ++i) {
      const std::string name = formats::table::header_name(row.cells[i]);
      if (std::ranges::find(columns, name) != columns.end()) places_.emplace(name, i);
    }
    const std::string_view named = kind_ == LinkKind::artist ? "artist" : "title";
    for (const std::string_view needed :
         {std::string_view("id"), std::string_view("side"), named}) {
      if (places_.contains(needed) || (one_sided_ && needed == "side")) continue;
      return fail("column_missing", {{"column", std::string(needed)}},
                  Where{"", row.line, std::string(needed)});
    }
    return {};
  }

  Result<LinkRecord> read_record() {
    LinkRecord record;
    record.id = cell("id");
    if (record.id.empty()) return fail("link_id_missing", {}, at("id"));
    record.parts = catalogue::title_parts(cell("title"));
    UMIKOE_TRY(record.title, names_.prepared(record.parts.name));
    UMIKOE_TRY(add_people(cell("artist"), names_, record.artists));
    UMIKOE_TRY(add_people(cell("writers"), names_, record.writers));
    UMIKOE_TRY(add_people(cell("composers"), names_, record.writers));
    UMIKOE_TRY(read_facts(record));
    return record;
  }

  Result<void> read_facts(LinkRecord& record) {
    if (const std::string text = cell("isrc"); !text.empty()) {
      record.isrc = Isrc::parse(text);
      if (!record.isrc) return fail("isrc_malformed", {{"text", text}}, at("isrc"));
    }
    if (const std::string text = cell("duration_ms"); !text.empty()) {
      int64_t value = 0;
      const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), value);
      if (error != std::errc() || end != text.data() + text.size() || value < 0) {
        return fail("number_invalid", {{"text", text}}, at("duration_ms"));
      }
      record.duration_ms = value;
    }
    if (const std::string text = cell("date"); !text.empty()) {
      record.released_on = Date::parse(text);
      if (!record.released_on) return fail("date_invalid", {{"text", text}}, at("date"));
    }
    return {};
  }

  ComparableNames names_;
  LinkKind kind_;
  bool one_sided_;
  std::map<std::string, size_t, std::less<>> places_;
  const TableRow* row_ = nullptr;
};

Result<void> read_file(const FileSource& files, const std::string& path, LinkRows& rows) {
  UMIKOE_TRY(files.files_at(path));  // says no_such_file
  UMIKOE_TRY(const auto source, bytes_of(files, path));
  const auto read =
      formats::table::read_rows(source, [&](const TableRow& row) { return rows.add(row); });
  if (!read) {
    Error error = read.error();
    error.where.file = path;
    return std::unexpected(std::move(error));
  }
  if (!rows.has_header()) return fail("column_missing", {{"column", "id"}}, Where{path, 1, "id"});
  return {};
}

LinkReport report_of(const LinkRows& rows, const catalogue::LinkRules& rules) {
  LinkReport report;
  report.candidates = catalogue::link_records(rows.a, rows.b, rules);
  report.rows = rows.row_keys;
  for (const LinkRecord& record : rows.a) report.ids_a.push_back(record.id);
  for (const LinkRecord& record : rows.b) report.ids_b.push_back(record.id);
  return report;
}

}  // namespace

Result<LinkReport> link_table(const FileSource& files, const std::string& path, LinkKind kind,
                              MorphologicalEngine& engine) {
  LinkRows rows(engine, kind);
  UMIKOE_TRY(read_file(files, path, rows));
  catalogue::LinkRules rules;
  rules.names_are_identity = kind == LinkKind::artist;
  return report_of(rows, rules);
}

Result<LinkReport> link_to_world(const FileSource& files, const std::string& path,
                                 MorphologicalEngine& engine, const LoadedWorld& world) {
  LinkRows rows(engine, LinkKind::recording, true);
  UMIKOE_TRY(read_file(files, path, rows));
  for (const auto& [isrc, forms] : name_forms(world)) {
    UMIKOE_TRY(rows.b.emplace_back(), link_record_of(isrc, forms, rows.names()));
  }
  LinkReport report = report_of(rows, {});
  UMIKOE_TRY(apply_link_decisions(world, report));
  return report;
}

}  // namespace umikoe::app
