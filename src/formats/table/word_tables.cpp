#include "formats/table/word_tables.h"

#include <algorithm>
#include <map>
#include <tuple>

#include "formats/table/folded.h"
#include "formats_data.h"

namespace umikoe::formats::table {
namespace {

using Headers = std::map<std::string, std::vector<HeaderMeaning>, std::less<>>;

const Headers& header_table() {
  static const Headers table = [] {
    Headers made;
    for (const WordLine& line : read_word_lines(data::header_words, 2, folded_header)) {
      for (const std::string& word : line.words) {
        auto& meanings = made[word];
        const HeaderMeaning meaning{line.columns[0], line.columns[1]};
        if (std::ranges::find(meanings, meaning) == meanings.end()) meanings.push_back(meaning);
      }
    }
    return made;
  }();
  return table;
}

const std::vector<WordLine>& value_table() {
  static const std::vector<WordLine> table = read_word_lines(data::value_words, 3, folded);
  return table;
}

bool is_of(const WordLine& line, std::string_view kind, std::string_view column) {
  return (line.columns[0] == "*" || line.columns[0] == kind) && line.columns[1] == column;
}

}  // namespace

std::vector<WordLine> read_word_lines(std::string_view tsv, size_t words_at,
                                      std::string (*fold)(std::string_view)) {
  std::vector<WordLine> lines;
  for (const std::string& text : split(tsv, "\n")) {
    if (text.empty() || text.starts_with('#')) continue;
    WordLine line{.columns = split(text, "\t"), .words = {}};
    if (line.columns.size() <= words_at) continue;
    for (const std::string& word : split(line.columns[words_at], " | ")) {
      line.words.push_back(fold(word));
    }
    lines.push_back(std::move(line));
  }
  return lines;
}

std::span<const HeaderMeaning> meanings_of_header(std::string_view header) {
  const auto at = header_table().find(folded_header(header));
  if (at == header_table().end()) return {};
  return at->second;
}

std::string_view value_of_word(std::string_view kind, std::string_view column,
                               std::string_view written) {
  const std::string word = folded(written);
  for (const WordLine& line : value_table()) {
    if (!is_of(line, kind, column)) continue;
    if (word == line.columns[2]) return line.columns[2];
    if (std::ranges::find(line.words, word) != line.words.end()) return line.columns[2];
  }
  return {};
}

std::vector<std::string> values_of_column(std::string_view kind, std::string_view column) {
  std::vector<std::string> values;
  for (const WordLine& line : value_table()) {
    if (is_of(line, kind, column)) values.push_back(line.columns[2]);
  }
  return values;
}

}  // namespace umikoe::formats::table
