#include <algorithm>

#include "app/find.h"
#include "app/question.h"
#include "base/unicode_text.h"
#include "localisation/names/kana.h"
#include "localisation/names/read_name.h"
#include "localisation/names/romanise.h"

namespace umikoe::app {
namespace {

using localisation::NameFormKind;
using localisation::Scheme;

constexpr size_t hits_looked_at = 20;  // what a person scrolls through

std::string lower(const std::string& text) { return folded_text(text); }

void add(Simulation& simulation, std::string kind, std::string text) {
  if (text.empty()) return;
  simulation.typed.push_back({std::move(kind), std::move(text), {}});
}

void add_typed(Simulation& simulation, const std::vector<StoredNameForm>& forms,
               const localisation::Reading& reading) {
  for (const StoredNameForm& form : forms) {
    if (form.of_artist) continue;
    if (form.kind == NameFormKind::original) add(simulation, "original", form.text);
    if (form.kind == NameFormKind::official) add(simulation, "official", form.text);
    if (form.kind == NameFormKind::translated) add(simulation, "translated", form.text);
  }
  const std::string hepburn = localisation::romanised(reading, Scheme::hepburn);
  add(simulation, "kana", localisation::to_hiragana(reading.kana()));
  add(simulation, "hepburn", lower(hepburn));
  add(simulation, "plain", lower(without_diacritics(hepburn)));
  add(simulation, "wapuro", lower(localisation::romanised(reading, Scheme::wapuro)));
  add(simulation, "foreign",
      lower(localisation::romanised_with_foreign_words(reading, Scheme::hepburn)));
}

// A service of rule `delivered` compares text as written, one of rule `romaji` by our folded keys;
// both know delivered and approved forms only and find by the beginning of a title.
bool reached_by_forms(const std::vector<StoredNameForm>& forms, const std::string& typed,
                      bool folded) {
  return std::ranges::any_of(forms, [&](const StoredNameForm& form) {
    if (form.of_artist || !form.approved()) return false;
    if (!folded) return folded_text(form.text).starts_with(folded_text(typed));
    for (const auto& query : query_keys(typed)) {
      for (const auto& key : query_keys(form.text)) {
        if (key.kind == query.kind && key.key.starts_with(query.key)) return true;
      }
    }
    return false;
  });
}

}  // namespace

std::vector<std::string> search_rules() { return {"delivered", "romaji", "umikoe"}; }

Result<Simulation> simulate_search(const LoadedWorld& world, const NameSearch& search,
                                   const std::string& isrc, MorphologicalEngine& engine) {
  Simulation simulation;
  UMIKOE_TRY(simulation.isrc, parse_recording(isrc, world));
  const auto forms = name_forms(world, simulation.isrc);
  const auto original = std::ranges::find_if(forms, [](const StoredNameForm& form) {
    return !form.of_artist && form.kind == NameFormKind::original;
  });
  if (original == forms.end()) return simulation;
  UMIKOE_TRY(const auto paths, engine.analyse(localisation::prepared_name(original->text), 1));
  const auto reading =
      paths.empty() ? localisation::Reading{} : localisation::read_path(paths.front());
  add_typed(simulation, forms, reading);
  for (TypedForm& typed : simulation.typed) {
    typed.reached.push_back(reached_by_forms(forms, typed.text, false));
    typed.reached.push_back(reached_by_forms(forms, typed.text, true));
    UMIKOE_TRY(const auto found, search.find(typed.text, hits_looked_at));
    typed.reached.push_back(std::ranges::any_of(
        found, [&](const Found& hit) { return !hit.artist && hit.isrc == simulation.isrc; }));
  }
  return simulation;
}

}  // namespace umikoe::app
