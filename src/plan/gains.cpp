#include "plan/gains.h"

#include <algorithm>
#include <cmath>
#include <map>
#include <numeric>

#include "base/hash.h"
#include "base/rng.h"

namespace umikoe::plan {
namespace {

double normal_quantile(double share) {
  return share < 0.5 ? -z_of_level(1 - 2 * share) : z_of_level(2 * share - 1);
}

std::vector<size_t> shuffled(size_t count, uint64_t seed) {
  std::vector<size_t> out(count);
  std::iota(out.begin(), out.end(), size_t{0});
  Rng rng(seed);
  for (size_t i = count; i > 1; --i) std::swap(out[i - 1], out[rng.below(i)]);
  return out;
}

double mean_of(const std::vector<double>& draws) {
  if (draws.empty()) return 0;
  return std::accumulate(draws.begin(), draws.end(), 0.0) / static_cast<double>(draws.size());
}

// The deviation of a lognormal with that 80 % interval; from the upper half alone where the lower
// end is nothing.
double log_deviation(const Spot& spot) {
  if (spot.streams <= 0 || spot.high <= spot.streams) return 0;
  if (spot.low > 0) return std::log(spot.high / spot.low) / (2 * z_80);
  return std::log(spot.high / spot.streams) / z_80;
}

using Place = std::pair<std::string_view, TerritoryCode>;

}  // namespace

double GainDraws::mean_listeners() const { return mean_of(listeners); }
double GainDraws::mean_yen() const { return mean_of(yen); }

Percentiles percentiles_of(std::vector<double> draws) {
  if (draws.empty()) return {};
  std::ranges::sort(draws);
  const auto at = [&](double share) {
    const double place = share * static_cast<double>(draws.size() - 1);
    const auto low = static_cast<size_t>(place);
    const size_t high = std::min(low + 1, draws.size() - 1);
    return draws[low] + (draws[high] - draws[low]) * (place - static_cast<double>(low));
  };
  return {at(0.1), at(0.5), at(0.9), mean_of(draws)};
}

GainTable::GainTable(const std::vector<Opportunity>& opportunities, const std::vector<Slot>& slots,
                     const std::vector<int64_t>& costs, const GainQuestion& question)
    : opportunities_(opportunities),
      slots_(slots),
      costs_(costs),
      question_(question),
      effects_(opportunities.size()),
      gains_(opportunities.size()) {
  draw_common();
  const auto needs = needs_of(opportunities_);
  for (size_t i = 0; i < opportunities_.size(); ++i) draw_effects(i, needs);
  for (size_t i = 0; i < opportunities_.size(); ++i) draw_gain(i, needs);
}

void GainTable::draw_common() {
  const auto count = static_cast<double>(question_.scenarios);
  for (size_t s = 0; s < question_.scenarios; ++s) {
    quantiles_.push_back(normal_quantile((static_cast<double>(s) + 0.5) / count));
  }
  for (size_t kind = 0; kind < action_kinds; ++kind) {
    for (const size_t place : order_of(word(static_cast<ActionKind>(kind)))) {
      common_[kind].push_back(quantiles_[place]);
    }
  }
  for (const Opportunity& opportunity : opportunities_) {
    for (const Spot& spot : opportunity.spots) {
      order_of(spot.artist);
      order_of(spot.territory.code());
    }
  }
}

const std::vector<size_t>& GainTable::order_of(std::string_view name) {
  auto& order = orders_[name];
  if (order.empty()) order = shuffled(question_.scenarios, question_.seed ^ fnv1a(name));
  return order;
}

bool GainTable::is_opening(size_t action) const {
  const EffectScale scale =
      question_.beliefs[static_cast<size_t>(opportunities_[action].kind)].scale;
  return scale == EffectScale::chance;
}

double GainTable::days_of(size_t action) const {
  return slots_[action].acts_until.days - slots_[action].acts_from.days;
}

double GainTable::weight_of(size_t action) const {
  const double days = question_.horizon_end.days - question_.today.days;
  return days <= 0 ? 0 : days_of(action) / days;
}

void GainTable::draw_effects(size_t action, const std::vector<std::vector<size_t>>& needs) {
  const Opportunity& opportunity = opportunities_[action];
  const auto kind = static_cast<size_t>(opportunity.kind);
  const EffectBelief& belief = question_.beliefs[kind];
  const uint64_t seed = question_.seed ^ fnv1a(opportunity.id);
  const auto own = shuffled(question_.scenarios, seed);
  const auto luck = shuffled(question_.scenarios, seed ^ 0x9e3779b97f4a7c15ull);
  auto& effects = effects_[action];
  effects.resize(question_.scenarios);
  for (size_t s = 0; s < question_.scenarios; ++s) {
    const double value =
        belief.mean + belief.uncertainty * common_[kind][s] + belief.spread * quantiles_[own[s]];
    const double share = from_scale(belief.scale, value);
    if (belief.scale == EffectScale::addition) {
      effects[s] = share;
      continue;
    }
    const double drawn =
        (static_cast<double>(luck[s]) + 0.5) / static_cast<double>(question_.scenarios);
    effects[s] = drawn < share ? 1 : 0;
    for (const size_t need : needs[action]) {
      if (is_opening(need)) effects[s] = std::min(effects[s], effects_[need][s]);
    }
  }
}

std::vector<double> GainTable::worth_draws(const Spot& spot) const {
  std::vector<double> out(question_.scenarios, spot.streams);
  const double deviation = log_deviation(spot);
  if (deviation <= 0) return out;
  // Half of what nobody knows is the artist's, half the territory's.
  const auto& of_artist = orders_.at(spot.artist);
  const auto& of_territory = orders_.at(spot.territory.code());
  for (size_t s = 0; s < out.size(); ++s) {
    const double z = (quantiles_[of_artist[s]] + quantiles_[of_territory[s]]) / std::sqrt(2.0);
    // With the estimate as its mean, not its median.
    out[s] = spot.streams * std::exp(deviation * z - deviation * deviation / 2);
  }
  return out;
}

void GainTable::draw_gain(size_t action, const std::vector<std::vector<size_t>>& needs) {
  GainDraws& out = gains_[action];
  out.listeners.assign(question_.scenarios, 0);
  out.yen.assign(question_.scenarios, 0);
  const auto kind = static_cast<size_t>(opportunities_[action].kind);
  if (question_.pays_share[kind] > 0) {
    double paid_on = 0;
    for (const size_t need : needs[action]) paid_on += static_cast<double>(costs_[need]);
    for (size_t s = 0; s < out.yen.size(); ++s) {
      out.yen[s] = effects_[action][s] * question_.pays_share[kind] * paid_on;
    }
    return;
  }
  const double listeners = weight_of(action) / question_.settings.streams_per_listener.value;
  const double yen = days_of(action) / 28 * question_.settings.our_share();
  for (const Spot& spot : opportunities_[action].spots) {
    const auto worth = worth_draws(spot);
    const double pays = spot.yen_per_stream.value_or(0) * yen;
    for (size_t s = 0; s < worth.size(); ++s) {
      const double streams = worth[s] * effects_[action][s];
      out.listeners[s] += streams * listeners;
      out.yen[s] += streams * pays;
    }
  }
}

std::optional<double> GainTable::yield_known(size_t action) const {
  double all = 0;
  double known = 0;
  for (const Spot& spot : opportunities_[action].spots) {
    all += spot.streams;
    if (spot.yen_per_stream) known += spot.streams;
  }
  if (all <= 0) return std::nullopt;
  return known / all;
}

GainDraws GainTable::pair_draws(size_t first, size_t second) const {
  GainDraws out;
  out.listeners.assign(question_.scenarios, 0);
  out.yen.assign(question_.scenarios, 0);
  std::map<Place, const Spot*> places;
  for (const Spot& spot : opportunities_[first].spots) {
    places.emplace(Place{spot.artist, spot.territory}, &spot);
  }
  const double overlap =
      std::max(0, std::min(slots_[first].acts_until.days, slots_[second].acts_until.days) -
                      std::max(slots_[first].acts_from.days, slots_[second].acts_from.days));
  const double horizon = std::max(1, question_.horizon_end.days - question_.today.days);
  const double listeners = overlap / horizon / question_.settings.streams_per_listener.value;
  const double yen = overlap / 28 * question_.settings.our_share();
  for (const Spot& spot : opportunities_[second].spots) {
    const auto found = places.find(Place{spot.artist, spot.territory});
    if (found == places.end()) continue;
    // An addition reaches all that is newly open; two additions meet on what both reach.
    const bool opens = is_opening(first) || is_opening(second);
    const Spot& less = found->second->streams < spot.streams ? *found->second : spot;
    const Spot& base = !opens ? less : is_opening(first) ? *found->second : spot;
    const auto worth = worth_draws(base);
    const double pays = base.yen_per_stream.value_or(0) * yen;
    for (size_t s = 0; s < worth.size(); ++s) {
      const double streams = std::max(0.0, worth[s] * effects_[first][s] * effects_[second][s]);
      out.listeners[s] += streams * listeners;
      out.yen[s] += streams * pays;
    }
  }
  return out;
}

std::vector<PairGain> GainTable::pairs(size_t most) const {
  // Actions that move streams, by place; only they can meet.
  std::map<Place, std::vector<size_t>> at;
  for (size_t i = 0; i < opportunities_.size(); ++i) {
    for (const Spot& spot : opportunities_[i].spots) {
      at[Place{spot.artist, spot.territory}].push_back(i);
    }
  }
  struct Candidate {
    double size = 0;
    size_t first = 0, second = 0;
  };
  std::map<std::pair<size_t, size_t>, double> sizes;
  for (const auto& [place, actions] : at) {
    for (size_t a = 0; a < actions.size(); ++a) {
      for (size_t b = a + 1; b < actions.size(); ++b) {
        if (is_opening(actions[a]) && is_opening(actions[b])) continue;
        const size_t smaller =
            gains_[actions[a]].mean_listeners() < gains_[actions[b]].mean_listeners() ? actions[a]
                                                                                      : actions[b];
        sizes[{actions[a], actions[b]}] = gains_[smaller].mean_listeners();
      }
    }
  }
  std::vector<Candidate> candidates;
  for (const auto& [pair, size] : sizes) candidates.push_back({size, pair.first, pair.second});
  std::ranges::stable_sort(candidates,
                           [](const Candidate& a, const Candidate& b) { return a.size > b.size; });
  if (candidates.size() > most) candidates.resize(most);
  std::vector<PairGain> out;
  for (const Candidate& candidate : candidates) {
    GainDraws draws = pair_draws(candidate.first, candidate.second);
    if (draws.mean_listeners() <= 0) continue;
    out.push_back({candidate.first, candidate.second, std::move(draws)});
  }
  return out;
}

}  // namespace umikoe::plan
