#pragma once

#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "base/date.h"
#include "base/identifiers.h"
#include "base/territory.h"
#include "plan/action_rule.h"

namespace umikoe::plan {

// What an action can move of one artist in one territory: streams per 28 days with the 80 %
// interval. Of openings they are what the closed cells are worth, of others what plays already.
struct Spot {
  std::string artist;
  TerritoryCode territory;
  double streams = 0;
  double low = 0;
  double high = 0;
  std::optional<double> yen_per_stream = {};  // measured; what reaches us before further shares
  int64_t cells = 0;
};

// One thing that could be done in this world.
struct Opportunity {
  std::string id;  // the same for the same action on the same data
  ActionKind kind = ActionKind::negotiate;
  std::string artist = {};    // empty where it is about several
  std::string label = {};     // the same
  std::string language = {};  // primary subtag
  std::optional<TerritoryCode> territory = {};
  std::string document = {};  // of a licence
  std::string who = {};       // the party that acts or has to be asked, by name; may be empty
  int64_t items = 0;          // recordings or names
  double minutes = 0;         // of video to subtitle
  int64_t lengths_assumed = 0;
  std::vector<Spot> spots = {};
  int64_t cells_unknown = 0;            // whose worth nobody can tell: no part of the gain
  std::vector<std::string> needs = {};  // ids of other opportunities
  std::optional<Date> latest = {};      // the day from which a document no longer allows it
  std::vector<std::pair<Isrc, TerritoryCode>> rows = {};  // the cells it rests on
};

// Yen of one action at its rule's costs.
int64_t cost_of(const Opportunity& opportunity, const ActionRule& rule);

// When an action can run, counted from today and from what it needs.
struct Slot {
  Date starts;
  Date acts_from;
  Date acts_until;  // half-open, at most the end of the horizon
  Date deadline;    // begun later it acts less than 28 days within the horizon, or not at all
};

// One slot for each opportunity. What an opportunity needs must stand before it.
std::vector<Slot> schedule(const std::vector<Opportunity>& opportunities, const RuleBook& book,
                           Date today, Date horizon_end);

// The place of each opportunity's needs, by id; needs that are not there are left out.
std::vector<std::vector<size_t>> needs_of(const std::vector<Opportunity>& opportunities);

}  // namespace umikoe::plan
