#include "catalogue/linkage/likeness.h"

#include <algorithm>
#include <array>
#include <utility>

namespace umikoe::catalogue {
namespace {

constexpr size_t skeleton_min = 3;       // fewer consonants agree by chance
constexpr double skeleton_trust = 0.94;  // a skeleton says less than letters that agree as much
constexpr double meaning_trust = 0.93;
constexpr double sounds_alike = 0.75;  // a word of one is a part of the other by its letters
constexpr size_t sounds_alike_min = 3;

using Replacement = std::pair<std::string_view, std::string_view>;
constexpr std::array pairs = std::to_array<Replacement>(
    {{"sh", "s"}, {"ch", "k"}, {"ts", "t"}, {"ph", "f"}, {"th", "s"}, {"ck", "k"}});

char plain_consonant(char c) {
  switch (c) {
    case 'v':
      return 'b';
    case 'l':
      return 'r';
    case 'q':
    case 'c':
      return 'k';
    case 'j':
      return 'z';
    case 'f':
      return 'h';
    default:
      return c;
  }
}

bool is_dropped(char c) { return std::string_view("aeiouwy").contains(c); }

// Greedy: each word takes the first part that it translates or sounds like.
double meaning_likeness(const std::vector<Concept>& concepts,
                        const std::vector<std::string>& words) {
  if (concepts.empty() || words.empty()) return 0;
  std::vector<bool> taken(concepts.size());
  size_t hits = 0;
  for (const std::string& word : words) {
    const std::string stem = word_stem(word);
    for (size_t i = 0; i < concepts.size(); ++i) {
      if (taken[i]) continue;
      const Concept& part = concepts[i];
      const bool translates = std::ranges::find(part.meanings, stem) != part.meanings.end();
      const bool sounds = part.letters.size() >= sounds_alike_min &&
                          letter_likeness(part.letters, word) >= sounds_alike;
      if (!translates && !sounds) continue;
      taken[i] = true;
      ++hits;
      break;
    }
  }
  return 2.0 * static_cast<double>(hits) / static_cast<double>(concepts.size() + words.size());
}

template <class Likeness>
double best_of(const std::vector<std::string>& a, const std::vector<std::string>& b,
               Likeness like) {
  double best = 0;
  for (const std::string& x : a) {
    for (const std::string& y : b) best = std::max(best, like(x, y));
  }
  return best;
}

}  // namespace

size_t edit_distance(std::string_view a, std::string_view b) {
  std::vector<size_t> row(b.size() + 1);
  for (size_t j = 0; j < row.size(); ++j) row[j] = j;
  for (size_t i = 1; i <= a.size(); ++i) {
    size_t diagonal = row[0];
    row[0] = i;
    for (size_t j = 1; j <= b.size(); ++j) {
      const size_t above = row[j];
      row[j] = std::min({above + 1, row[j - 1] + 1, diagonal + (a[i - 1] != b[j - 1])});
      diagonal = above;
    }
  }
  return row.back();
}

double letter_likeness(std::string_view a, std::string_view b) {
  if (a.empty() || b.empty()) return 0;
  const auto longer = static_cast<double>(std::max(a.size(), b.size()));
  return 1 - static_cast<double>(edit_distance(a, b)) / longer;
}

std::string consonant_skeleton(std::string_view letters) {
  std::string skeleton;
  for (size_t at = 0; at < letters.size();) {
    const auto pair = std::ranges::find_if(
        pairs, [&](const Replacement& row) { return letters.substr(at).starts_with(row.first); });
    const bool doubled = pair != pairs.end();
    const char c = doubled ? pair->second.front() : letters[at];
    at += doubled ? pair->first.size() : 1;
    if (c == 'x') {
      skeleton += "ks";
      continue;
    }
    const char plain = plain_consonant(c);
    if (is_dropped(c) || (!skeleton.empty() && skeleton.back() == plain)) continue;
    skeleton += plain;
  }
  return skeleton;
}

double NameLikeness::best() const {
  return std::max({letters, skeleton_trust * skeleton, meaning_trust * meaning});
}

NameLikeness likeness(const ComparableName& a, const ComparableName& b) {
  if (a.empty() || b.empty()) return {};
  if (a.plain == b.plain) return {1, 1, 1, true};
  NameLikeness like;
  like.letters = best_of(a.letters, b.letters, letter_likeness);
  like.skeleton = best_of(a.skeletons, b.skeletons, [](const auto& x, const auto& y) {
    return std::min(x.size(), y.size()) < skeleton_min ? 0.0 : letter_likeness(x, y);
  });
  like.meaning =
      std::max(meaning_likeness(a.concepts, b.words), meaning_likeness(b.concepts, a.words));
  return like;
}

std::string word_stem(std::string_view word) {
  constexpr std::array<std::string_view, 6> endings{"ing", "ies", "ed", "es", "ly", "s"};
  for (const std::string_view ending : endings) {
    if (word.ends_with(ending) && word.size() >= ending.size() + 3) {
      return std::string(word.substr(0, word.size() - ending.size()));
    }
  }
  return std::string(word);
}

}  // namespace umikoe::catalogue
