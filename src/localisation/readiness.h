#pragma once

#include <cstdint>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace umikoe::localisation {

// What a recording needs so that people of a language can find and understand it.
enum class Need : uint8_t {
  title_latin,     // a title in Latin letters: searched and typed everywhere
  title_language,  // a title in the language itself, official or translated
  artist_latin,
  reading,   // kana: search and sorting at Japanese services, and the base of every romanisation
  subtitles  // of a video, in the language or in English
};
std::string_view word(Need need);

enum class NeedState : uint8_t {
  ready,
  waiting,  // proposed or being translated: a person has to decide
  missing,
  kept,  // stays in Japanese by the artist's wish: finished
  not_needed
};
std::string_view word(NeedState state);

// How much one need weighs in the score, for what and for which languages. Rules are data; each
// states who asks for it.
struct NeedRule {
  Need need;
  int weight;
  bool for_sound;
  bool for_video;
  bool essential;  // without it an open recording is not understood
  std::string_view source;
};
std::span<const NeedRule> need_rules();

// What is on file about one recording, as far as readiness asks.
struct ReadinessFacts {
  bool video = false;
  bool title_is_latin = false;  // the original itself is in Latin letters
  bool artist_is_latin = false;
  bool title_needs_reading = false;  // it has kanji
  bool instrumental = false;         // nothing is sung: nothing to subtitle
  bool title_kept = false;           // by the artist's wish
  bool artist_kept = false;
  bool latin_title = false;  // approved forms
  bool latin_artist = false;
  bool reading = false;
  bool latin_title_waiting = false;  // proposed ones
  bool latin_artist_waiting = false;
  bool reading_waiting = false;
  std::vector<std::string> title_languages;  // approved, primary subtags ("en", "pt")
  std::vector<std::string> title_languages_waiting;
  std::vector<std::string> subtitle_languages;          // stated, kept, or published here
  std::vector<std::string> subtitle_languages_waiting;  // being translated
};

struct ReadinessItem {
  Need need;
  NeedState state = NeedState::missing;
  int weight = 0;
};

struct Readiness {
  std::string language;
  std::vector<ReadinessItem> items;  // in order of the rules, those not needed included
  int score = 0;            // 0 to 100: weight of what is ready or kept, of all that is needed
  bool understood = false;  // every essential need is met

  std::vector<Need> missing() const;  // and waiting ones
};

// Readiness for one language, by its primary subtag. Where the language is Japanese everything but
// the reading is ready by itself.
Readiness readiness(const ReadinessFacts& facts, std::string_view language);

// The language most people of a territory read, by Unicode's likely subtags (CLDR): "pt" of BR.
std::string main_language(std::string_view territory_code);

}  // namespace umikoe::localisation
