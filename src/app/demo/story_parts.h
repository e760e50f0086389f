#pragma once

#include <array>
#include <string_view>

#include "app/demo/catalogue.h"
#include "app/demo/stories.h"

// Small moves the stories share.
namespace umikoe::app::demo {

inline constexpr std::array<std::string_view, 3> lapsed_markets{"MX", "TH", "TW"};

Date day(int year, int month, int day_of_month);
Instant at_noon(int year, int month, int day_of_month);
// The artists in whose catalogue each story happens.
inline constexpr size_t star = 0;
inline constexpr size_t back_catalogue_first = 1;  // seven albums of twelve recordings
inline constexpr size_t back_catalogue_count = 7;
inline constexpr size_t split_artist = 8;
inline constexpr size_t lapsed_artist = 9;
inline constexpr size_t silent_artist = 10;
inline constexpr size_t owner_artist = 11;
inline constexpr size_t takedown_artist = 12;
inline constexpr size_t preview_first = 13;  // the videos of two artists
inline constexpr size_t conflict_artist = 15;
inline constexpr size_t unseen_artist = 16;
inline constexpr size_t fault_first = 17;  // every later artist's singles carry planted faults

// The ledger rows of one recording; there is at least one.
std::vector<LicenceRow*> licences_of(Story& story, std::string_view isrc);
DemoTrackUse& use_of(Story& story, std::string_view isrc);
// One message of the group itself to every audio service, instead of one for each.
void send_once(Release& release, std::vector<DealPlan> deals);

}  // namespace umikoe::app::demo
