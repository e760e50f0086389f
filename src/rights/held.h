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

// `held`: does every right declared for the recording cover the cell, and whose is the master?
struct HeldVerdict {
  LinkState state = LinkState::unknown;
  Reason reason = Reason::none;
  std::vector<PartyRef> holders;          // of the master, unless closed; rivals in a conflict
  std::vector<const Licence*> documents;  // those that decide, or all of the right when none does
  // The right that closes the link, or that nobody can say yes to; none when no row is on file.
  std::optional<Right> right = {};
  PartyRef consenting = {};  // whose consent that is, where a row says; empty for a plain master
};

// `licences` are those on file for one recording; they must outlive the verdict. A right that no
// row names counts for nothing. Over the rights closed beats unknown beats open, each in
// order of the rights; README.md states the precedence within one right.
HeldVerdict judge_held(std::span<const Licence> licences, const HeldQuestion& question,
                       const PartyDirectory& parties);

}  // namespace umikoe::rights
