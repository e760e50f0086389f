#pragma once

#include <array>
#include <string_view>
#include <vector>

namespace umikoe::demand {

// What two territories share, each 0 or 1: a main language, the UN's region, its subregion.
inline constexpr size_t likeness_parts = 3;
// Words are ISO codes in either case; of any other word nothing is known.
std::array<double, likeness_parts> territory_likeness(std::string_view a, std::string_view b);

// BCP 47 subtags of the main languages of a territory, most spoken first; empty where none is on
// file.
std::vector<std::string_view> main_languages(std::string_view territory);

}  // namespace umikoe::demand
