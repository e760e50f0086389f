#pragma once

#include <cstdint>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "localisation/glossary_terms.h"
#include "localisation/translation_unit.h"

namespace umikoe::localisation {

// One check of a translated text, as data. Its sentence in both languages is the message
// translation_check.<id>; an error keeps a draft from being submitted.
struct TextCheck {
  std::string_view id;
  bool is_error = false;
};
std::span<const TextCheck> text_checks();

struct CheckResult {
  std::string_view check;
  bool is_error = false;
  std::string detail;  // the offending word, number or measure

  bool operator==(const CheckResult&) const = default;
};

// How fast a viewer can read, and how wide a line may be, in a language. Half-width units: a kanji
// counts two.
struct ReadingPace {
  std::string_view language;
  int32_t half_units_per_second;
  int32_t line_half_units;
};
// The pace of the language as the profiles of captions have it, or of English where none is stated.
ReadingPace reading_pace(std::string_view language);

// What is wrong with a target text; in order of the table. An empty target is the only finding of
// itself.
std::vector<CheckResult> check_translation(const SourceText& source, std::string_view target,
                                           std::string_view language, const Glossary& glossary);

// Markup and places to be filled in, as they stand in a text: <i>, </i>, {name}, %1$s, %d.
std::vector<std::string> markup_in(std::string_view text);
// Numbers as digits: full-width digits as their plain ones, 1,000 as 1000.
std::vector<std::string> numbers_in(std::string_view text);

}  // namespace umikoe::localisation
