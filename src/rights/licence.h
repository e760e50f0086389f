#pragma once

#include <optional>
#include <string>

#include "base/date.h"
#include "base/id.h"
#include "base/identifiers.h"
#include "catalogue/party.h"
#include "rights/deal.h"

namespace umikoe::rights {

// A row of a contract ledger: this party may use this recording there, then, in these ways.
struct Licence {
  DeliveryId delivery;
  std::string document;  // contract name or number; the file name where none is given
  long line = 0;
  Isrc isrc;
  catalogue::Party party;                    // who may
  std::optional<catalogue::Party> grantor;   // who allowed it, where stated
  TerritoryScope territory;
  std::optional<Date> start;  // first day, local to the territory
  std::optional<Date> end;    // first day after (half-open); a table's last day is inclusive
  UseSet uses = every_use;
  bool exclusive = false;
  // `territory` expanded once by prepare(), unless it names a group whose members change in time.
  std::optional<TerritorySet> granted = {};

  bool operator==(const Licence&) const = default;
};

// Call once after reading or loading; questions are answered alike without it, only slower.
void prepare(Licence& licence);

// The territories a licence names, as of a day.
TerritorySet territories_of(const Licence& licence, Date on);

}  // namespace umikoe::rights
