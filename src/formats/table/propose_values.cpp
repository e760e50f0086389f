#include <algorithm>
#include <map>
#include <set>

#include "formats/table/cell_conversion.h"
#include "formats/table/folded.h"
#include "formats/table/proposing.h"

namespace umikoe::formats::table {
namespace {

// So many different values nobody can read are no words but a wrong column; its rows say so.
constexpr size_t words_asked = 20;

std::string_view text_at(const TableRow& row, size_t i) {
  return i < row.cells.size() ? without_spaces_around(row.cells[i]) : std::string_view();
}

// What the values of all rows leave open.
struct OpenValues {
  long day_first = 0;
  long month_first = 0;
  long order_open = 0;
  long serials = 0;
  std::string day_example;
  std::string serial_example;
  std::vector<std::pair<size_t, std::string>> words;                   // column, value
  std::vector<std::pair<OpenTerritoryWord, std::string>> territories;  // and as the cell has it
  std::set<std::string> seen;

  void add(size_t column, const std::string& target, std::string_view written,
           const ConvertedCell& cell);
};

void OpenValues::add(size_t column, const std::string& target, std::string_view written,
                     const ConvertedCell& cell) {
  if (cell.order_seen == DayOrder::day_first) ++day_first;
  if (cell.order_seen == DayOrder::month_first) ++month_first;
  if (cell.order_open) ++order_open;
  const bool shows_order = cell.order_open || cell.order_seen != DayOrder::unknown;
  if (shows_order && day_example.empty()) day_example = std::string(written);
  if (cell.serial_open && ++serials == 1) serial_example = std::string(written);
  for (const std::string& word : cell.words) {
    const std::string key = word_key(target, word);
    if (seen.size() < words_asked * 10 && seen.insert(key).second) words.emplace_back(column, word);
  }
  for (const OpenTerritoryWord& word : cell.territories) {
    if (seen.size() < words_asked * 10 && seen.insert("territory:" + word.word).second) {
      territories.emplace_back(word, folded(written) == word.word ? written : word.word);
    }
  }
}

}  // namespace

void Proposing::ask_about_days(long day_first, long month_first, long open, long serials,
                               const std::string& example, const std::string& serial) {
  DayStyle& days = proposal_.mapping.days;
  const bool contradicts = day_first > 0 && month_first > 0;
  if (days.order == DayOrder::unknown && !contradicts) {
    if (day_first > 0) days.order = DayOrder::day_first;
    if (month_first > 0) days.order = DayOrder::month_first;
  }
  if (days.order == DayOrder::unknown && (contradicts || open > 0)) {
    const std::string taken = ask({.id = "days",
                                   .code = contradicts ? "days_mixed" : "days_order",
                                   .arguments = {{"example", example}},
                                   .options = {"day-first", "month-first"}},
                                  [](const std::string& text) {
                                    const bool known = text == "day-first" || text == "month-first";
                                    return known ? std::optional(text) : std::nullopt;
                                  });
    if (!taken.empty()) {
      days.order = taken == "day-first" ? DayOrder::day_first : DayOrder::month_first;
    }
  }
  if (serials > 0 && days.serials == SerialDays::unknown) {
    const std::string taken = ask({.id = "serials",
                                   .code = "days_serial",
                                   .arguments = {{"example", serial}},
                                   .options = {"1900", "1904"}},
                                  [](const std::string& text) {
                                    const bool known = text == "1900" || text == "1904";
                                    return known ? std::optional(text) : std::nullopt;
                                  });
    if (!taken.empty()) {
      days.serials = taken == "1904" ? SerialDays::from_1904 : SerialDays::from_1900;
    }
  }
}

void Proposing::ask_word(const ProposedColumn& of, const std::string& written) {
  const Format kind = proposal_.mapping.kind;
  // What ○ means below one country it means below all.
  const ProposedColumn column{.target = std::string(value_column(of.target)),
                              .header = of.header,
                              .constant = of.constant,
                              .reason = of.reason};
  TableQuestion question{
      .id = "word:" + column.target + ":" + folded(written),
      .code = "value_meaning",
      .arguments = {{"word", written},
                    {"header", column.header.empty() ? column.target : column.header},
                    {"column", column.target}},
      .options = allowed_values(kind, column.target)};
  const CellType type = type_of(kind, column.target);
  question.free_text = type != CellType::closed;
  const bool day = type == CellType::first_day || type == CellType::last_day ||
                   type == CellType::day || type == CellType::period;
  if (day) question.code = "day_meaning";
  if (question.options.empty()) question.options.emplace_back("none");
  const std::string taken = ask(std::move(question), [&](const std::string& text) {
    return value_answer(kind, column.target, text);
  });
  if (!taken.empty()) proposal_.mapping.words[word_key(column.target, written)] = taken;
}

void Proposing::ask_territory(const OpenTerritoryWord& word, const std::string& shown) {
  const std::string taken =
      ask({.id = "territory:" + word.word,
           .code = word.options.empty() ? "territory_unknown" : "territory_meaning",
           .arguments = {{"word", shown}},
           .options = word.options,
           .free_text = true},
          [](const std::string& text) { return territory_answer(text); });
  if (!taken.empty()) proposal_.mapping.territories[word.word] = taken;
}

Result<void> Proposing::look_at_values() {
  TableMapping& mapping = proposal_.mapping;
  for (const ProposedColumn& column : proposal_.columns) {
    mapping.columns.push_back({column.target, column.header, column.constant});
  }
  if (saved_) {
    mapping.days = saved_->days;
    mapping.words = saved_->words;
    mapping.territories = saved_->territories;
  }
  std::vector<size_t> places;
  for (const ProposedColumn& column : proposal_.columns) {
    places.push_back(static_cast<size_t>(std::ranges::find(proposal_.labels, column.header) -
                                         proposal_.labels.begin()));
  }
  CellConversion conversion(mapping);
  OpenValues open;
  UMIKOE_TRY(sheets_->read([&](const TableRow& row) -> Result<void> {
    ++proposal_.rows;
    for (size_t i = 0; i < places.size(); ++i) {
      const ProposedColumn& column = proposal_.columns[i];
      const bool by_sheet = column.header.empty() && column.constant == name_of_sheet;
      const std::string_view written = by_sheet                ? std::string_view(row.sheet)
                                       : column.header.empty() ? std::string_view(column.constant)
                                                               : text_at(row, places[i]);
      if (written.empty() || !conversion.looks_at(column.target)) continue;
      open.add(i, std::string(value_column(column.target)), written,
               conversion.convert(column.target, written));
    }
    return {};
  }));
  ask_about_days(open.day_first, open.month_first, open.order_open, open.serials, open.day_example,
                 open.serial_example);
  std::map<size_t, size_t> asked;
  for (const auto& [column, written] : open.words) {
    if (++asked[column] <= words_asked) ask_word(proposal_.columns[column], written);
  }
  for (const auto& [word, shown] : open.territories) ask_territory(word, shown);
  return {};
}

}  // namespace umikoe::formats::table
