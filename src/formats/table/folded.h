#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace umikoe::formats::table {

// Text as people compare it: full-width letters and signs as ASCII, half-width kana as full-width,
// lower case, one kind of dash, wave and bracket, runs of white space as one space, none around.
std::string folded(std::string_view text);

// A header as its words are looked up: folded, and without the spaces and signs that only decorate
// ("契約書 No." and 契約書NO are one header).
std::string folded_header(std::string_view text);

std::string_view without_spaces_around(std::string_view text);

// The parts of a text between separators, trimmed; empty parts are kept.
std::vector<std::string> split(std::string_view text, std::string_view separator);

}  // namespace umikoe::formats::table
