#pragma once

#include <string>

#include "base/date.h"
#include "base/id.h"
#include "base/identifiers.h"
#include "base/territory.h"
#include "catalogue/party.h"

namespace umikoe::rights {

enum class Seen { yes, no, not_checked };

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
  std::string detail;
  std::string method;

  bool operator==(const Sighting&) const = default;
};

}  // namespace umikoe::rights
