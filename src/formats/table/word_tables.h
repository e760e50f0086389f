#pragma once

#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace umikoe::formats::table {

// One line of a table of words in data/: its columns and its words, folded.
struct WordLine {
  std::vector<std::string> columns;
  std::vector<std::string> words;
};
// The lines of such a table; the column `words_at` holds the words, separated by " | ".
std::vector<WordLine> read_word_lines(std::string_view tsv, size_t words_at,
                                      std::string (*fold)(std::string_view));

// What a header may mean: a column of a kind of table ("*": of every kind that has it).
struct HeaderMeaning {
  std::string kind;
  std::string column;

  bool operator==(const HeaderMeaning&) const = default;
};
// data/header_words.tsv; in order of the table, empty where the header is not known.
std::span<const HeaderMeaning> meanings_of_header(std::string_view header);

// data/value_words.tsv: our word for a value of a closed column; empty where it is not known.
std::string_view value_of_word(std::string_view kind, std::string_view column,
                               std::string_view written);
// Our words of such a column, in order; empty where the column is not closed.
std::vector<std::string> values_of_column(std::string_view kind, std::string_view column);

}  // namespace umikoe::formats::table
