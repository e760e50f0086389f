#include "localisation/translation_checks.h"

#include <algorithm>
#include <array>
#include <cstdlib>

#include "base/unicode_text.h"
#include "base/utf8.h"
#include "localisation/captions/readability_profile.h"

namespace umikoe::localisation {
namespace {

constexpr std::array checks{
    TextCheck{"empty", true},     TextCheck{"markup", true},      TextCheck{"glossary", true},
    TextCheck{"forbidden", true}, TextCheck{"length", true},      TextCheck{"numbers", false},
    TextCheck{"same_as_source", false}, TextCheck{"reading_speed", false},
    TextCheck{"line_width", false}, TextCheck{"outer_space", false}, TextCheck{"script", false}};

// What captions have no profile for yet. Netflix Timed Text Style Guides: Korean 16 characters a
// line and 12 a second, Chinese 16 and 9; full width counts two.
constexpr std::array further_paces{ReadingPace{"ko", 24, 32}, ReadingPace{"zh", 18, 32}};

std::string_view primary(std::string_view language) {
  return language.substr(0, std::min(language.find('-'), language.size()));
}

bool is_digit(char c) { return c >= '0' && c <= '9'; }
bool is_letter(char c) { return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z'); }

// The end of a tag such as <i>, </i>, <c.yellow> or <00:01.000> that begins at `at`, or at itself.
size_t tag_end(std::string_view text, size_t at) {
  size_t end = at + 1;
  if (end < text.size() && text[end] == '/') ++end;
  if (end >= text.size() || !(is_letter(text[end]) || is_digit(text[end]))) return at;
  while (end < text.size() && text[end] != '>' && text[end] != '<') ++end;
  return end < text.size() && text[end] == '>' ? end + 1 : at;
}

// {name} and {0}.
size_t place_end(std::string_view text, size_t at) {
  size_t end = at + 1;
  while (end < text.size() && (is_letter(text[end]) || is_digit(text[end]) || text[end] == '_')) {
    ++end;
  }
  return end > at + 1 && end < text.size() && text[end] == '}' ? end + 1 : at;
}

// %s, %d and %1$s; a percent sign after a number is a percentage.
size_t printf_end(std::string_view text, size_t at) {
  size_t end = at + 1;
  while (end < text.size() && is_digit(text[end])) ++end;
  if (end < text.size() && text[end] == '$' && end > at + 1) ++end;
  if (end >= text.size() || (text[end] != 's' && text[end] != 'd')) return at;
  if (end + 1 < text.size() && is_letter(text[end + 1])) return at;
  return end + 1;
}

// The end of the markup that begins at `at`, or `at` itself.
size_t markup_end(std::string_view text, size_t at) {
  if (text[at] == '<') return tag_end(text, at);
  if (text[at] == '{') return place_end(text, at);
  const bool percentage = at > 0 && is_digit(text[at - 1]);
  return text[at] == '%' && !percentage ? printf_end(text, at) : at;
}

std::string without_markup(std::string_view text) {
  std::string out;
  for (size_t at = 0; at < text.size();) {
    const size_t end = markup_end(text, at);
    if (end == at) out += text[at];
    at = std::max(end, at + 1);
  }
  return out;
}

std::string listed(const std::vector<std::string>& words) {
  std::string out;
  for (const auto& word : words) out += (out.empty() ? "" : " ") + word;
  return out;
}

// What stands in one list and not, or not as often, in the other.
std::vector<std::string> missing(std::vector<std::string> from, std::vector<std::string> in) {
  std::ranges::sort(from);
  std::ranges::sort(in);
  std::vector<std::string> out;
  std::ranges::set_difference(from, in, std::back_inserter(out));
  return out;
}

int32_t widest_line(std::string_view text) {
  int32_t widest = 0;
  for (size_t at = 0; at <= text.size();) {
    const size_t end = std::min(text.find('\n', at), text.size());
    widest = std::max(widest, static_cast<int32_t>(width_in_half_units(
                                  text.substr(at, end - at), AmbiguousWidth::narrow)));
    at = end + 1;
  }
  return widest;
}

bool is_blank(char c) { return c == ' ' || c == '\t' || c == '\n' || c == '\r'; }

// The state of one text being checked; each step adds what it finds.
class Checking {
 public:
  Checking(const SourceText& source, std::string_view target, std::string_view language,
           const Glossary& glossary)
      : source_(source), target_(target), language_(language), glossary_(glossary) {}

  std::vector<CheckResult> run() {
    if (std::ranges::all_of(target_, is_blank)) {
      add("empty", "");
      return found_;
    }
    check_markup();
    check_glossary();
    check_length();
    check_numbers();
    if (source_.key.field != TextField::artist_name && folded_text(target_) == source_folded() &&
        scripts_in(source_.text).latin == false) {
      add("same_as_source", "");
    }
    check_cue();
    if (is_blank(target_.front()) || is_blank(target_.back())) add("outer_space", "");
    check_script();
    return found_;
  }

 private:
  void add(std::string_view id, std::string detail) {
    const auto at = std::ranges::find(checks, id, &TextCheck::id);
    found_.push_back({at->id, at->is_error, std::move(detail)});
  }

  std::string source_folded() const { return folded_text(source_.text); }

  void check_markup() {
    const auto there = markup_in(source_.text);
    const auto here = markup_in(target_);
    auto wrong = missing(there, here);
    for (const auto& word : missing(here, there)) wrong.push_back("+" + word);
    if (!wrong.empty()) add("markup", listed(wrong));
  }

  void check_glossary() {
    const std::string folded = folded_text(target_);
    for (const GlossaryTerm* term : glossary_.met_in(source_.text, language_)) {
      if (term->kind == TermKind::cultural_note) continue;
      const bool as_is = term->kind == TermKind::do_not_translate;
      const std::string& wanted = as_is ? term->source : term->target;
      // A locked spelling is exact; a recurring word may begin a sentence.
      const bool kept = term->kind == TermKind::term ? folded.contains(folded_text(wanted))
                                                     : target_.contains(wanted);
      if (!kept) add("glossary", term->source + " → " + wanted);
    }
    for (const GlossaryTerm* term : glossary_.forbidden(language_)) {
      if (holds_word(folded, folded_text(term->source))) add("forbidden", term->source);
    }
  }

  void check_length() {
    if (!source_.max_width) return;
    const int32_t width = widest_line(without_markup(target_));
    if (width <= *source_.max_width) return;
    add("length", std::to_string(width) + " > " + std::to_string(*source_.max_width));
  }

  void check_numbers() {
    const auto lost = missing(numbers_in(without_markup(source_.text)),
                              numbers_in(without_markup(target_)));
    if (!lost.empty()) add("numbers", listed(lost));
  }

  void check_cue() {
    if (source_.key.field != TextField::subtitle_cue) return;
    const ReadingPace pace = reading_pace(language_);
    const std::string plain = without_markup(target_);
    check_pace(plain, pace);
    const int32_t width = widest_line(plain);
    if (width > pace.line_half_units) {
      add("line_width", std::to_string(width) + " > " + std::to_string(pace.line_half_units));
    }
  }

  void check_pace(std::string_view plain, const ReadingPace& pace) {
    if (!source_.start_ms || !source_.end_ms || *source_.end_ms <= *source_.start_ms) return;
    const int64_t shown_ms = *source_.end_ms - *source_.start_ms;
    const int64_t width = width_in_half_units(plain, AmbiguousWidth::narrow);
    const int64_t per_second = (width * 1000 + shown_ms - 1) / shown_ms;
    if (per_second <= pace.half_units_per_second) return;
    add("reading_speed",
        std::to_string(per_second) + " > " + std::to_string(pace.half_units_per_second));
  }

  // Kana left in an English text are a line somebody forgot.
  void check_script() {
    const std::string_view primary_language = primary(language_);
    const ScriptsInText scripts = scripts_in(target_);
    const bool kana_wanted = primary_language == "ja";
    if (scripts.kana && !kana_wanted) add("script", std::string(language_));
  }

  const SourceText& source_;
  std::string_view target_;
  std::string_view language_;
  const Glossary& glossary_;
  std::vector<CheckResult> found_;
};

}  // namespace

std::span<const TextCheck> text_checks() { return checks; }

ReadingPace reading_pace(std::string_view language) {
  const auto at = std::ranges::find(further_paces, primary(language), &ReadingPace::language);
  if (at != further_paces.end()) return *at;
  const ReadabilityProfile* own = find_profile(primary(language));
  const ReadabilityProfile& profile = own ? *own : *find_profile("en");
  return {profile.name,
          static_cast<int32_t>(profile.characters_per_second * profile.units_per_character),
          static_cast<int32_t>(profile.characters_per_line * profile.units_per_character)};
}

std::vector<std::string> markup_in(std::string_view text) {
  std::vector<std::string> out;
  for (size_t at = 0; at < text.size();) {
    const size_t end = markup_end(text, at);
    if (end > at) out.emplace_back(text.substr(at, end - at));
    at = std::max(end, at + 1);
  }
  return out;
}

std::vector<std::string> numbers_in(std::string_view text) {
  std::vector<std::string> out;
  std::string number;
  const std::string plain = nfkc(text);
  for (size_t at = 0; at <= plain.size(); ++at) {
    if (at < plain.size() && is_digit(plain[at])) {
      number += plain[at];
      continue;
    }
    // 1,000 and 1000 are the same number.
    const bool grouped = !number.empty() && at + 3 < plain.size() && plain[at] == ',' &&
                         is_digit(plain[at + 1]) && is_digit(plain[at + 2]) &&
                         is_digit(plain[at + 3]);
    if (grouped) continue;
    if (!number.empty()) out.push_back(std::move(number));
    number.clear();
  }
  return out;
}

std::vector<CheckResult> check_translation(const SourceText& source, std::string_view target,
                                           std::string_view language, const Glossary& glossary) {
  return Checking(source, target, language, glossary).run();
}

}  // namespace umikoe::localisation
