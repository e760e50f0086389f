#include "demand/worth.h"

#include <algorithm>
#include <array>
#include <span>
#include <utility>

namespace umikoe::demand {
namespace {

constexpr std::array<std::string_view, 4> kind_words{"", "observed", "bounded", "scaled"};
constexpr double days = 28;

// The middle four fifths of factors, each times the scale; nothing where they are few.
std::optional<Interval> middle_of_sorted(std::span<const double> factors, double scale) {
  constexpr size_t least = 10;
  if (factors.size() < least) return std::nullopt;
  const auto at = [&](double share) {
    return scale *
           factors[static_cast<size_t>(share * static_cast<double>(factors.size() - 1) + 0.5)];
  };
  return Interval{at(0.1), at(0.9)};
}

const std::array<std::optional<double>, 256>& market_sizes() {
  static const auto sizes = [] {
    std::array<std::optional<double>, 256> all;
    for (const TerritoryCode territory : TerritorySet::all().members()) {
      all[territory.index] = market_size(territory);
    }
    return all;
  }();
  return sizes;
}

}  // namespace

std::string_view word(WorthKind kind) { return kind_words[static_cast<size_t>(kind)]; }

Worth estimate(const Evidence& there, std::optional<double> home, std::optional<double> ratio) {
  if (there.reported) return {there.reported, WorthKind::observed, std::nullopt};
  if (there.charted) {
    Worth worth{there.charted, WorthKind::observed, std::nullopt};
    const auto off_chart = static_cast<double>(std::max<int64_t>(0, 28 - there.charted_days));
    if (there.below_chart) worth.most = *there.charted + *there.below_chart * off_chart / days;
    return worth;
  }
  std::optional<double> scaled;
  if (home && ratio) scaled = *home * *ratio;
  if (there.below_chart && there.ever_charted) {
    const double half = *there.below_chart / 2;
    return {scaled ? std::min(*scaled, *there.below_chart) : half, WorthKind::bounded,
            there.below_chart};
  }
  if (!scaled) return {std::nullopt, WorthKind::none, there.below_chart};
  if (there.below_chart && *scaled > *there.below_chart) {
    return {there.below_chart, WorthKind::bounded, there.below_chart};
  }
  return {scaled, WorthKind::scaled, there.below_chart};
}

void ForeignToHome::add(const std::string& artist, TerritoryCode territory, double foreign,
                        double home) {
  if (home <= 0) return;
  for (Pool* pool : {&by_artist_[{artist, territory}], &by_territory_[territory]}) {
    pool->foreign += foreign;
    pool->home += home;
    ++pool->count;
    pool->sorted = false;
    pool->ratios.push_back(foreign / home);
  }
}

const ForeignToHome::Pool* ForeignToHome::pool(const std::string& artist,
                                               TerritoryCode territory) const {
  const auto own = by_artist_.find({artist, territory});
  if (own != by_artist_.end() && own->second.count >= comparable_min) return &own->second;
  const auto all = by_territory_.find(territory);
  return all == by_territory_.end() ? nullptr : &all->second;
}

std::optional<double> ForeignToHome::ratio(const std::string& artist,
                                           TerritoryCode territory) const {
  const Pool* from = pool(artist, territory);
  return from == nullptr ? market_size(territory) : from->foreign / from->home;
}

std::optional<Interval> ForeignToHome::spread(const std::string& artist,
                                              TerritoryCode territory) const {
  const Pool* from = pool(artist, territory);
  if (from == nullptr || from->foreign <= 0) return std::nullopt;
  const double scale = from->home / from->foreign;
  if (from->sorted) return middle_of_sorted(from->ratios, scale);
  std::vector<double> ratios = from->ratios;
  std::ranges::sort(ratios);
  return middle_of_sorted(ratios, scale);
}

void ForeignToHome::sort() {
  const auto sort_pool = [](Pool& pool) {
    std::ranges::sort(pool.ratios);
    pool.sorted = true;
  };
  for (auto& [place, pool] : by_artist_) sort_pool(pool);
  for (auto& [territory, pool] : by_territory_) sort_pool(pool);
}

std::array<std::optional<double>, 256> ForeignToHome::ratios_of(const std::string& artist) const {
  std::array<std::optional<double>, 256> out = market_sizes();
  const auto put = [&](TerritoryCode territory, const Pool& pool) {
    out[territory.index] = pool.foreign / pool.home;
  };
  for (const auto& [territory, pool] : by_territory_) put(territory, pool);
  auto own = by_artist_.lower_bound({artist, TerritoryCode{}});
  for (; own != by_artist_.end() && own->first.first == artist; ++own) {
    if (own->second.count >= comparable_min) put(own->first.second, own->second);
  }
  return out;
}

std::optional<Interval> middle_of_factors(std::vector<double> factors) {
  std::ranges::sort(factors);
  return middle_of_sorted(factors, 1);
}

std::optional<Interval> interval_of(const Worth& worth, const Evidence& there,
                                    std::optional<Interval> change,
                                    std::optional<Interval> spread) {
  if (!worth.expected) return std::nullopt;
  switch (worth.kind) {
    case WorthKind::observed:
      if (!there.reported) {
        return worth.most ? std::optional(Interval{*worth.expected, *worth.most}) : std::nullopt;
      }
      if (!change) return std::nullopt;
      return Interval{*worth.expected * change->low, *worth.expected * change->high};
    case WorthKind::bounded:
      return worth.most ? std::optional(Interval{0, *worth.most}) : std::nullopt;
    case WorthKind::scaled: {
      if (!spread) return std::nullopt;
      const double high = *worth.expected * spread->high;
      return Interval{*worth.expected * spread->low,
                      worth.most ? std::min(high, *worth.most) : high};
    }
    default:
      return std::nullopt;
  }
}

}  // namespace umikoe::demand
