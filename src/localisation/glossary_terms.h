#pragma once

#include <cstdint>
#include <map>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace umikoe::localisation {

// What an entry of the glossary asks of a translation.
enum class TermKind : uint8_t {
  artist_name,       // the locked spelling: wherever the source has the name, the target has it so
  term,              // a recurring word with its agreed translation
  do_not_translate,  // stands in the target as it stands in the source
  forbidden,         // must not stand in the target
  cultural_note      // asks nothing; explains the word to translators and readers abroad
};
std::string_view word(TermKind kind);
std::optional<TermKind> parse_term_kind(std::string_view word);

struct GlossaryTerm {
  TermKind kind = TermKind::term;
  std::string source;    // as in source texts; of a forbidden word: the word itself
  std::string language;  // BCP 47 of the target; empty: every language
  std::string target;    // the locked spelling or translation
  std::string note;      // shown beside the source
  std::string by;

  bool operator==(const GlossaryTerm&) const = default;
};

// The entries that a text in a language meets, in order of their sources; where a longer word holds
// a shorter one, the longer counts. Matching does not look at
// case and width; a name in Latin letters is met as a whole word only, so that "Ado" is not in
// "shadow".
class Glossary {
 public:
  void add(GlossaryTerm term);
  std::vector<const GlossaryTerm*> met_in(std::string_view source, std::string_view language) const;
  // Forbidden words of a language.
  std::vector<const GlossaryTerm*> forbidden(std::string_view language) const;
  std::span<const GlossaryTerm> all() const { return terms_; }

 private:
  std::vector<GlossaryTerm> terms_;
  // Folded sources by their first character, so that a text is read once however many terms are on
  // file.
  std::multimap<std::string, size_t, std::less<>> by_first_;
};

// Whether the folded text holds the folded word, at word boundaries where the word is Latin.
bool holds_word(std::string_view folded_text, std::string_view folded_word);

}  // namespace umikoe::localisation
