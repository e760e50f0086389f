#include "formats/table/territory_words.h"

#include <algorithm>
#include <array>
#include <set>

#include "base/territory.h"
#include "base/territory_table.h"
#include "formats/table/folded.h"
#include "formats/table/territory_set_words.h"
#include "formats/table/word_tables.h"
#include "formats_data.h"

namespace umikoe::formats::table {
namespace {

struct Meaning {
  std::string codes;  // empty: open
  std::vector<std::string> options;
};
using Words = std::map<std::string, Meaning, std::less<>>;

// "@Southern Asia IN" with regions written out.
std::string expanded(std::string_view codes) {
  std::string out;
  const auto add = [&](std::string_view code) {
    if (!out.empty()) out += ' ';
    out += code;
  };
  while (!codes.empty()) {
    const size_t end = codes.starts_with('@') ? codes.find(" @") : codes.find(' ');
    const std::string_view part = codes.substr(0, end);
    if (part.starts_with('@')) {
      for (const auto member : territories_in_region(part.substr(1)).members()) add(member.code());
    } else if (!part.empty()) {
      add(part);
    }
    codes.remove_prefix(end == std::string_view::npos ? codes.size() : end + 1);
  }
  return out;
}

Words made_words() {
  Words words;
  for (const TerritoryRow& row : territory_rows()) {
    const Meaning meaning{.codes = std::string(row.code), .options = {}};
    for (const std::string_view name : {row.code, row.name_en, row.name_ja}) {
      words.try_emplace(folded(name), meaning);
    }
  }
  for (const WordLine& line : read_word_lines(data::territory_words, 1, folded)) {
    Meaning meaning;
    if (line.columns[0].starts_with('?')) {
      for (const std::string& option : split(std::string_view(line.columns[0]).substr(1), " | ")) {
        meaning.options.push_back(expanded(option));
      }
    } else {
      meaning.codes = line.columns[0];
    }
    // A word of this table stands before a territory's name or code: NA is not said of Namibia.
    for (const std::string& word : line.words) words.insert_or_assign(word, meaning);
  }
  return words;
}

const Words& words() {
  static const Words table = made_words();
  return table;
}

class CellReading {
 public:
  explicit CellReading(const TerritoryAnswers& answers) : answers_(answers) {}

  // The set a text means; nothing when something in it is open, which is then noted.
  std::optional<TerritoryWordSet> read(std::string_view text, int depth);
  const std::vector<OpenTerritoryWord>& open() const { return open_; }

 private:
  std::optional<TerritoryWordSet> known(std::string_view text) const;
  std::optional<TerritoryWordSet> read_list(std::string_view text);
  std::optional<TerritoryWordSet> without(const TerritoryExclusion& parts, std::string_view text,
                                          int depth);
  bool is_word(std::string_view text) const {
    return words().contains(text) || answers_.contains(text);
  }
  void note(std::string_view text);

  const TerritoryAnswers& answers_;
  std::vector<OpenTerritoryWord> open_;
};

std::optional<TerritoryWordSet> CellReading::known(std::string_view text) const {
  if (const auto answer = answers_.find(text); answer != answers_.end()) {
    return TerritoryWordSet::of_codes(answer->second);
  }
  const auto at = words().find(text);
  if (at != words().end() && !at->second.codes.empty()) {
    return TerritoryWordSet::of_codes(at->second.codes);
  }
  return std::nullopt;
}

void CellReading::note(std::string_view text) {
  // One cell can hold thousands of words that nobody knows; one alone keeps it open.
  constexpr size_t noted_max = 100;
  if (open_.size() >= noted_max) return;
  const std::string word(text);
  for (const auto& noted : open_) {
    if (noted.word == word) return;
  }
  const auto at = words().find(text);
  open_.push_back({word, at == words().end() ? std::vector<std::string>{} : at->second.options});
}

// Names hold separators themselves (Trinidad and Tobago, サン・マルタン), so the longest run of
// parts that is a word is taken first.
std::optional<TerritoryWordSet> CellReading::read_list(std::string_view text) {
  const std::vector<TerritoryPart> parts =
      territory_parts(text, [&](std::string_view part) { return is_word(part); });
  std::optional<TerritoryWordSet> all = TerritoryWordSet{};
  for (const TerritoryPart& part : parts) {
    const auto set = known(part);
    if (!set) note(part);
    if (set && all) all = all->joined(*set);
    if (!set) all.reset();
  }
  if (parts.empty()) return std::nullopt;
  return all;
}

std::optional<TerritoryWordSet> CellReading::without(const TerritoryExclusion& parts,
                                                     std::string_view text, int depth) {
  const auto base =
      parts.base.empty() ? TerritoryWordSet::of_codes("Worldwide") : read(parts.base, depth + 1);
  const auto minus = read(parts.minus, depth + 1);
  if (!base || !minus) return std::nullopt;
  // "Asia excluding Japan, Australia": is Australia excluded too, or added?
  const bool unclear =
      parts.unclear_list && (!base->is_everywhere() || parts.base.empty()) && minus->size() > 1;
  const auto left = unclear ? std::nullopt : base->without(*minus);
  if (!left) note(text);
  return left;
}

std::optional<TerritoryWordSet> CellReading::read(std::string_view text, int depth) {
  constexpr int depth_max = 4;
  text = without_spaces_around(text);
  if (text.empty()) return std::nullopt;
  if (auto set = known(text)) return set;
  // A word of the table is asked about as it stands, whatever its parts might say.
  if (depth > depth_max || words().contains(text)) {
    note(text);
    return std::nullopt;
  }
  if (const auto parts = territory_exclusion(text)) return without(*parts, text, depth);
  if (const auto parts = territory_inclusion(text)) {
    const auto base = read(parts->base, depth + 1);
    const auto plus = read(parts->minus, depth + 1);
    if (!base || !plus) return std::nullopt;
    return base->joined(*plus);
  }
  return read_list(text);
}

}  // namespace

TerritoryReading read_territories(std::string_view cell, const TerritoryAnswers& answers) {
  CellReading reading(answers);
  const auto set = reading.read(folded(cell), 0);
  TerritoryReading result;
  result.open = reading.open();
  if (set && result.open.empty()) result.codes = set->to_codes();
  if (result.codes.empty() && result.open.empty() && !without_spaces_around(cell).empty()) {
    result.open.push_back({folded(cell), {}});
  }
  return result;
}

std::optional<std::string> territory_answer(std::string_view written) {
  if (const auto set = TerritoryWordSet::of_codes(expanded(without_spaces_around(written)))) {
    return set->to_codes();
  }
  const TerritoryReading reading = read_territories(written, {});
  if (!reading.open.empty() || reading.codes.empty()) return std::nullopt;
  return reading.codes;
}

}  // namespace umikoe::formats::table
