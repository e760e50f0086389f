#pragma once

#include <optional>
#include <span>
#include <vector>

#include "base/territory.h"
#include "rights/licence.h"
#include "rights/party_directory.h"
#include "rights/reason.h"

namespace umikoe::rights {

struct HeldQuestion {
  TerritoryCode territory;
  Date date;
  Use use = Use::on_demand_stream;
  std::optional<PartyRef> as;  // what this party may do itself; only then other_holder
};

// `held`: does a licence on file cover the cell, and whose?
struct HeldVerdict {
  LinkState state = LinkState::unknown;
  Reason reason = Reason::none;
  std::vector<PartyRef> holders;          // who may, when open; the rivals, when in conflict
  std::vector<const Licence*> documents;  // those that decide, or all on file when none covers
};

// `licences` are those on file for one recording; they must outlive the verdict.
HeldVerdict judge_held(std::span<const Licence> licences, const HeldQuestion& question,
                       const PartyDirectory& parties);

}  // namespace umikoe::rights
