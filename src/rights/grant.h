#pragma once

#include <optional>
#include <vector>

#include "rights/delivered.h"

namespace umikoe::rights {

// What a deal gives for one recording: the whole thing, an order before its day, or a taste.
enum class GrantKind { full, preorder, preview };

// One period in which one statement gives one kind of access to the question's cell.
struct Grant {
  GrantKind kind = GrantKind::full;
  ValidityPeriod period;
};

// What a statement, by itself, says about one recording in one territory for one use through one
// service: the periods it opens, and from when it takes everything down.
struct StatedGrants {
  std::vector<Grant> grants;
  bool has_takedown = false;
  std::optional<WrittenTime> takedown_from;  // absent: since ever
};

// What the deal allows to be done with this asset. A resource named more than once may be used in
// each of the ways.
UseSet uses_of(const Deal& deal, const StatedAsset& asset);
// Playable before the release's day, within a pre-order.
bool is_gratified(const Deal& deal, const StatedAsset& asset);
// A deal on a track release opens its recording, and so does one on a main release that holds a
// single recording; an album's deal alone opens none of its tracks.
bool unbundles(const StatedRelease& release);

StatedGrants grants_of(const Statement& statement, PartyRef recipient, PartyRef service,
                       const DeliveredQuestion& question, const PartyDirectory& parties);

}  // namespace umikoe::rights
