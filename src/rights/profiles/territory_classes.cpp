#include "rights/profiles/territory_classes.h"

#include <algorithm>
#include <map>

#include "base/time_zone.h"
#include "rights/profiles/signature.h"
#include "rights/stated_deals.h"

namespace umikoe::rights {
namespace {

// A number for each list of zones that occurs, the same where their offsets are.
struct ZoneNumbers {
  std::array<uint16_t, 256> of = {};
  size_t count = 0;
};
const ZoneNumbers& zone_numbers() {
  static const ZoneNumbers numbers = [] {
    ZoneNumbers out;
    std::map<std::vector<std::pair<int64_t, int32_t>>, uint16_t> known;
    for (int i = 0; i < territory_count(); ++i) {
      std::vector<std::pair<int64_t, int32_t>> changes;
      for (const ZoneOffsets zone : zones_of(TerritoryCode{static_cast<uint8_t>(i)})) {
        for (const OffsetChange& change : zone) {
          changes.emplace_back(change.from.seconds, change.offset_seconds);
        }
        changes.emplace_back(0, INT32_MAX);  // where one zone ends
      }
      const auto number = static_cast<uint16_t>(known.size());
      out.of[static_cast<size_t>(i)] = known.try_emplace(std::move(changes), number).first->second;
    }
    out.count = known.size();
    return out;
  }();
  return numbers;
}

// A period so short that there is nothing of it in some zones: where one end is an instant and the
// other a wall clock's, or a clock is put forward within it.
bool may_be_empty(const ValidityPeriod& period) {
  constexpr int64_t far = 2 * seconds_per_day;
  return period.start && period.end && period.end->seconds - period.start->seconds < far;
}

void split_by_licence(TerritoryClasses& classes, const Licence& licence,
                      std::span<const StretchOfDays> stretches) {
  if (licence.granted) return classes.split(*licence.granted);
  for (const StretchOfDays& stretch : stretches) {
    classes.split(territories_of(licence, stretch.first));
  }
}

// Territories of which the same was seen, by the same services on the same days.
void split_by_sightings(TerritoryClasses& classes, std::span<const Sighting> sightings,
                        const PartyDirectory& parties) {
  std::map<TerritoryCode, Signature> seen;
  for (const Sighting& sighting : sightings) {
    Signature& of = seen[sighting.territory];
    of.add(parties.find(sighting.service));
    of.add(sighting.observed_from);
    of.add(sighting.observed_on);
    of.add(sighting.seen);
    of.add(state_of(sighting));
  }
  std::map<std::string_view, TerritorySet> alike;
  for (const auto& [territory, of] : seen) alike[of.bytes()].insert(territory);
  for (const auto& [bytes, territories] : alike) classes.split(territories);
}

void split_by_file(TerritoryClasses& classes, const RecordingFile& file,
                   std::span<const StretchOfDays> stretches, const PartyDirectory& parties) {
  for (const Thread& thread : file.threads) {
    for (const Statement* statement : thread.timeline) {
      for_each_stated(*statement, file.isrc, [&](const Deal& deal, const auto&...) {
        classes.split(deal.granted);
        if (std::ranges::any_of(deal.periods, may_be_empty)) classes.split_by_zones();
      });
    }
    for (const auto& absences : thread.absences) {
      for (const ServiceAbsence& absence : absences) classes.split(absence.territories);
    }
  }
  for (const Licence& licence : file.licences) split_by_licence(classes, licence, stretches);
  split_by_sightings(classes, file.sightings, parties);
}

}  // namespace

// Classes are numbered by their first territory, so that the same sets give the same numbers.
template <class Mark>
void TerritoryClasses::split_by(size_t marks, Mark mark) {
  constexpr uint16_t none = UINT16_MAX;
  std::vector<uint16_t> numbers(size_ * marks, none);
  uint16_t next = 0;
  for (size_t t = 0; t < static_cast<size_t>(territory_count()); ++t) {
    uint16_t& number = numbers[class_of_[t] * marks + mark(t)];
    if (number == none) number = next++;
    class_of_[t] = number;
  }
  size_ = next;
}

void TerritoryClasses::split(const TerritorySet& set) {
  const int members = set.size();
  if (members == 0 || members == territory_count()) return;
  split_by(2, [&](size_t t) { return set.contains({static_cast<uint8_t>(t)}) ? 1u : 0u; });
}

void TerritoryClasses::split_by_zones() {
  const ZoneNumbers& zones = zone_numbers();
  split_by(zones.count, [&](size_t t) { return zones.of[t]; });
}

std::vector<TerritoryCode> TerritoryClasses::first_members() const {
  std::vector<TerritoryCode> members;
  for (size_t t = 0; t < static_cast<size_t>(territory_count()); ++t) {
    if (class_of_[t] == members.size()) members.push_back({static_cast<uint8_t>(t)});
  }
  return members;
}

TerritoryClasses classes_of(const RecordingFile& file, std::span<const StretchOfDays> stretches,
                            const PartyDirectory& parties) {
  TerritoryClasses classes;
  split_by_file(classes, file, stretches, parties);
  for (const RecordingFile* member : file.members) {
    split_by_file(classes, *member, stretches, parties);
  }
  return classes;
}

}  // namespace umikoe::rights
