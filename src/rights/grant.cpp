#include "rights/grant.h"

#include <algorithm>
#include <set>

namespace umikoe::rights {
namespace {

using catalogue::ReleaseKind;

bool names(const std::vector<catalogue::Party>& list, PartyRef service,
           const PartyDirectory& parties) {
  return std::ranges::any_of(list,
                             [&](const catalogue::Party& p) { return parties.find(p) == service; });
}

// ERN is bilateral: without channels a deal is for its recipient.
bool reaches(const Deal& deal, PartyRef recipient, PartyRef service,
             const PartyDirectory& parties) {
  if (names(deal.excluded_channels, service, parties)) return false;
  return deal.channels.empty() ? recipient == service : names(deal.channels, service, parties);
}

bool allows(const Deal& deal, const StatedAsset& asset, Use use) {
  return (uses_of(deal, asset) & bit(use)) != 0;
}

bool has_asset(const Deal& deal, const StatedRelease& release, const DeliveredQuestion& question) {
  return std::ranges::any_of(release.assets, [&](const StatedAsset& a) {
    return a.isrc == question.isrc && allows(deal, a, question.use);
  });
}

bool is_preview(const StatedAsset& asset, const DeliveredQuestion& question) {
  if (asset.is_clip) return true;
  if (!asset.asset_duration_ms || !question.recording_length_ms) return false;
  return *asset.asset_duration_ms * 100 < *question.recording_length_ms * preview_percent;
}

// The best kind of access a deal gives through one release; nothing when it gives none.
std::optional<GrantKind> kind_of(const Deal& deal, const StatedRelease& release,
                                 const DeliveredQuestion& question) {
  std::optional<GrantKind> best;
  for (const StatedAsset& asset : release.assets) {
    if (asset.isrc != question.isrc || !allows(deal, asset, question.use)) continue;
    const bool gratified = is_gratified(deal, asset);
    if (!gratified && !unbundles(release)) continue;
    GrantKind kind = GrantKind::full;
    if (release.kind == ReleaseKind::clip || is_preview(asset, question)) {
      kind = GrantKind::preview;
    } else if (deal.is_pre_order && !gratified) {
      kind = GrantKind::preorder;
    }
    if (!best || kind < *best) best = kind;
  }
  return best;
}

bool refers_to(const Deal& deal, const StatedRelease& release) {
  return std::ranges::find(deal.release_references, release.reference) !=
         deal.release_references.end();
}

bool concerns(const Deal& deal, const DeliveredQuestion& question) {
  return !deal.is_out_of_band && deal.granted.contains(question.territory) &&
         (deal.models & question.models) != 0;
}

void add_takedown(StatedGrants& stated, const Deal& deal) {
  std::optional<WrittenTime> from;
  if (!deal.periods.empty()) from = deal.periods.front().start;
  const bool earlier = stated.has_takedown && stated.takedown_from && from &&
                       from->seconds < stated.takedown_from->seconds;
  if (!stated.has_takedown || earlier || !from) stated.takedown_from = from;
  stated.has_takedown = true;
}

}  // namespace

UseSet uses_of(const Deal& deal, const StatedAsset& asset) {
  UseSet uses = 0;
  bool named = false;
  for (const ResourceUses& one : deal.resource_uses) {
    if (one.reference != asset.resource_reference) continue;
    named = true;
    uses |= one.uses;
  }
  return named ? uses : deal.uses;
}

bool is_gratified(const Deal& deal, const StatedAsset& asset) {
  const auto& gratified = deal.instant_gratification;
  return std::ranges::find(gratified, asset.resource_reference) != gratified.end();
}

bool unbundles(const StatedRelease& release) {
  if (release.kind != ReleaseKind::main) return true;
  std::set<Isrc> distinct;
  for (const StatedAsset& asset : release.assets) distinct.insert(asset.isrc);
  return distinct.size() == 1;
}

StatedGrants grants_of(const Statement& statement, PartyRef recipient, PartyRef service,
                       const DeliveredQuestion& question, const PartyDirectory& parties) {
  StatedGrants stated;
  for (const Deal& deal : statement.deals) {
    if (!concerns(deal, question) || !reaches(deal, recipient, service, parties)) continue;
    for (const StatedRelease& release : statement.releases) {
      if (!refers_to(deal, release)) continue;
      if (deal.is_takedown) {
        if (has_asset(deal, release, question)) add_takedown(stated, deal);
        continue;
      }
      const auto kind = kind_of(deal, release, question);
      if (!kind) continue;
      if (deal.periods.empty()) stated.grants.push_back({*kind, {}});
      for (const ValidityPeriod& period : deal.periods) stated.grants.push_back({*kind, period});
    }
  }
  return stated;
}

}  // namespace umikoe::rights
