#pragma once

#include <cstddef>
#include <string>

// Identifiers with right check characters from ranges nobody uses: the world is fictional, and so
// are they.
namespace umikoe::app::demo {

std::string dpid_of(int number);      // PADPIDA2026DEMOnn + check
std::string isni_of(size_t number);   // 00000009…: not assigned
std::string grid_of(size_t number);   // A1DEMO1… : issuer code "DEMO1"
std::string icpn_of(size_t number);   // GS1 prefix 20–29: restricted to use inside a company
std::string sound_isrc(int year, size_t number);  // JP, registrant Z9D
std::string video_isrc(int year, size_t number);  // JP, registrant Z9V

}  // namespace umikoe::app::demo
