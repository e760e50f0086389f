#include "rights/live.h"

#include <algorithm>
#include <map>
#include <optional>

namespace umikoe::rights {
namespace {

// The day of evidence a row gives for `date`: a period that is still running speaks of today.
std::optional<Date> evidence_day(const Sighting& sighting, Date date) {
  if (sighting.seen == Seen::not_checked || sighting.observed_from > date) return std::nullopt;
  const Date day = std::min(sighting.observed_on, date);
  if (date.days - day.days > sighting_days) return std::nullopt;
  return day;
}

// Later evidence wins; on one day a "yes" does, since what plays is never called closed.
bool stronger(const ServiceSeen& candidate, const ServiceSeen& held) {
  if (candidate.observed_on != held.observed_on) return candidate.observed_on > held.observed_on;
  if (candidate.seen != held.seen) return candidate.seen;
  return state_of(*candidate.document) < state_of(*held.document);
}

// Of several reasons the first of the table; that it plays anywhere without a limit is no limit.
SightingState detail_of(const LiveVerdict& verdict) {
  const bool open = verdict.state == LinkState::open;
  auto detail = SightingState::none;
  for (const ServiceSeen& service : verdict.services) {
    if (service.seen != open) continue;
    const SightingState state = state_of(*service.document);
    if (open && state != SightingState::age_limited) return SightingState::none;
    if (state == SightingState::none) continue;
    if (detail == SightingState::none || state < detail) detail = state;
  }
  return detail;
}

}  // namespace

LiveVerdict judge_live(std::span<const Sighting> sightings, TerritoryCode territory, Date date,
                       Date today, const std::function<bool(PartyRef)>& counts,
                       const PartyDirectory& parties) {
  LiveVerdict verdict;
  if (date > today) return verdict;
  std::map<PartyRef, ServiceSeen> latest;
  for (const Sighting& sighting : sightings) {
    if (sighting.territory != territory) continue;
    const auto day = evidence_day(sighting, date);
    if (!day) continue;
    const PartyRef service = parties.find(sighting.service);
    if (counts && !counts(service)) continue;
    const ServiceSeen seen{service, sighting.seen == Seen::yes, *day, &sighting};
    const auto [at, fresh] = latest.try_emplace(service, seen);
    if (!fresh && stronger(seen, at->second)) at->second = seen;
  }
  for (const auto& [service, seen] : latest) {
    verdict.services.push_back(seen);
    if (seen.seen) verdict.state = LinkState::open;
  }
  if (verdict.state != LinkState::open && !verdict.services.empty()) {
    verdict.state = LinkState::closed;
  }
  verdict.detail = detail_of(verdict);
  return verdict;
}

}  // namespace umikoe::rights
