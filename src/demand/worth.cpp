#include "demand/worth.h"

#include <algorithm>
#include <array>

namespace umikoe::demand {
namespace {

constexpr std::array<std::string_view, 4> kind_words{"", "observed", "bounded", "scaled"};
constexpr double days = 28;

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
  }
}

std::optional<double> ForeignToHome::ratio(const std::string& artist,
                                           TerritoryCode territory) const {
  const auto own = by_artist_.find({artist, territory});
  if (own != by_artist_.end() && own->second.count >= comparable_min) {
    return own->second.foreign / own->second.home;
  }
  const auto all = by_territory_.find(territory);
  if (all != by_territory_.end()) return all->second.foreign / all->second.home;
  return market_size(territory);
}

}  // namespace umikoe::demand
