#include "demand/repertoire_places.h"

namespace umikoe::demand {
namespace {

void add(RepertoirePlaces& sum, const HeldPlace& place) {
  sum.days += place.days;
  const auto origin = place.isrc ? registered_in(*place.isrc) : std::nullopt;
  (origin ? sum.by_origin[*origin] : sum.unknown) += place.days;
}

}  // namespace

std::optional<double> RepertoirePlaces::share(int64_t part) const {
  if (days == 0) return std::nullopt;
  return static_cast<double>(part) / static_cast<double>(days);
}

std::optional<TerritoryCode> registered_in(const Isrc& isrc) {
  const std::string_view code = isrc.view().substr(0, 2);
  if (code == "QM" || code == "QT" || code == "QZ") return TerritoryCode::parse("US");
  return TerritoryCode::parse(code);
}

std::vector<RepertoirePlaces> repertoire_places(std::span<const HeldPlace> places,
                                                TerritoryCode home) {
  std::map<TerritoryCode, RepertoirePlaces> territories;
  RepertoirePlaces all;
  for (const HeldPlace& place : places) {
    if (place.territory == home || place.days <= 0) continue;
    add(all, place);
    RepertoirePlaces& there = territories[place.territory];
    there.territory = place.territory;
    add(there, place);
  }
  std::vector<RepertoirePlaces> out = {all};
  for (auto& [territory, sum] : territories) out.push_back(std::move(sum));
  return out;
}

}  // namespace umikoe::demand
