#include "localisation/names/form_kind.h"

#include <algorithm>
#include <array>
#include <utility>

#include "base/utf8.h"
#include "localisation/names/kana.h"

namespace umikoe::localisation {
namespace {

using catalogue::NameForm;
using catalogue::NameKind;

constexpr std::array words = std::to_array<std::pair<NameFormKind, std::string_view>>({
    {NameFormKind::original, "original"},
    {NameFormKind::reading, "reading"},
    {NameFormKind::romanised, "romanised"},
    {NameFormKind::official, "official"},
    {NameFormKind::translated, "translated"},
    {NameFormKind::search_only, "search_only"},
});

bool kana_script(std::string_view script) {
  return script == "Hrkt" || script == "Kana" || script == "Hira";
}

bool is_latin(const NameForm& form) {
  const ScriptsInText scripts = scripts_in(form.text);
  return scripts.latin && !scripts.kanji && !scripts.kana && !scripts.hangul;
}

}  // namespace

std::string_view word(NameFormKind kind) {
  return std::ranges::find(words, kind, &std::pair<NameFormKind, std::string_view>::first)->second;
}

std::optional<NameFormKind> parse_name_form_kind(std::string_view text) {
  const auto found =
      std::ranges::find(words, text, &std::pair<NameFormKind, std::string_view>::second);
  return found == words.end() ? std::nullopt : std::optional(found->first);
}

NameFormKind kind_of(const NameForm& form, bool original_is_latin) {
  if (kana_script(form.language.script()) || form.kind == NameKind::indexed) {
    return NameFormKind::reading;
  }
  if (form.kind == NameKind::translated) return NameFormKind::translated;
  if (form.kind == NameKind::transliterated) return NameFormKind::romanised;
  if (!is_latin(form) || original_is_latin) return NameFormKind::original;
  const std::string_view language = form.language.language();
  const bool other_language = !language.empty() && language != "ja";
  return other_language ? NameFormKind::official : NameFormKind::romanised;
}

}  // namespace umikoe::localisation
