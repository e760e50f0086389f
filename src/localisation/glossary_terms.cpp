#include "localisation/glossary_terms.h"

#include <algorithm>
#include <array>
#include <set>
#include <tuple>
#include <utility>

#include "base/unicode_text.h"

namespace umikoe::localisation {
namespace {

constexpr std::array<std::string_view, 5> kind_words{"artist_name", "term", "do_not_translate",
                                                     "forbidden", "cultural_note"};

bool is_word_byte(char c) {
  return (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || c == '\'';
}

// Bytes of the UTF-8 character that begins there.
size_t character_bytes(unsigned char first) {
  return first < 0x80 ? 1 : first < 0xe0 ? 2 : first < 0xf0 ? 3 : 4;
}

bool stands_alone(std::string_view text, size_t at, std::string_view word) {
  const size_t end = at + word.size();
  const bool joined_before = is_word_byte(word.front()) && at > 0 && is_word_byte(text[at - 1]);
  const bool joined_after =
      is_word_byte(word.back()) && end < text.size() && is_word_byte(text[end]);
  return !joined_before && !joined_after;
}

bool is_for(const GlossaryTerm& term, std::string_view language) {
  return term.language.empty() || term.language == language ||
         term.language == language.substr(0, std::min(language.find('-'), language.size()));
}

}  // namespace

std::string_view word(TermKind kind) { return kind_words[std::to_underlying(kind)]; }

std::optional<TermKind> parse_term_kind(std::string_view word) {
  const auto at = std::ranges::find(kind_words, word);
  if (at == kind_words.end()) return std::nullopt;
  return static_cast<TermKind>(at - kind_words.begin());
}

bool holds_word(std::string_view folded_text, std::string_view folded_word) {
  if (folded_word.empty()) return false;
  for (size_t at = folded_text.find(folded_word); at != std::string_view::npos;
       at = folded_text.find(folded_word, at + 1)) {
    if (stands_alone(folded_text, at, folded_word)) return true;
  }
  return false;
}

void Glossary::add(GlossaryTerm term) {
  const std::string folded = folded_text(term.source);
  if (folded.empty()) return;
  const size_t first = character_bytes(static_cast<unsigned char>(folded.front()));
  by_first_.emplace(folded.substr(0, first), terms_.size());
  terms_.push_back(std::move(term));
}

std::vector<const GlossaryTerm*> Glossary::met_in(std::string_view source,
                                                  std::string_view language) const {
  const std::string folded = folded_text(source);
  std::set<size_t> met;
  // A longer word hides those inside it: a band called 星文 is not the star 星.
  size_t hidden_until = 0;
  for (size_t at = 0; at < folded.size();) {
    const size_t bytes = character_bytes(static_cast<unsigned char>(folded[at]));
    const auto [from, to] = by_first_.equal_range(std::string_view(folded).substr(at, bytes));
    std::vector<std::pair<size_t, size_t>> here;  // length and place
    size_t longest = 0;
    for (auto i = from; i != to; ++i) {
      const GlossaryTerm& term = terms_[i->second];
      if (term.kind == TermKind::forbidden || !is_for(term, language)) continue;
      const std::string word = folded_text(term.source);
      const bool found = std::string_view(folded).substr(at).starts_with(word) &&
                         stands_alone(folded, at, word);
      if (!found) continue;
      if (term.kind == TermKind::cultural_note) {
        met.insert(i->second);
      } else if (at >= hidden_until) {
        here.emplace_back(word.size(), i->second);
        longest = std::max(longest, word.size());
      }
    }
    for (const auto& [length, place] : here) {
      if (length == longest) met.insert(place);
    }
    hidden_until = std::max(hidden_until, at + longest);
    at += bytes;
  }
  std::vector<const GlossaryTerm*> out;
  for (const size_t place : met) out.push_back(&terms_[place]);
  std::ranges::sort(out, [](const GlossaryTerm* a, const GlossaryTerm* b) {
    return std::tie(a->source, a->kind, a->language) < std::tie(b->source, b->kind, b->language);
  });
  return out;
}

std::vector<const GlossaryTerm*> Glossary::forbidden(std::string_view language) const {
  std::vector<const GlossaryTerm*> out;
  for (const GlossaryTerm& term : terms_) {
    if (term.kind == TermKind::forbidden && is_for(term, language)) out.push_back(&term);
  }
  return out;
}

}  // namespace umikoe::localisation
