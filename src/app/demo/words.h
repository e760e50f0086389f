#pragma once

#include <span>
#include <string_view>

namespace umikoe::app::demo {

// One invented word or name in the four forms the catalogue delivers.
struct Words {
  std::string_view ja;     // as written in Japan
  std::string_view kana;   // its reading
  std::string_view latin;  // romanised
  std::string_view en;     // translated, or the name abroad
};

std::span<const Words> artist_words();     // 40; the first is the artist of HOSHI-NO-OTO
std::span<const Words> of_words();         // 48: the A of "B of A"
std::span<const Words> thing_words();      // 40: the B of "B of A"
std::span<const Words> family_names();     // of writers
std::span<const Words> given_names();      // of writers
std::span<const std::string_view> genres();

}  // namespace umikoe::app::demo
