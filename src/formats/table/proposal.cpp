#include "formats/table/proposal.h"

#include <algorithm>

#include "base/limits.h"
#include "formats/table/cell_conversion.h"
#include "formats/table/folded.h"
#include "formats/table/mapped_rows.h"
#include "formats/table/proposing.h"

namespace umikoe::formats::table {

bool TableProposal::ready() const {
  return mapping.kind != Format::unknown &&
         std::ranges::all_of(questions, [](const TableQuestion& q) { return !q.answer.empty(); });
}

const std::string* Proposing::answer(std::string_view id) const {
  // The last one given counts: a person thought again.
  for (auto at = answers_.rbegin(); at != answers_.rend(); ++at) {
    if (at->first == id) return &at->second;
  }
  return nullptr;
}

std::string Proposing::ask(
    TableQuestion question,
    const std::function<std::optional<std::string>(const std::string&)>& accepted) {
  for (const TableQuestion& asked : proposal_.questions) {
    if (asked.id == question.id) return asked.answer;
  }
  if (std::ssize(proposal_.questions) >= limits::table_questions.value) return {};
  if (const std::string* given = answer(question.id)) {
    const auto taken = accepted(*given);
    question.answer = taken.value_or("");
    question.answer_refused = !taken;
  }
  proposal_.questions.push_back(std::move(question));
  return proposal_.questions.back().answer;
}

bool Proposing::has_column(std::string_view target) const {
  return std::ranges::find(proposal_.columns, target, &ProposedColumn::target) !=
         proposal_.columns.end();
}

bool Proposing::is_taken(std::string_view header) const {
  return std::ranges::find(proposal_.columns, header, &ProposedColumn::header) !=
         proposal_.columns.end();
}

Result<HeaderRow> find_table(const TableFile& file, const std::string& wanted_sheet,
                             const std::string& preferred_sheet) {
  const auto sheets = file.sheet_names();
  std::optional<HeaderRow> best;
  for (size_t i = 0; i < sheets.size(); ++i) {
    const bool skipped = wanted_sheet.empty() ? file.is_hidden(i) : sheets[i] != wanted_sheet;
    if (skipped) continue;
    UMIKOE_TRY(const auto header, find_header(file, i));
    if (!header) continue;
    const bool preferred = !preferred_sheet.empty() && sheets[i] == preferred_sheet;
    if (!best || (best->known < 2 && header->known >= 2) || (preferred && header->known > 0)) {
      best = header;
    }
  }
  if (best) return *std::move(best);
  const bool named = std::ranges::find(sheets, wanted_sheet) != sheets.end();
  if (!wanted_sheet.empty() && !named) return fail("sheet_unknown", {{"sheet", wanted_sheet}});
  return fail("table_unknown");
}

bool means_all_sheets(const TableFile& file, const std::string& answer) {
  const auto names = file.sheet_names();
  return answer == all_sheets_answer && std::ranges::find(names, answer) == names.end();
}

std::vector<HeaderRow> TableProposal::all_headers() const {
  std::vector<HeaderRow> all{header};
  all.insert(all.end(), more_sheets.begin(), more_sheets.end());
  return all;
}

// Sheets with the same headers can be read as one table, a ledger for each party for instance;
// which of several is meant, only a person knows. Tables with other headers are named and left.
Result<void> Proposing::look_at_sheets(const std::string* wanted, bool all) {
  proposal_.sheets = file_.sheet_names();
  TableQuestion question{.id = "sheet", .code = "sheet_several"};
  const size_t chosen = proposal_.header.sheet;
  bool alike = false;
  for (size_t i = 0; i < proposal_.sheets.size(); ++i) {
    if (file_.is_hidden(i)) continue;
    UMIKOE_TRY(auto header, find_header(file_, i));
    if (!header || header->known < 2) continue;
    question.options.push_back(proposal_.sheets[i]);
    if (i == chosen) continue;
    const bool same = header_fingerprint(header->headers) == proposal_.fingerprint;
    alike = alike || same;
    if (all && same) {
      proposal_.more_sheets.push_back(*std::move(header));
    } else {
      proposal_.sheets_left.push_back(proposal_.sheets[i]);
    }
  }
  const bool read_all = all && !proposal_.more_sheets.empty();
  proposal_.mapping.sheet = read_all ? all_sheets : proposal_.sheets[chosen];
  const bool as_saved = saved_ && (all || saved_->sheet == proposal_.sheets[chosen]);
  if (question.options.size() < 2) return {};
  if (alike) question.options.emplace_back(all_sheets_answer);
  // What was chosen stays in the list, so that another sheet can be asked for.
  if (!wanted && as_saved) {
    question.answer = all ? all_sheets_answer : proposal_.sheets[chosen];
    proposal_.questions.push_back(std::move(question));
    return {};
  }
  ask(std::move(question), [](const std::string& text) { return std::optional(text); });
  return {};
}

Result<void> Proposing::choose_sheet() {
  const std::string* wanted = answer("sheet");
  const bool all =
      wanted ? means_all_sheets(file_, *wanted) : saved_ && saved_->sheet == all_sheets;
  UMIKOE_TRY(proposal_.header,
             find_table(file_, wanted && !all ? *wanted : "", saved_ && !all ? saved_->sheet : ""));
  proposal_.labels = column_labels(proposal_.header.headers);
  proposal_.fingerprint = header_fingerprint(proposal_.header.headers);
  if (file_.is_workbook()) {
    UMIKOE_TRY(look_at_sheets(wanted, all));
  }
  sheets_.emplace(file_, proposal_.all_headers());
  return {};
}

Result<void> Proposing::look_at_columns() {
  constexpr size_t rows_looked_at = 500;
  for (size_t i = 0; i < proposal_.labels.size(); ++i) {
    const auto meanings = meanings_of_header(proposal_.header.headers[i]);
    sources_.push_back(
        {.label = proposal_.labels[i], .meanings = {meanings.begin(), meanings.end()}});
    sources_.back().territory = territory_of_header(proposal_.header.headers[i]);
    // What a catalogue is described by names its recordings in other tables too.
    for (const HeaderMeaning& meaning : meanings) {
      const bool of_catalogue = meaning.kind == word(Format::table_recordings);
      if (of_catalogue && is_joining_column(meaning.column)) {
        sources_.back().meanings.push_back({"*", meaning.column});
      }
    }
    // Our own names are headers too.
    for (const Format kind : table_formats()) {
      const std::string name = folded(proposal_.header.headers[i]);
      for (const Column& column : columns_of(kind)) {
        if (column.name == name) {
          sources_.back().meanings.push_back({std::string(word(kind)), std::string(column.name)});
        }
      }
    }
  }
  size_t rows = 0;
  const auto read = sheets_->read([&](const TableRow& row) -> Result<void> {
    for (size_t i = 0; i < row.cells.size() && i < sources_.size(); ++i) {
      const std::string_view text = without_spaces_around(row.cells[i]);
      if (!text.empty()) sources_[i].note(text);
    }
    return ++rows < rows_looked_at ? Result<void>() : fail(read_enough);
  });
  if (!read && read.error().code != read_enough) return std::unexpected(read.error());
  return {};
}

void SourceColumn::note(std::string_view text) {
  ++filled;
  if (Isrc::parse(folded(text))) ++isrcs;
  const auto gtin = parse_icpn(text);
  if (gtin && gtin->check_digit_ok && text.size() >= 12) ++gtins;
  if (read_written_day(text, {}).state == WrittenDay::State::good) ++days;
  if (!read_territories(text, {}).codes.empty()) ++territories;
  constexpr size_t values_kept = 20;
  const bool asked = !territory.empty() || meanings.empty();
  if (asked && values.size() < values_kept) values.insert(std::string(text));
}

Result<TableProposal> Proposing::run() {
  UMIKOE_TRY(choose_sheet());
  UMIKOE_TRY(look_at_columns());
  choose_kind();
  if (proposal_.mapping.kind == Format::unknown) return std::move(proposal_);
  UMIKOE_TRY(choose_columns());
  UMIKOE_TRY(look_at_values());
  UMIKOE_TRY(ask_about_numbers());
  UMIKOE_TRY(make_preview());
  return std::move(proposal_);
}

Result<void> Proposing::make_preview() {
  constexpr size_t rows_shown = 5;
  MappedRows rows(*sheets_, proposal_.mapping);
  const auto read = rows.read([&](const TableRow& row) -> Result<void> {
    if (row.line == 0) return {};  // the header
    PreviewRow shown{.line = row.line, .cells = {}};
    for (size_t i = 0; i < row.cells.size(); ++i) {
      if (!row.cells[i].empty()) shown.cells.emplace_back(rows.targets()[i], row.cells[i]);
    }
    proposal_.preview.push_back(std::move(shown));
    return proposal_.preview.size() < rows_shown ? Result<void>() : fail(read_enough);
  });
  if (!read && read.error().code != read_enough) return std::unexpected(read.error());
  return {};
}

Result<TableProposal> propose(const TableFile& file, const TableMapping* saved,
                              const TableAnswers& answers, const NumbersSource& numbers) {
  return Proposing(file, saved, answers, numbers).run();
}

}  // namespace umikoe::formats::table
