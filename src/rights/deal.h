#pragma once

#include <optional>
#include <string>
#include <vector>

#include "base/date.h"
#include "base/identifiers.h"
#include "base/territory.h"
#include "catalogue/party.h"
#include "rights/use.h"

namespace umikoe::rights {

// TerritoryCode+ or ExcludedTerritoryCode+ as written: alternatives, never a subtraction. Kept as
// codes, because what a group or "everywhere except" means grows with the code list.
struct TerritoryScope {
  bool excluding = false;
  std::vector<std::string> codes;

  bool operator==(const TerritoryScope&) const = default;
};

// The territories granted, expanded as of a day; codes that are not known are listed, and a scope
// that names a group nobody can expand grants nothing for it.
struct ExpandedScope {
  TerritorySet territories;
  std::vector<std::string> unknown_codes;
};
ExpandedScope expand(const TerritoryScope& scope, Date on);

// Half-open; an inclusive EndDate becomes the next local midnight when it is read.
struct ValidityPeriod {
  std::optional<WrittenTime> start;
  std::optional<WrittenTime> end;

  bool operator==(const ValidityPeriod&) const = default;
};

// What one resource may be used for under a deal of 3.x, instead of the deal's own uses.
struct ResourceUses {
  std::string reference;
  UseSet uses = 0;

  bool operator==(const ResourceUses&) const = default;
};

// One Deal of a DealList. Model x use is a cross product inside one DealTerms.
struct Deal {
  std::vector<std::string> release_references;
  std::optional<TerritoryScope> territory;  // absent: opens nothing, and is reported
  std::vector<ValidityPeriod> periods;      // empty: unbounded
  std::vector<std::string> use_types;       // as written
  std::vector<std::string> commercial_models;
  UseSet uses = 0;      // what use_types grant; every_use when none is written
  ModelSet models = 0;  // likewise
  std::vector<ResourceUses> resource_uses;
  std::vector<catalogue::Party> channels;           // DistributionChannel
  std::vector<catalogue::Party> excluded_channels;  // ExcludedDistributionChannel
  bool is_pre_order = false;
  bool is_takedown = false;      // 3.x TakeDown or AllDealsCancelled
  bool is_out_of_band = false;   // no DealTerms, or IsCommunicatedOutOfBand
  std::vector<std::string> instant_gratification;   // ResourceReferences playable before release
  std::vector<std::string> prices;  // price tiers or amounts as written, for the overlap rule
  long line = 0;
  TerritorySet granted;  // `territory` expanded as of the statement's creation, by prepare()

  bool operator==(const Deal&) const = default;
};

}  // namespace umikoe::rights
