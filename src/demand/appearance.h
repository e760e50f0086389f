#pragma once

#include <cstdint>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "base/date.h"
#include "base/id.h"
#include "base/territory.h"
#include "catalogue/party.h"

namespace umikoe::demand {

// Stored as numbers: only ever added to.
enum class AppearanceKind : uint8_t {
  festival,    // a slot on somebody else's bill
  convention,  // of anime, games or fashion: a crowd that came for something else
  showcase,    // before people of the trade
  support,     // before somebody else's audience
  tour,        // a date of a tour
  headline,    // a concert of one's own that is part of no tour
  other
};
std::string_view word(AppearanceKind kind);

// One date of an artist on a stage, as a list states it.
struct Appearance {
  DeliveryId delivery = {};
  std::string document = {};
  catalogue::Party artist;
  std::string event;
  AppearanceKind kind = AppearanceKind::festival;
  std::string city = {};
  TerritoryCode territory;
  Date start;
  Date end;  // the last day
  bool cancelled = false;
  std::string source = {};  // who says so

  bool operator==(const Appearance&) const = default;
};

// Whether two rows are about one artist: an identifier they share or two ISNIs that differ decide,
// else the name without case, width and signs.
bool same_artist(const catalogue::Party& a, const catalogue::Party& b);

// What holds of rows in order of delivery: a later row about the same artist, event, territory and
// first day takes the place of an earlier one, and what is cancelled is no date. By first day.
std::vector<Appearance> standing_appearances(std::span<const Appearance> on_file);

}  // namespace umikoe::demand
