#include "localisation/names/latin_letters.h"

#include <algorithm>
#include <array>
#include <utility>

#include "base/unicode_text.h"

namespace umikoe::localisation {
namespace {

using Rule = std::pair<std::string_view, std::string_view>;
constexpr std::array rules = std::to_array<Rule>({{"ou", "o"},
                                                  {"oo", "o"},
                                                  {"oh", "o"},
                                                  {"uu", "u"},
                                                  {"aa", "a"},
                                                  {"ii", "i"},
                                                  {"ee", "e"},
                                                  {"ei", "e"},
                                                  {"wo", "o"},
                                                  {"tch", "cch"},
                                                  {"dz", "z"},
                                                  {"dj", "j"},
                                                  {"mb", "nb"},
                                                  {"mp", "np"},
                                                  {"mm", "nm"}});

bool is_letter(char c) { return (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9'); }

std::string plain_letters(std::string_view text) { return without_diacritics(folded_text(text)); }

}  // namespace

std::string folded_letters(std::string_view text) {
  std::string letters;
  for (const char c : plain_letters(text)) {
    if (is_letter(c)) letters += c;
  }
  for (const auto& [from, to] : rules) {
    std::string next;
    next.reserve(letters.size());
    const std::string_view all = letters;
    for (size_t at = 0; at < all.size();) {
      const bool hit = all.substr(at).starts_with(from);
      next += hit ? to : all.substr(at, 1);
      at += hit ? from.size() : 1;
    }
    letters = std::move(next);
  }
  return letters;
}

std::vector<std::string> latin_words(std::string_view text) {
  constexpr std::array<std::string_view, 16> small{"the", "a",  "an", "of", "and", "no", "to", "in",
                                                   "wo",  "ni", "wa", "ga", "o",   "de", "e",  "s"};
  std::vector<std::string> words;
  std::string word;
  const std::string letters = plain_letters(text) + " ";
  for (const char c : letters) {
    if (is_letter(c)) {
      word += c;
    } else if (!word.empty()) {
      words.push_back(std::move(word));
      word.clear();
    }
  }
  std::vector<std::string> telling;
  std::ranges::copy_if(words, std::back_inserter(telling), [&](const std::string& w) {
    return std::ranges::find(small, w) == small.end();
  });
  return telling.empty() ? words : telling;
}

}  // namespace umikoe::localisation
