#pragma once

#include <optional>
#include <string>

#include "base/date.h"
#include "base/id.h"
#include "base/identifiers.h"
#include "catalogue/party.h"
#include "rights/deal.h"
#include "rights/right.h"

namespace umikoe::rights {

// How a contract ends or goes on; licence_terms.h reads it.
struct LicenceTerms {
  int32_t auto_renewal_months = 0;  // 0: it does not renew itself
  int32_t notice_months = 0;        // notice_months or notice_days, never both
  int32_t notice_days = 0;
  std::optional<Date> notice_given;
  int32_t sell_off_days = 0;         // copies already made may be sold so long after the end
  std::string option;                // for people
  std::optional<Date> option_until;  // last day on which it may be taken up
  std::string reversion;             // for people
  std::optional<Date> reversion_on;  // first day on which the right is back with its owner

  bool operator==(const LicenceTerms&) const = default;
};

// A row of a contract ledger: this party may use this recording there, then, in these ways; or it
// may not, or nobody knows yet.
struct Licence {
  DeliveryId delivery;
  std::string document;  // contract name or number; the file name where none is given
  long line = 0;
  Isrc isrc;
  catalogue::Party party;                   // who may
  std::optional<catalogue::Party> grantor;  // who allowed it, where stated
  TerritoryScope territory;
  std::optional<Date> start;  // first day, local to the territory
  std::optional<Date> end;    // first day after (half-open); a table's last day is inclusive
  UseSet uses = every_use;
  bool exclusive = false;
  Right right = Right::master;
  Scope scope = Scope::yes;
  LicenceTerms terms = {};
  // `territory` expanded once by prepare(), unless it names a group whose members change in time.
  std::optional<TerritorySet> granted = {};

  bool operator==(const Licence&) const = default;
};

// Call once after reading or loading; questions are answered alike without it, only slower.
void prepare(Licence& licence);

// The territories a licence names, as of a day.
TerritorySet territories_of(const Licence& licence, Date on);

}  // namespace umikoe::rights
