#include "rights/stated_index.h"

#include <algorithm>
#include <string_view>
#include <tuple>
#include <utility>

#include "rights/statement.h"

namespace umikoe::rights {
namespace {

std::vector<StatedPlace> places_in(const Statement& statement) {
  std::vector<StatedPlace> places;
  for (uint32_t r = 0; r < statement.releases.size(); ++r) {
    const auto& assets = statement.releases[r].assets;
    for (uint32_t a = 0; a < assets.size(); ++a) places.push_back({assets[a].isrc, r, a});
  }
  std::ranges::sort(places, {}, [](const StatedPlace& place) {
    return std::tuple(place.isrc, place.release, place.asset);
  });
  return places;
}

// The releases' references, each once, in order.
std::vector<std::string_view> references_in(const Statement& statement) {
  std::vector<std::string_view> references;
  for (const StatedRelease& release : statement.releases) references.push_back(release.reference);
  std::ranges::sort(references);
  const auto rest = std::ranges::unique(references);
  references.erase(rest.begin(), rest.end());
  return references;
}

// Place of each named reference and the deal that names it, in order, each pair once.
std::vector<std::pair<uint32_t, uint32_t>> namings_in(
    const Statement& statement, const std::vector<std::string_view>& references) {
  std::vector<std::pair<uint32_t, uint32_t>> namings;
  for (uint32_t d = 0; d < statement.deals.size(); ++d) {
    for (const std::string& named : statement.deals[d].release_references) {
      const auto at = std::ranges::lower_bound(references, std::string_view(named));
      if (at == references.end() || *at != named) continue;
      namings.emplace_back(static_cast<uint32_t>(at - references.begin()), d);
    }
  }
  std::ranges::sort(namings);
  const auto rest = std::ranges::unique(namings);
  namings.erase(rest.begin(), rest.end());
  return namings;
}

}  // namespace

StatedIndex::StatedIndex(const Statement& statement) : places_(places_in(statement)) {
  const std::vector<std::string_view> references = references_in(statement);
  for (const StatedRelease& release : statement.releases) {
    const auto at = std::ranges::lower_bound(references, std::string_view(release.reference));
    name_of_release_.push_back(static_cast<uint32_t>(at - references.begin()));
  }
  first_deal_.assign(references.size() + 1, 0);
  for (const auto& [reference, deal] : namings_in(statement, references)) {
    ++first_deal_[reference + 1];
    deals_.push_back(deal);
  }
  for (size_t i = 1; i < first_deal_.size(); ++i) first_deal_[i] += first_deal_[i - 1];
}

std::span<const StatedPlace> StatedIndex::places_of(const Isrc& isrc) const {
  const auto found = std::ranges::equal_range(places_, isrc, {}, &StatedPlace::isrc);
  return {found.begin(), found.end()};
}

std::span<const uint32_t> StatedIndex::deals_of(uint32_t release) const {
  const uint32_t name = name_of_release_[release];
  return std::span(deals_).subspan(first_deal_[name], first_deal_[name + 1] - first_deal_[name]);
}

}  // namespace umikoe::rights
