#pragma once

#include <functional>
#include <span>
#include <vector>

#include "base/territory.h"
#include "rights/party_directory.h"
#include "rights/reason.h"
#include "rights/sighting.h"

namespace umikoe::rights {

// How long a look at a service stays evidence.
inline constexpr int32_t sighting_days = 45;
// Net units of paid use of one period that make it a sighting.
inline constexpr int64_t paid_units_min = 10;

struct ServiceSeen {
  PartyRef service;
  bool seen = false;
  Date observed_on;
  const Sighting* document = nullptr;
};

// `live`: has anybody seen it there lately? A row that was not checked says nothing at all.
struct LiveVerdict {
  LinkState state = LinkState::unknown;
  std::vector<ServiceSeen> services;  // the latest evidence of each service, in order of service
  // Why it is not shown, or what limits all that do show it; none where no list says.
  SightingState detail = SightingState::none;
};

// `sightings` are those of one recording. Dates after `today` are always unknown. `counts` narrows
// the question to some services; empty asks about all.
LiveVerdict judge_live(std::span<const Sighting> sightings, TerritoryCode territory, Date date,
                       Date today, const std::function<bool(PartyRef)>& counts,
                       const PartyDirectory& parties);

}  // namespace umikoe::rights
