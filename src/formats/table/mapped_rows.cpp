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
std::string place_of(const TableMapping& mapping, const std::string& header) {
  if (mapping.sheet.empty() || header.empty()) return mapping.sheet + header;
  return mapping.sheet + "!" + header;
}

std::vector<std::string> codes_of(std::string_view codes) {
  auto parts = split(codes, " ");
  std::erase(parts, "");
  return parts;
}

}  // namespace

MappedRows::MappedRows(const TableFile& file, const HeaderRow& header, const TableMapping& mapping)
    : file_(file), header_(header), mapping_(mapping), conversion_(mapping) {
  const auto labels = column_labels(header.headers);
  for (const ColumnSource& source : mapping.columns) {
    Taken taken{.constant = source.header.empty(), .source = &source};
    if (!taken.constant) {
      const auto at = std::ranges::find_if(labels, [&](const std::string& label) {
        return folded_header(label) == folded_header(source.header);
      });
      taken.cell = static_cast<size_t>(at - labels.begin());
    }
    const bool period = source.target == "period";
    targets_.push_back(period ? "start" : source.target);
    if (period) {
      taken.until = targets_.size();
      targets_.push_back("end");
    }
    taken.split = type_of(mapping.kind, source.target) == CellType::territory;
    if (source.target == "isrc" && !taken.constant) isrc_cell_ = taken.cell;
    taken_.push_back(taken);
  }
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

Where MappedRows::where(long line, const std::string& header) const {
  return {.file = {}, .line = line, .element = place_of(mapping_, header)};
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
    header_again = header_again && i < header_.headers.size() &&
                   folded_header(text) == folded_header(header_.headers[i]);
  }
  if (texts == 0 || (header_again && texts > 1)) return true;
  const bool no_isrc = isrc_cell_ && cell(row, *isrc_cell_).empty();
  const bool total = no_isrc && is_total(first);
  const bool note = no_isrc && texts == 1 && is_note(first);
  if (total || note) {
    findings_.add("row_passed_over", {{"text", std::string(first.substr(0, 60))}},
                  where(row.line, ""));
  }
  return total || note;
}

Result<void> MappedRows::read_row(const TableRow& row, const RowSink& sink) {
  if (passed_over(row)) return {};
  TableRow ours{.line = row.line, .cells = std::vector<std::string>(targets_.size())};
  std::optional<size_t> split_at;
  size_t to = 0;
  for (const Taken& taken : taken_) {
    const std::string_view written =
        taken.constant ? std::string_view(taken.source->constant) : cell(row, taken.cell);
    const ConvertedCell& converted = conversion_.convert(taken.source->target, written);
    ours.cells[to] = converted.text;
    if (taken.split && converted.text.find(' ') != std::string::npos) split_at = to;
    if (converted.outside_era) {
      findings_.add("date_outside_era",
                    {{"text", std::string(written)}, {"read_as", converted.text}},
                    where(row.line, taken.source->header));
    }
    ++to;
    if (taken.until > 0) ours.cells[to++] = converted.until;
  }
  const std::string listed = split_at ? ours.cells[*split_at] : "";
  // One territory a row: a list of them is as many rows. What is not a list of codes stays whole,
  // for the reader of the row to refuse.
  const bool codes = split_at && !listed.starts_with("Worldwide") &&
                     territory_answer(listed).value_or("") == listed;
  if (!codes) return sink(ours);
  for (const std::string& code : codes_of(listed)) {
    ours.cells[*split_at] = code;
    UMIKOE_TRY(sink(ours));
  }
  return {};
}

Result<void> MappedRows::read(const RowSink& row) {
  UMIKOE_TRY(row(TableRow{.line = 0, .cells = targets_}));
  int64_t filled = 0;
  UMIKOE_TRY(file_.read(
      header_.sheet,
      [&](const TableRow& theirs) -> Result<void> {
        if (theirs.line <= header_.last_line) return {};
        return read_row(theirs, row);
      },
      &filled));
  if (filled > 0) {
    findings_.add("cells_merged", {{"count", std::to_string(filled)}}, where(0, ""));
  }
  return {};
}

// A statement's line 合計 says what its lines must add up to; it stands below them, and the reader
// needs it before. Nothing where the file has none, or more than one.
static Result<std::string> stated_total(const TableFile& file, const HeaderRow& header,
                                        const TableMapping& mapping) {
  const auto source = [&](std::string_view target) {
    const auto at = std::ranges::find(mapping.columns, target, &ColumnSource::target);
    return at == mapping.columns.end() ? nullptr : &*at;
  };
  const ColumnSource* amount = source("ours") ? source("ours") : source("gross");
  if (mapping.kind != Format::table_revenue || source("total") || !amount) return std::string();
  const auto labels = column_labels(header.headers);
  const auto at = static_cast<size_t>(std::ranges::find(labels, amount->header) - labels.begin());
  std::string total;
  long found = 0;
  UMIKOE_TRY(file.read(header.sheet, [&](const TableRow& row) -> Result<void> {
    const auto first = std::ranges::find_if(
        row.cells, [](const std::string& cell) { return !without_spaces_around(cell).empty(); });
    if (row.line <= header.last_line || first == row.cells.end() || !is_total(*first)) return {};
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
                        const RevenueSink& revenue) {
  const auto labels = column_labels(header.headers);
  TableResult result;
  for (const ColumnSource& source : mapping.columns) {
    const bool there = source.header.empty() || std::ranges::any_of(labels, [&](const auto& label) {
                         return folded_header(label) == folded_header(source.header);
                       });
    if (there) continue;
    result.errors.push_back({"header_changed",
                             {{"header", source.header}, {"column", source.target}},
                             {.file = {}, .line = header.first_line, .element = source.header}});
  }
  if (!result.errors.empty()) return result;
  TableMapping with_total = mapping;
  auto stated = stated_total(file, header, mapping);
  if (!stated) {
    result.errors.push_back(std::move(stated).error());
    return result;
  }
  if (!stated->empty()) with_total.columns.push_back({"total", "", *stated});
  MappedRows rows(file, header, with_total);
  result = read_table_rows(
      mapping.kind, [&](const RowSink& row) { return rows.read(row); }, revenue);
  const auto name_theirs = [&](std::vector<Error>& problems) {
    for (Error& problem : problems) {
      const std::string ours = problem.where.element;
      const std::string theirs = ours.empty() ? "" : rows.header_of(ours);
      problem.where.element = place_of(mapping, theirs);
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
