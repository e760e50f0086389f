#pragma once

#include <string>
#include <string_view>

namespace umikoe {

// How well a LanguageAndScriptCode follows BCP 47 (RFC 5646).
enum class LanguageTagState { good, bad_case, bad_separator, unknown_subtag, malformed };

// A language tag language[-Script][-REGION], stored in the case RFC 5646 section 2.1.1 recommends.
// Empty means none was stated.
struct LanguageTag {
  std::string text;

  bool operator==(const LanguageTag&) const = default;
  std::string_view language() const;  // "ja" of "ja-Latn"
  std::string_view script() const;    // "Latn" of "ja-Latn", empty when absent
  bool empty() const { return text.empty(); }
};

struct ParsedLanguageTag {
  LanguageTag tag;  // normalised as far as it can be; as written when malformed
  LanguageTagState state = LanguageTagState::good;
};

// Reads what files really hold (`en_US`, `ja-hrkt`, `ko-kor`): normalises case and `_`, and says
// so.
ParsedLanguageTag parse_language_tag(std::string_view written);

}  // namespace umikoe
