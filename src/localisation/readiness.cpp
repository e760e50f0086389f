#include "localisation/readiness.h"

#include <unicode/uloc.h>

#include <algorithm>
#include <array>
#include <utility>

#include "base/result.h"

namespace umikoe::localisation {
namespace {

// Weights are ours: names before tracks, because what cannot be typed is not found at all.
constexpr std::array rules = std::to_array<NeedRule>({
    {Need::title_latin, 30, true, true, true, "DDEX: a title for each language and script"},
    {Need::title_language, 15, true, true, false, "metadata style guides of the services"},
    {Need::artist_latin, 30, true, true, true, "DDEX: a name for each language and script"},
    {Need::reading, 10, true, true, false, "ERN: FullNameIndexed, ja-Hrkt titles"},
    {Need::subtitles, 35, false, true, true, "videos: subtitles in the language or in English"},
});

constexpr std::array need_words = std::to_array<std::pair<Need, std::string_view>>({
    {Need::title_latin, "title_latin"},
    {Need::title_language, "title_language"},
    {Need::artist_latin, "artist_latin"},
    {Need::reading, "reading"},
    {Need::subtitles, "subtitles"},
});
constexpr std::array state_words = std::to_array<std::pair<NeedState, std::string_view>>({
    {NeedState::ready, "ready"},
    {NeedState::waiting, "waiting"},
    {NeedState::missing, "missing"},
    {NeedState::kept, "kept"},
    {NeedState::not_needed, "not_needed"},
});

bool has(const std::vector<std::string>& languages, std::string_view language) {
  return std::ranges::find(languages, language) != languages.end();
}

NeedState met(bool ready, bool kept, bool waiting) {
  if (ready) return NeedState::ready;
  if (kept) return NeedState::kept;
  return waiting ? NeedState::waiting : NeedState::missing;
}

NeedState title_language_state(const ReadinessFacts& facts, std::string_view language) {
  // A title that is Latin itself is read as it is.
  return met(facts.title_is_latin || has(facts.title_languages, language), facts.title_kept,
             has(facts.title_languages_waiting, language));
}

NeedState subtitle_state(const ReadinessFacts& facts, std::string_view language) {
  if (facts.instrumental) return NeedState::not_needed;
  const bool there = has(facts.subtitle_languages, language) || has(facts.subtitle_languages, "en");
  return met(there, false, has(facts.subtitle_languages_waiting, language));
}

NeedState state_of(Need need, const ReadinessFacts& facts, std::string_view language) {
  const bool japanese = language == "ja";
  switch (need) {
    case Need::title_latin:
      if (japanese) return NeedState::not_needed;
      return met(facts.title_is_latin || facts.latin_title, facts.title_kept,
                 facts.latin_title_waiting);
    case Need::title_language:
      return japanese ? NeedState::not_needed : title_language_state(facts, language);
    case Need::artist_latin:
      if (japanese) return NeedState::not_needed;
      return met(facts.artist_is_latin || facts.latin_artist, facts.artist_kept,
                 facts.latin_artist_waiting);
    case Need::reading:
      if (!facts.title_needs_reading) return NeedState::not_needed;
      return met(facts.reading, false, facts.reading_waiting);
    case Need::subtitles:
      return japanese ? NeedState::not_needed : subtitle_state(facts, language);
  }
  std::unreachable();
}

}  // namespace

std::span<const NeedRule> need_rules() { return rules; }

std::string_view word(Need need) {
  return std::ranges::find(need_words, need, &std::pair<Need, std::string_view>::first)->second;
}

std::string_view word(NeedState state) {
  return std::ranges::find(state_words, state, &std::pair<NeedState, std::string_view>::first)
      ->second;
}

std::vector<Need> Readiness::missing() const {
  std::vector<Need> needs;
  for (const ReadinessItem& item : items) {
    const bool open = item.state == NeedState::missing || item.state == NeedState::waiting;
    if (open) needs.push_back(item.need);
  }
  return needs;
}

Readiness readiness(const ReadinessFacts& facts, std::string_view language) {
  Readiness result{std::string(language), {}, 0, true};
  int needed = 0;
  int done = 0;
  for (const NeedRule& rule : rules) {
    const bool applies = facts.video ? rule.for_video : rule.for_sound;
    const NeedState state = applies ? state_of(rule.need, facts, language) : NeedState::not_needed;
    result.items.push_back({rule.need, state, rule.weight});
    if (state == NeedState::not_needed) continue;
    const bool finished = state == NeedState::ready || state == NeedState::kept;
    needed += rule.weight;
    done += finished ? rule.weight : 0;
    if (rule.essential && !finished) result.understood = false;
  }
  result.score = needed == 0 ? 100 : done * 100 / needed;
  return result;
}

std::string main_language(std::string_view territory_code) {
  const std::string unknown = "und_" + std::string(territory_code.substr(0, 2));
  std::array<char, ULOC_FULLNAME_CAPACITY> likely{};
  std::array<char, ULOC_LANG_CAPACITY> language{};
  UErrorCode code = U_ZERO_ERROR;
  uloc_addLikelySubtags(unknown.c_str(), likely.data(), static_cast<int32_t>(likely.size()), &code);
  uloc_getLanguage(likely.data(), language.data(), static_cast<int32_t>(language.size()), &code);
  UMIKOE_ASSERT(U_SUCCESS(code));  // the tables are part of ICU's library
  // A place without people of its own has no likely language: English is what is tried.
  return language[0] == '\0' ? "en" : std::string(language.data());
}

}  // namespace umikoe::localisation
