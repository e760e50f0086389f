#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

#include "base/date.h"
#include "base/id.h"
#include "base/identifiers.h"
#include "base/territory.h"
#include "catalogue/party.h"

namespace umikoe::rights {

enum class Seen { yes, no, not_checked };

// What a service's own list says of a recording in a territory. Only what its listeners can play
// counts as seen: an age limit still lets adults play it, another version is another recording.
enum class SightingState : uint8_t {
  none,  // not from such a list
  playable,
  greyed,
  hidden,
  in_review,
  rejected,
  blocked_by_claim,
  age_limited,
  regulator,
  other_version
};
std::string_view word(SightingState state);  // empty for none
std::optional<SightingState> parse_sighting_state(std::string_view word);
Seen seen_in(SightingState state);

// Somebody looked, or a sales report shows paid use: a service, a recording, a territory, a day.
// Paid use of a period [observed_from, observed_on] counts on every day of it.
struct Sighting {
  DeliveryId delivery;
  std::string document;
  catalogue::Party service;  // DPID where known, else the name
  Isrc isrc;
  TerritoryCode territory;
  Date observed_from;  // equals observed_on for a look
  Date observed_on;
  Seen seen = Seen::not_checked;
  std::string detail;  // for people; of a service's list "STATE" or "STATE: more"
  std::string method;

  bool operator==(const Sighting&) const = default;
};

// The state its detail begins with.
SightingState state_of(const Sighting& sighting);
std::string detail_of(SightingState state, std::string_view more);

}  // namespace umikoe::rights
