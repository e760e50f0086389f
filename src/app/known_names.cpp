#include "app/known_names.h"

#include <set>
#include <vector>

#include "app/name_forms.h"
#include "localisation/names/kana.h"

namespace umikoe::app {
namespace {

using localisation::NameFormKind;

struct Stated {
  std::set<std::string> readings;
  std::set<std::string> latin;
};

void gather(const std::vector<StoredNameForm>& forms, std::map<std::string, Stated>& stated) {
  for (const StoredNameForm& original : forms) {
    if (original.kind != NameFormKind::original) continue;
    Stated& entry = stated[original.text];
    for (const StoredNameForm& form : forms) {
      if (form.of_artist != original.of_artist || !form.approved()) continue;
      if (form.kind == NameFormKind::reading) {
        entry.readings.insert(localisation::to_katakana(form.text));
      }
      if (form.kind == NameFormKind::romanised) entry.latin.insert(form.text);
    }
  }
}

std::string only(const std::set<std::string>& texts) {
  return texts.size() == 1 ? *texts.begin() : std::string{};
}

}  // namespace

KnownNames known_names(const LoadedWorld& world) {
  std::map<std::string, Stated> stated;
  const NameForms forms = name_forms(world);
  for (const auto& [isrc, of_recording] : forms) gather(of_recording, stated);
  KnownNames known;
  for (const auto& [name, entry] : stated) {
    KnownName result{only(entry.readings), only(entry.latin)};
    if (!result.reading.empty() || !result.latin.empty()) known.emplace(name, std::move(result));
  }
  return known;
}

}  // namespace umikoe::app
