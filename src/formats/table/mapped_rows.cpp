#include "formats/table/mapped_rows.h"

#include <algorithm>
#include <array>

#include "base/limits.h"
#include "formats/table/folded.h"

namespace umikoe::formats::table {
namespace {

constexpr std::string_view total_words[] = {"合計",      "総合計",  "総計",   "小計",
                                            "計",        "total",   "totals", "grand total",
                                            "sub total", "subtotal"};

bool is_total(std::string_view text) {
  std::string word = folded(text);
  while (word.ends_with(':')) word.pop_back();
  return std::ranges::find(total_words, word) != std::end(total_words);
}

bool is_note(std::string_view text) {
  const std::string word = folded(text);
  return word.starts_with("※") || word.starts_with("注") || word.starts_with("*") ||
         word.starts_with("(注") || word.starts_with("note");
}

// "台帳!許諾地域" in a workbook, the header alone in a CSV.
std::string place_of(const TableMapping& mapping, const std::string& row_sheet,
                     const std::string& header) {
  const std::string sheet = mapping.sheet == all_sheets ? row_sheet : mapping.sheet;
  if (sheet.empty() || header.empty()) return sheet + header;
  return sheet + "!" + header;
}

std::vector<std::string> codes_of(std::string_view codes) {
  auto parts = split(codes, " ");
  std::erase(parts, "");
  return parts;
}

}  // namespace

MappedRows::MappedRows(const TableSheets& sheets, const TableMapping& mapping)
    : sheets_(sheets), mapping_(mapping), conversion_(mapping) {
  const auto& labels = sheets.labels();
  for (const ColumnSource& source : mapping.columns) {
    Taken taken{.constant = source.header.empty(), .source = &source};
    if (!taken.constant) {
      const auto at = std::ranges::find_if(labels, [&](const std::string& label) {
        return folded_header(label) == folded_header(source.header);
      });
      taken.cell = static_cast<size_t>(at - labels.begin());
    }
    taken.wide = territory_of_target(source.target);
    if (!taken.wide.empty()) {
      wide_ = wide_kind(mapping.kind);
      taken_.push_back(taken);
      continue;
    }
    const bool period = source.target == "period";
    targets_.push_back(period ? "start" : source.target);
    if (period) {
      taken.until = targets_.size();
      targets_.push_back("end");
    }
    taken.split = type_of(mapping.kind, source.target) == CellType::territory;
    const bool names = source.target == "isrc" || is_number_column(source.target);
    if (names && !taken.constant) id_cells_.push_back(taken.cell);
    taken_.push_back(taken);
  }
  if (!wide_) return;
  const auto of_value =
      std::ranges::find_if(taken_, [](const Taken& t) { return !t.wide.empty(); });
  wide_territories_ = targets_.size();
  targets_.emplace_back(wide_->territories);
  wide_value_ = targets_.size();
  targets_.emplace_back(value_column(of_value->source->target));
}

std::string_view MappedRows::cell(const TableRow& row, size_t i) const {
  return i < row.cells.size() ? without_spaces_around(row.cells[i]) : std::string_view();
}

std::string MappedRows::header_of(std::string_view target) const {
  for (const ColumnSource& source : mapping_.columns) {
    const bool period = source.target == "period" && (target == "start" || target == "end");
    if ((source.target == target || period) && !source.header.empty()) return source.header;
  }
  return std::string(target);
}

Where MappedRows::where(const TableRow& row, const std::string& header) const {
  return {.file = {}, .line = row.line, .element = place_of(mapping_, row.sheet, header)};
}

// Ledgers for people have lines that are no rows: totals, notes, and their header again on each
// page. They are told by what no row lacks.
bool MappedRows::passed_over(const TableRow& row) {
  int texts = 0;
  std::string_view first;
  bool header_again = true;
  for (size_t i = 0; i < row.cells.size(); ++i) {
    const std::string_view text = cell(row, i);
    if (text.empty()) continue;
    if (++texts == 1) first = text;
    header_again = header_again && i < sheets_.labels().size() &&
                   folded_header(text) == folded_header(sheets_.header().headers[i]);
  }
  if (texts == 0 || (header_again && texts > 1)) return true;
  const bool names_none = !id_cells_.empty() && std::ranges::all_of(id_cells_, [&](size_t i) {
    return cell(row, i).empty();
  });
  // A total may stand in the column of numbers as well as in any other.
  const bool first_is_id = std::ranges::any_of(id_cells_, [&](size_t i) {
    return !cell(row, i).empty() && cell(row, i).data() == first.data();
  });
  const bool total = (names_none || first_is_id) && is_total(first);
  const bool note = (names_none || first_is_id) && texts == 1 && is_note(first);
  if (total || note) {
    findings_.add("row_passed_over", {{"text", std::string(first.substr(0, 60))}}, where(row, ""));
  }
  return total || note;
}

std::string_view MappedRows::written(const Taken& taken, const TableRow& row) const {
  if (!taken.constant) return cell(row, taken.cell);
  return taken.source->constant == name_of_sheet ? std::string_view(row.sheet)
                                                 : std::string_view(taken.source->constant);
}

Result<void> MappedRows::read_row(const TableRow& row, const RowSink& sink) {
  if (passed_over(row)) return {};
  TableRow ours{.line = row.line, .cells = std::vector<std::string>(targets_.size()), .sheet = {}};
  if (sheets_.several()) ours.sheet = row.sheet;
  std::optional<size_t> split_at;
  WideCells wide;
  size_t to = 0;
  for (const Taken& taken : taken_) {
    const std::string_view written = this->written(taken, row);
    const ConvertedCell& converted = conversion_.convert(taken.source->target, written);
    if (!taken.wide.empty()) {
      if (converted.text.empty()) continue;
      add_wide(wide, converted.text, taken.wide);
      continue;
    }
    ours.cells[to] = converted.text;
    if (taken.split && converted.text.find(' ') != std::string::npos) split_at = to;
    if (converted.outside_era) {
      findings_.add("date_outside_era",
                    {{"text", std::string(written)}, {"read_as", converted.text}},
                    where(row, taken.source->header));
    }
    ++to;
    if (taken.until > 0) ours.cells[to++] = converted.until;
  }
  if (!wide_) return hand_over(ours, split_at, sink);
  if (wide.empty()) findings_.add("row_names_no_territory", {}, where(row, ""));
  return hand_over_wide(ours, wide, sink);
}

// "Worldwide -JP" of a column for the rest cannot be listed beside others: it is a row of its own.
void MappedRows::add_wide(WideCells& wide, const std::string& value, std::string_view territories) {
  const bool alone = territories.starts_with("Worldwide");
  auto at = std::ranges::find_if(wide, [&](const auto& entry) {
    return !alone && entry.first == value && !entry.second.front().starts_with("Worldwide");
  });
  if (at == wide.end()) at = wide.insert(at, {value, {}});
  if (alone) {
    at->second.emplace_back(territories);
    return;
  }
  for (std::string& code : codes_of(territories)) at->second.push_back(std::move(code));
}

// One territory a row: a list of them is as many rows. What is not a list of codes stays whole, for
// the reader of the row to refuse.
Result<void> MappedRows::hand_over(TableRow& ours, std::optional<size_t> split_at,
                                   const RowSink& sink) {
  const std::string listed = split_at ? ours.cells[*split_at] : "";
  const bool codes = split_at && !listed.starts_with("Worldwide") &&
                     territory_answer(listed).value_or("") == listed;
  if (!codes) return sink(ours);
  for (const std::string& code : codes_of(listed)) {
    ours.cells[*split_at] = code;
    UMIKOE_TRY(sink(ours));
  }
  return {};
}

// A row for each value its cells have: what ○ allows and what × refuses are two licences.
Result<void> MappedRows::hand_over_wide(TableRow& ours, const WideCells& wide,
                                        const RowSink& sink) {
  for (const auto& [value, territories] : wide) {
    ours.cells[wide_value_] = value;
    std::string& listed = ours.cells[wide_territories_];
    listed.clear();
    for (const std::string& territory : territories) {
      listed = wide_->one_territory || listed.empty() ? territory : listed + " " + territory;
      if (wide_->one_territory) {
        UMIKOE_TRY(sink(ours));
      }
    }
    if (!wide_->one_territory) {
      UMIKOE_TRY(sink(ours));
    }
  }
  return {};
}

Result<void> MappedRows::read(const RowSink& row) {
  UMIKOE_TRY(row(TableRow{.line = 0, .cells = targets_, .sheet = {}}));
  int64_t filled = 0;
  UMIKOE_TRY(sheets_.read([&](const TableRow& theirs) { return read_row(theirs, row); }, &filled));
  if (filled > 0) findings_.add("cells_merged", {{"count", std::to_string(filled)}}, where({}, ""));
  return {};
}

// A statement's line 合計 says what its lines must add up to; it stands below them, and the reader
// needs it before. Nothing where the file has none, or more than one.
static Result<std::string> stated_total(const TableSheets& sheets, const TableMapping& mapping) {
  const auto source = [&](std::string_view target) {
    const auto at = std::ranges::find(mapping.columns, target, &ColumnSource::target);
    return at == mapping.columns.end() ? nullptr : &*at;
  };
  const ColumnSource* amount = source("ours") ? source("ours") : source("gross");
  if (mapping.kind != Format::table_revenue || source("total") || !amount) return std::string();
  const auto& labels = sheets.labels();
  const auto at = static_cast<size_t>(std::ranges::find(labels, amount->header) - labels.begin());
  std::string total;
  long found = 0;
  UMIKOE_TRY(sheets.read([&](const TableRow& row) -> Result<void> {
    const auto first = std::ranges::find_if(
        row.cells, [](const std::string& cell) { return !without_spaces_around(cell).empty(); });
    if (first == row.cells.end() || !is_total(*first)) return {};
    if (folded(*first).starts_with("小計") || folded(*first).starts_with("sub")) return {};
    const std::string_view text =
        at < row.cells.size() ? without_spaces_around(row.cells[at]) : std::string_view();
    if (text.empty()) return {};
    total = std::string(text);
    ++found;
    return {};
  }));
  return found == 1 ? total : std::string();
}

TableResult read_mapped(const TableFile& file, const HeaderRow& header, const TableMapping& mapping,
                        const RowSinks& sinks, const NumbersSource& numbers) {
  return read_mapped(TableSheets(file, {header}), mapping, sinks, numbers);
}

TableResult read_mapped(const TableSheets& sheets, const TableMapping& mapping,
                        const RowSinks& sinks, const NumbersSource& numbers) {
  const auto& labels = sheets.labels();
  TableResult result;
  for (const ColumnSource& source : mapping.columns) {
    const bool there = source.header.empty() || std::ranges::any_of(labels, [&](const auto& label) {
                         return folded_header(label) == folded_header(source.header);
                       });
    if (there) continue;
    result.errors.push_back(
        {"header_changed",
         {{"header", source.header}, {"column", source.target}},
         {.file = {}, .line = sheets.header().first_line, .element = source.header}});
  }
  if (!result.errors.empty()) return result;
  TableMapping with_total = mapping;
  auto stated = stated_total(sheets, mapping);
  if (!stated) {
    result.errors.push_back(std::move(stated).error());
    return result;
  }
  if (!stated->empty()) with_total.columns.push_back({"total", "", *stated});
  MappedRows rows(sheets, with_total);
  result = read_table_rows(
      mapping.kind, [&](const RowSink& row) { return rows.read(row); }, sinks, numbers);
  const auto name_theirs = [&](std::vector<Error>& problems) {
    for (Error& problem : problems) {
      // Rows of several sheets say theirs before the column: "台帳 A!territories".
      const std::string place = problem.where.element;
      const size_t mark = place.rfind('!');
      const std::string sheet = mark == std::string::npos ? "" : place.substr(0, mark);
      const std::string ours = mark == std::string::npos ? place : place.substr(mark + 1);
      const std::string theirs = ours.empty() ? "" : rows.header_of(ours);
      problem.where.element = place_of(mapping, sheet, theirs);
      for (auto& [name, value] : problem.arguments) {
        if (name == "column" && value == ours) value = theirs;
      }
    }
  };
  name_theirs(result.errors);
  name_theirs(result.contents.findings);
  if (!result.errors.empty()) return result;
  auto more = rows.findings().take();
  auto& findings = result.contents.findings;
  findings.insert(findings.begin(), more.begin(), more.end());
  if (findings.size() > static_cast<size_t>(limits::findings_kept.value)) {
    findings.resize(static_cast<size_t>(limits::findings_kept.value));
  }
  return result;
}

}  // namespace umikoe::formats::table
