#include "catalogue/check_names.h"

#include <algorithm>
#include <array>

#include "base/utf8.h"

namespace umikoe::catalogue {
namespace {

bool is_cjk(const ScriptsInText& scripts) {
  return scripts.kanji || scripts.kana || scripts.hangul;
}

void check_language(const NameForm& form, const Breach& breach) {
  if (form.language.empty()) return breach("language_tag", form.text);
  const auto parsed = parse_language_tag(
      form.language_as_written.empty() ? form.language.text : form.language_as_written);
  if (parsed.state != LanguageTagState::good) {
    breach("language_tag", form.language_as_written + ": " + form.text);
  }
}

// A tag that names a script promises that script.
bool script_broken(const NameForm& form) {
  const ScriptsInText scripts = scripts_in(form.text);
  const std::string_view script = form.language.script();
  if (script == "Latn") return is_cjk(scripts);
  if (script == "Hrkt" || script == "Kana" || script == "Hira") return scripts.kanji;
  const bool latin_language = form.language.language() == "en" ||
                              form.language.language() == "fr" ||
                              form.language.language() == "es" || form.language.language() == "pt";
  return script.empty() && latin_language && is_cjk(scripts);
}

// "Rise 이카루스", "夜明け (Daybreak)": one title in two languages.
bool side_by_side(std::string_view text) {
  for (const auto& [open, close] :
       {std::pair<std::string_view, std::string_view>{"(", ")"}, {"（", "）"}, {" / ", ""}}) {
    const size_t at = text.find(open);
    if (at == std::string_view::npos || at == 0) continue;
    const std::string_view before = text.substr(0, at);
    std::string_view after = text.substr(at + open.size());
    if (!close.empty()) after = after.substr(0, after.find(close));
    const ScriptsInText left = scripts_in(before);
    const ScriptsInText right = scripts_in(after);
    const bool left_latin = left.latin && !is_cjk(left);
    const bool right_latin = right.latin && !is_cjk(right);
    if ((left_latin && is_cjk(right) && !right.latin) ||
        (is_cjk(left) && !left.latin && right_latin)) {
      return true;
    }
  }
  return false;
}

// Full-width Latin letters and digits, half-width katakana, loose sound marks, bare tilde waves.
bool odd_characters(std::string_view text) {
  return std::ranges::any_of(code_points(text), [](char32_t c) {
    const bool full_width_ascii = (c >= 0xFF10 && c <= 0xFF19) || (c >= 0xFF21 && c <= 0xFF3A) ||
                                  (c >= 0xFF41 && c <= 0xFF5A);
    const bool half_width_kana = c >= 0xFF61 && c <= 0xFF9F;
    const bool loose_mark = c == 0x309B || c == 0x309C || c == 0x3099 || c == 0x309A;
    return full_width_ascii || half_width_kana || loose_mark || c == 0xFFFD;
  });
}

// An English title of several letters in one case only; acronyms of up to four letters are fine.
bool odd_case(const NameForm& form) {
  if (form.language.language() != "en") return false;
  int upper = 0;
  int lower = 0;
  for (const char c : form.text) {
    upper += c >= 'A' && c <= 'Z';
    lower += c >= 'a' && c <= 'z';
  }
  return upper + lower > 4 && (upper == 0 || lower == 0);
}

bool is_reading(const NameForm& form) {
  const std::string_view script = form.language.script();
  return script == "Hrkt" || script == "Kana" || script == "Hira" || form.kind == NameKind::indexed;
}

bool is_latin(const NameForm& form) {
  const ScriptsInText scripts = scripts_in(form.text);
  return scripts.latin && !is_cjk(scripts);
}

void check_forms(const std::vector<NameForm>& forms, const Breach& breach) {
  for (const NameForm& form : forms) {
    check_language(form, breach);
    if (script_broken(form)) breach("script_mismatch", form.language.text + ": " + form.text);
    if (odd_characters(form.text)) breach("character_form", form.text);
  }
}

// Needs a Latin form and a reading only where the original is not Latin; kana is its own reading.
void check_reach(const std::vector<NameForm>& forms, const Breach& breach) {
  const auto original = std::ranges::find_if(forms, [](const NameForm& form) {
    return is_cjk(scripts_in(form.text)) && !is_reading(form);
  });
  if (original == forms.end()) return;
  if (!std::ranges::any_of(forms, is_latin)) breach("latin_title", original->text);
  const bool has_kanji = scripts_in(original->text).kanji;
  if (has_kanji && original->language.language() != "zh" &&
      !std::ranges::any_of(forms, is_reading)) {
    breach("reading", original->text);
  }
}

// ERN 4 repeats a title per language; exactly one of them is the default.
void check_default(const std::vector<NameForm>& forms, const Breach& breach) {
  const auto stated = std::ranges::count_if(
      forms, [](const NameForm& form) { return form.is_default.has_value(); });
  const auto defaults = std::ranges::count_if(
      forms, [](const NameForm& form) { return form.is_default.value_or(false); });
  if (stated > 0 && defaults != 1) breach("default_title", forms.front().text);
}

constexpr std::array<std::string_view, 5> guest_words{" feat. ", " feat ", " ft. ", "(feat.",
                                                      " featuring "};

}  // namespace

void check_title(const std::vector<NameForm>& forms, const Breach& breach) {
  if (forms.empty()) return;
  check_forms(forms, breach);
  check_reach(forms, breach);
  check_default(forms, breach);
  for (const NameForm& form : forms) {
    if (side_by_side(form.text)) breach("side_by_side_title", form.text);
    if (odd_case(form)) breach("letter_case", form.text);
  }
}

void check_artist_name(const std::vector<NameForm>& forms, const Breach& breach) {
  check_forms(forms, breach);
  for (const NameForm& form : forms) {
    for (const std::string_view word : guest_words) {
      if (form.text.contains(word)) {
        breach("guest_in_artist_name", form.text);
        break;
      }
    }
  }
}

}  // namespace umikoe::catalogue
