#pragma once

#include <compare>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

#include "base/date.h"

namespace umikoe::localisation {

// What a text is about; its id is an ISRC (recording, video), an ISWC or our own id (work), a
// release key, or the name of an artist or page as it is written.
enum class TextObject : uint8_t { artist, work, recording, release, video, tour_page };
// Which text of it. Lyric lines and subtitle cues are numbered from 1.
enum class TextField : uint8_t {
  title,
  artist_name,
  credit_line,
  bio,
  lyric_line,
  subtitle_cue,
  liner_notes,
  cultural_note
};
std::string_view word(TextObject object);
std::string_view word(TextField field);
std::optional<TextObject> parse_text_object(std::string_view word);
std::optional<TextField> parse_text_field(std::string_view word);
bool is_numbered(TextField field);

// One text to be translated, whatever the language.
struct TextKey {
  TextObject object = TextObject::recording;
  std::string id;
  TextField field = TextField::title;
  int32_t number = 0;  // of lyric lines and cues; otherwise 0

  auto operator<=>(const TextKey&) const = default;
};

// One unit of translation work: a text in one language. Written OBJECT:FIELD[.N]:LANGUAGE:ID, the
// id last because it may hold colons itself: recording:lyric_line.3:en:JPZ9D2300029.
struct UnitKey {
  TextKey text;
  std::string language;  // BCP 47

  auto operator<=>(const UnitKey&) const = default;
};
std::string to_string(const UnitKey& key);
// Nothing where a part is missing or not known. A numbered field without its number is read with
// the number 0: every line of it.
std::optional<UnitKey> parse_unit_key(std::string_view written);
// The same without a language: OBJECT:FIELD[.N]:ID.
std::string to_string(const TextKey& key);
std::optional<TextKey> parse_text_key(std::string_view written);

// A text as it stands in its own language, with what its translators need to know.
struct SourceText {
  TextKey key;
  std::string text;
  std::string language = "ja";
  std::string work;     // the ISWC or our id of the work whose words they are; rights hang on it
  std::string owner;    // the artist or label whose consent counts
  std::string context;  // for people: the title it belongs to
  bool spoken = false;  // a subtitle of speech and not of lyrics
  std::optional<Date> released;      // unknown counts as not released
  std::optional<int64_t> start_ms;   // of a cue
  std::optional<int64_t> end_ms;
  std::optional<int32_t> max_width;  // in half-width units

  bool operator==(const SourceText&) const = default;
};
// Changes whenever the words change, and with nothing else: an approval is of these words.
std::string source_hash(const SourceText& source);
// Words of a song, whose translation is a right of its authors (Copyright Act of Japan, Art. 27).
bool is_lyric(const SourceText& source);

}  // namespace umikoe::localisation
