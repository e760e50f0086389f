#include "rights/grant.h"

#include <algorithm>

#include "rights/stated_deals.h"

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

// The recording's assets in one of the statement's releases.
using Places = std::span<const StatedPlace>;

bool allows_any(const Deal& deal, const StatedRelease& release, Places places, Use use) {
  return std::ranges::any_of(places, [&](const StatedPlace& place) {
    return allows(deal, release.assets[place.asset], use);
  });
}

bool is_preview(const StatedAsset& asset, const DeliveredQuestion& question) {
  if (asset.is_clip) return true;
  if (!asset.asset_duration_ms || !question.recording_length_ms) return false;
  return *asset.asset_duration_ms * 100 < *question.recording_length_ms * preview_percent;
}

// The best kind of access a deal gives through one release; nothing when it gives none.
std::optional<GrantKind> kind_of(const Deal& deal, const StatedRelease& release, Places places,
                                 const DeliveredQuestion& question) {
  std::optional<GrantKind> best;
  for (const StatedPlace& place : places) {
    const StatedAsset& asset = release.assets[place.asset];
    if (!allows(deal, asset, question.use)) continue;
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

bool concerns(const Deal& deal, const DeliveredQuestion& question) {
  return deal.granted.contains(question.territory) && (deal.models & question.models) != 0;
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
  const auto is_first = [&](const StatedAsset& a) { return a.isrc == release.assets.front().isrc; };
  return !release.assets.empty() && std::ranges::all_of(release.assets, is_first);
}

StatedGrants grants_of(const Statement& statement, PartyRef recipient, PartyRef service,
                       const DeliveredQuestion& question, const PartyDirectory& parties) {
  StatedGrants stated;
  const auto add_deal = [&](const Deal& deal, const StatedRelease& release, Places places) {
    if (!concerns(deal, question) || !reaches(deal, recipient, service, parties)) return;
    if (deal.is_takedown) {
      if (allows_any(deal, release, places, question.use)) add_takedown(stated, deal);
      return;
    }
    const auto kind = kind_of(deal, release, places, question);
    if (!kind) return;
    if (deal.periods.empty()) stated.grants.push_back({*kind, {}});
    for (const ValidityPeriod& period : deal.periods) stated.grants.push_back({*kind, period});
  };
  for_each_stated(statement, question.isrc, add_deal);
  return stated;
}

}  // namespace umikoe::rights
