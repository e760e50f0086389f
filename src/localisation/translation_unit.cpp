#include "localisation/translation_unit.h"

#include <algorithm>
#include <array>
#include <charconv>
#include <utility>

#include "base/language_tag.h"
#include "base/sha256.h"

namespace umikoe::localisation {
namespace {

constexpr std::array<std::string_view, 6> object_words{"artist",  "work",  "recording",
                                                       "release", "video", "tour_page"};
constexpr std::array<std::string_view, 8> field_words{
    "title",      "artist_name",  "credit_line", "bio",
    "lyric_line", "subtitle_cue", "liner_notes", "cultural_note"};

// Enough that two texts of one world never meet; short enough to be read in a table.
constexpr size_t hash_digits = 16;

template <class T, size_t n>
std::optional<T> parse_word(const std::array<std::string_view, n>& words, std::string_view word) {
  const auto at = std::ranges::find(words, word);
  if (at == words.end()) return std::nullopt;
  return static_cast<T>(at - words.begin());
}

// Takes the part before the next colon off.
std::optional<std::string_view> take_part(std::string_view& rest) {
  const size_t colon = rest.find(':');
  if (colon == std::string_view::npos) return std::nullopt;
  const std::string_view part = rest.substr(0, colon);
  rest.remove_prefix(colon + 1);
  return part;
}

bool read_field(std::string_view part, TextKey& key) {
  const size_t dot = part.find('.');
  const auto field = parse_text_field(part.substr(0, dot));
  if (!field) return false;
  key.field = *field;
  if (dot == std::string_view::npos) return true;
  const std::string_view digits = part.substr(dot + 1);
  const char* end = digits.data() + digits.size();
  const auto [stopped, error] = std::from_chars(digits.data(), end, key.number);
  return is_numbered(*field) && error == std::errc() && stopped == end && key.number > 0;
}

std::string head(const TextKey& key) {
  std::string out = std::string(word(key.object)) + ":" + std::string(word(key.field));
  if (key.number > 0) out += "." + std::to_string(key.number);
  return out + ":";
}

}  // namespace

std::string_view word(TextObject object) { return object_words[std::to_underlying(object)]; }
std::string_view word(TextField field) { return field_words[std::to_underlying(field)]; }
std::optional<TextObject> parse_text_object(std::string_view word) {
  return parse_word<TextObject>(object_words, word);
}
std::optional<TextField> parse_text_field(std::string_view word) {
  return parse_word<TextField>(field_words, word);
}

bool is_numbered(TextField field) {
  return field == TextField::lyric_line || field == TextField::subtitle_cue;
}

std::string to_string(const UnitKey& key) {
  return head(key.text) + key.language + ":" + key.text.id;
}

std::string to_string(const TextKey& key) { return head(key) + key.id; }

std::optional<TextKey> parse_text_key(std::string_view written) {
  TextKey key;
  const auto object = take_part(written);
  const auto field = take_part(written);
  if (!object || !field || written.empty()) return std::nullopt;
  const auto known = parse_text_object(*object);
  if (!known || !read_field(*field, key)) return std::nullopt;
  key.object = *known;
  key.id = written;
  return key;
}

std::optional<UnitKey> parse_unit_key(std::string_view written) {
  UnitKey key;
  const auto object = take_part(written);
  const auto field = take_part(written);
  const auto language = take_part(written);
  if (!object || !field || !language || written.empty()) return std::nullopt;
  const auto known = parse_text_object(*object);
  if (!known || !read_field(*field, key.text)) return std::nullopt;
  const ParsedLanguageTag tag = parse_language_tag(*language);
  if (tag.tag.empty() || tag.state == LanguageTagState::malformed) return std::nullopt;
  key.text.object = *known;
  key.text.id = written;
  key.language = tag.tag.text;
  return key;
}

std::string source_hash(const SourceText& source) {
  return sha256_hex(source.language + ":" + source.text).substr(0, hash_digits);
}

bool is_lyric(const SourceText& source) {
  if (source.key.field == TextField::lyric_line) return true;
  return source.key.field == TextField::subtitle_cue && !source.spoken;
}

}  // namespace umikoe::localisation
