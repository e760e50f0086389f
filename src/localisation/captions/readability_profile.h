#pragma once

#include <span>
#include <string_view>

namespace umikoe::localisation {

enum class CaptionSeverity { error, warning };
std::string_view word(CaptionSeverity severity);

// What a use in a language asks of captions. A limit of zero is not asked.
struct ReadabilityProfile {
  std::string_view name;  // the word for --profile
  // How many half-width units a character of its limits has: 1 for English, 2 where a full-width
  // character is one and a half-width one counts half.
  int units_per_character;
  bool ambiguous_is_wide;
  double characters_per_second;
  CaptionSeverity speed_severity;
  double characters_per_line;
  int lines;
  double duration_min_ms;
  double duration_max_ms;
  double gap_min_ms;
  bool kinsoku;         // characters that must not begin or end a Japanese line
  bool english_breaks;  // words that must not end an English line
  std::string_view source;
};

// Every profile; the first is the default.
std::span<const ReadabilityProfile> readability_profiles();
const ReadabilityProfile* find_profile(std::string_view name);

// Characters that may not begin a line and those that may not end one (JIS X 4051, as far as
// captions meet them).
std::u32string_view never_first();
std::u32string_view never_last();
// Words after which an English line is not broken: articles, prepositions, conjunctions.
std::span<const std::string_view> never_last_words();

}  // namespace umikoe::localisation
