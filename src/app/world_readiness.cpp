#include "app/world_readiness.h"

#include <algorithm>

#include "app/kept_captions.h"
#include "app/question.h"
#include "app/translation/translation_desk.h"
#include "base/utf8.h"
#include "localisation/names/kana.h"

namespace umikoe::app {
namespace {

using localisation::NameFormKind;
using localisation::Readiness;
using localisation::ReadinessFacts;

bool is_latin(std::string_view text) {
  const ScriptsInText scripts = scripts_in(text);
  return !scripts.kanji && !scripts.kana && !scripts.hangul;
}

void take_title(const StoredNameForm& form, ReadinessFacts& facts) {
  const bool latin = is_latin(form.text);
  auto& languages = form.approved() ? facts.title_languages : facts.title_languages_waiting;
  switch (form.kind) {
    case NameFormKind::original:
      facts.title_is_latin = facts.title_is_latin || latin;
      facts.title_needs_reading = facts.title_needs_reading || localisation::any_kanji(form.text);
      return;
    case NameFormKind::reading:
      (form.approved() ? facts.reading : facts.reading_waiting) = true;
      return;
    case NameFormKind::official:
    case NameFormKind::translated:
      languages.emplace_back(form.language.language());
      break;
    default:
      break;
  }
  if (latin) (form.approved() ? facts.latin_title : facts.latin_title_waiting) = true;
}

void take_artist(const StoredNameForm& form, ReadinessFacts& facts) {
  if (!is_latin(form.text) || form.kind == NameFormKind::reading) return;
  if (form.kind == NameFormKind::original) {
    facts.artist_is_latin = true;
  } else {
    (form.approved() ? facts.latin_artist : facts.latin_artist_waiting) = true;
  }
}

void take_tracks(const catalogue::Recording& recording, ReadinessFacts& facts) {
  facts.video = recording.kind == catalogue::RecordingKind::video;
  facts.instrumental = recording.is_instrumental.value_or(facts.instrumental);
  for (const std::string& language : recording.subtitle_languages) {
    facts.subtitle_languages.emplace_back(parse_language_tag(language).tag.language());
  }
}

ReadinessFacts facts_of_forms(const std::vector<StoredNameForm>& forms) {
  ReadinessFacts facts;
  for (const StoredNameForm& form : forms) {
    form.of_artist ? take_artist(form, facts) : take_title(form, facts);
  }
  return facts;
}

// A language all cues of which are published has its subtitles; one that is begun has them coming.
void take_cues(const TranslationDesk& desk, const localisation::TextKey& first,
               const std::string& language, ReadinessFacts& facts) {
  using localisation::UnitStage;
  bool any = false;
  bool all = true;
  bool begun = false;
  for (auto at = desk.sources().lower_bound(first); at != desk.sources().end(); ++at) {
    const bool same = at->first.object == first.object && at->first.id == first.id &&
                      at->first.field == first.field;
    if (!same) break;
    const UnitStage stage = desk.view({at->first, language}).stage;
    any = true;
    all = all && (stage == UnitStage::published || stage == UnitStage::kept_original);
    begun = begun || (stage != UnitStage::missing && stage != UnitStage::withdrawn);
  }
  const std::string primary(parse_language_tag(language).tag.language());
  if (any && all) {
    facts.subtitle_languages.push_back(primary);
  } else if (begun) {
    facts.subtitle_languages_waiting.push_back(primary);
  }
}

void take_captions(const std::vector<const KeptCaptions*>& captions, ReadinessFacts& facts) {
  for (const KeptCaptions* kept : captions) {
    facts.subtitle_languages.emplace_back(parse_language_tag(kept->language).tag.language());
  }
}

// What translation work has published, and what stays in Japanese by the artist's wish.
void take_units(const TranslationDesk& desk, const Isrc& isrc, const std::string& artist,
                ReadinessFacts& facts) {
  using localisation::TextField;
  using localisation::TextObject;
  using localisation::UnitStage;
  const auto object = facts.video ? TextObject::video : TextObject::recording;
  for (const std::string& language : desk.languages()) {
    const std::string primary(parse_language_tag(language).tag.language());
    const UnitView title = desk.view({{object, isrc.to_string(), TextField::title}, language});
    if (title.stage == UnitStage::published) {
      facts.title_languages.push_back(primary);
      facts.latin_title = facts.latin_title || is_latin(title.text());
    }
    facts.title_kept = facts.title_kept || title.stage == UnitStage::kept_original;
    take_cues(desk, {object, isrc.to_string(), TextField::subtitle_cue, 0}, language, facts);
    const UnitView name =
        desk.view({{TextObject::artist, artist, TextField::artist_name}, language});
    const bool published = name.stage == UnitStage::published && is_latin(name.text());
    facts.latin_artist = facts.latin_artist || published;
    facts.artist_kept = facts.artist_kept || name.stage == UnitStage::kept_original;
  }
}

// One walk over everything on file instead of one for each recording.
std::map<Isrc, ReadinessFacts> all_facts(const LoadedWorld& world) {
  std::map<Isrc, ReadinessFacts> all;
  for (const auto& [isrc, forms] : name_forms(world)) all[isrc] = facts_of_forms(forms);
  for (const DeliveredContents& delivered : world.contents()) {
    for (const auto& recording : delivered.contents.recordings) {
      if (recording.isrc) take_tracks(recording, all[*recording.isrc]);
    }
  }
  for (const auto& [isrc, captions] : current_captions(world)) {
    if (const auto at = all.find(isrc); at != all.end()) take_captions(captions, at->second);
  }
  // A log that cannot be read is told by the translation verbs; names on file count all the same.
  const auto desk = TranslationDesk::load(world);
  if (!desk) return all;
  for (auto& [isrc, facts] : all) {
    const RecordingCard* card = world.card(isrc);
    take_units(**desk, isrc, card ? card->artist : "", facts);
  }
  return all;
}

Result<std::string> language_of(const ReadinessQuestion& question) {
  if (!question.territory.empty()) {
    const auto territory = TerritoryCode::parse(question.territory);
    if (!territory) return fail("territory_unknown_word", {{"territory", question.territory}});
    return localisation::main_language(territory->code());
  }
  if (question.language.empty()) return std::string("en");
  const auto parsed = parse_language_tag(question.language);
  if (parsed.state == LanguageTagState::malformed || parsed.tag.language().empty()) {
    return fail("language_tag_unknown", {{"language", question.language}});
  }
  return std::string(parsed.tag.language());
}

bool wanted(const LoadedWorld& world, const Isrc& isrc, const std::string& artist) {
  const RecordingCard* card = world.card(isrc);
  return artist.empty() ||
         (card && (card->artist.contains(artist) || card->artist_en.contains(artist)));
}

}  // namespace

ReadinessFacts readiness_facts(const LoadedWorld& world, const Isrc& isrc,
                               const std::vector<StoredNameForm>& forms) {
  ReadinessFacts facts = facts_of_forms(forms);
  for (const DeliveredContents& delivered : world.contents()) {
    for (const auto& recording : delivered.contents.recordings) {
      if (recording.isrc == isrc) take_tracks(recording, facts);
    }
  }
  take_captions(current_captions(world, isrc), facts);
  const RecordingCard* card = world.card(isrc);
  if (const auto desk = TranslationDesk::load(world)) {
    take_units(**desk, isrc, card ? card->artist : "", facts);
  }
  return facts;
}

WorldReadiness::WorldReadiness(const LoadedWorld& world) : facts_(all_facts(world)) {}

const Readiness& WorldReadiness::of(const Isrc& isrc, const std::string& language) {
  auto& of_recording = known_[isrc];
  const auto known = of_recording.find(language);
  if (known != of_recording.end()) return known->second;
  return of_recording.emplace(language, localisation::readiness(facts_[isrc], language))
      .first->second;
}

const Readiness& WorldReadiness::of(const Isrc& isrc, TerritoryCode territory) {
  std::string& language = languages_[territory];
  if (language.empty()) language = localisation::main_language(territory.code());
  return of(isrc, language);
}

Result<ReadinessReport> readiness_report(const LoadedWorld& world,
                                         const ReadinessQuestion& question) {
  ReadinessReport report;
  UMIKOE_TRY(report.language, language_of(question));
  if (!question.isrc.empty()) {
    UMIKOE_TRY(const Isrc isrc, parse_recording(question.isrc, world));
    report.rows.emplace_back(
        isrc, localisation::readiness(readiness_facts(world, isrc, name_forms(world, isrc)),
                                      report.language));
  } else {
    WorldReadiness readiness(world);
    for (const auto& [isrc, card] : world.recordings()) {
      if (!wanted(world, isrc, question.artist)) continue;
      report.rows.emplace_back(isrc, readiness.of(isrc, report.language));
    }
    std::ranges::stable_sort(report.rows, {}, [](const auto& row) { return row.second.score; });
  }
  int64_t sum = 0;
  for (const auto& [isrc, readiness] : report.rows) {
    report.understood += readiness.understood;
    sum += readiness.score;
  }
  if (!report.rows.empty()) {
    report.mean_score = static_cast<int>(sum / static_cast<int64_t>(report.rows.size()));
  }
  return report;
}

}  // namespace umikoe::app
