#pragma once

#include <array>
#include <cstdint>
#include <map>
#include <string_view>
#include <vector>

#include "plan/effect.h"
#include "plan/opportunity.h"

namespace umikoe::plan {

// What is believed of every kind, and over which days gains are counted.
struct GainQuestion {
  std::array<EffectBelief, action_kinds> beliefs;
  PlanSettings settings;
  std::array<double, action_kinds> pays_share;  // of what it needs, where it brings money
  Date today;
  Date horizon_end;
  size_t scenarios = 200;
  uint64_t seed = 1;
};

// What one action, or two together beyond each, adds in every scenario.
struct GainDraws {
  std::vector<double> listeners;  // people in 28 days, on average over the horizon
  std::vector<double> yen;        // to us until the end of the horizon, where yields are known

  double mean_listeners() const;
  double mean_yen() const;
};

struct PairGain {
  size_t first = 0;
  size_t second = 0;
  GainDraws draws;
};

struct Percentiles {
  double p10 = 0, p50 = 0, p90 = 0, mean = 0;
};
Percentiles percentiles_of(std::vector<double> draws);

// Draws the same futures for every action: what a kind does in general, what a place is worth and
// how this one turns out. The draws of an action depend on the seed and its id alone, so that a
// changed cost or a pinned action moves nothing else. Uniform draws are stratified over the
// scenarios. A chain of openings gains only where all of it succeeds.
class GainTable {
 public:
  GainTable(const std::vector<Opportunity>& opportunities, const std::vector<Slot>& slots,
            const std::vector<int64_t>& costs, const GainQuestion& question);

  const std::vector<GainDraws>& gains() const { return gains_; }
  // Pairs that gain more together: additions on what is newly open, additions on additions. The
  // largest by listeners, at most `most`.
  std::vector<PairGain> pairs(size_t most) const;
  // The share of an action's streams whose yield is measured; nothing where it moves none.
  std::optional<double> yield_known(size_t action) const;
  size_t scenarios() const { return question_.scenarios; }

 private:
  void draw_effects(size_t action, const std::vector<std::vector<size_t>>& needs);
  void draw_gain(size_t action, const std::vector<std::vector<size_t>>& needs);
  void draw_common();
  const std::vector<size_t>& order_of(std::string_view name);
  std::vector<double> worth_draws(const Spot& spot) const;
  GainDraws pair_draws(size_t first, size_t second) const;
  bool is_opening(size_t action) const;
  double weight_of(size_t action) const;  // share of the horizon it acts in
  double days_of(size_t action) const;

  const std::vector<Opportunity>& opportunities_;
  const std::vector<Slot>& slots_;
  const std::vector<int64_t>& costs_;
  GainQuestion question_;
  std::vector<double> quantiles_;  // of the normal, one for each scenario
  std::array<std::vector<double>, action_kinds> common_;
  std::map<std::string_view, std::vector<size_t>> orders_;  // of an artist, of a territory
  std::vector<std::vector<double>> effects_;  // openings: 1 or 0; additions: the share
  std::vector<GainDraws> gains_;
};

}  // namespace umikoe::plan
