#include "impact/placebos.h"

#include <algorithm>
#include <cmath>
#include <map>
#include <optional>
#include <set>
#include <utility>

namespace umikoe::impact {
namespace {

constexpr size_t least_controls = 3;  // below that a placebo says nothing of the method

double median(std::vector<double> values) {
  if (values.empty()) return 0;
  const auto middle = values.begin() + static_cast<long>(values.size() / 2);
  std::ranges::nth_element(values, middle);
  return *middle;
}

// The first `count` of the units in a random order.
std::vector<size_t> random_choice(std::vector<size_t> units, size_t count, Rng& rng) {
  for (size_t i = 0; i < count; ++i) std::swap(units[i], units[i + rng.below(units.size() - i)]);
  units.resize(count);
  return units;
}

std::string_view group_of(const std::vector<std::string>& groups, size_t unit) {
  return groups.empty() ? std::string_view() : std::string_view(groups[unit]);
}

// Placebos are treated as the treated are: units of one group together, each group another one,
// because neighbours err together. The i-th unit of a choice stands for the i-th treated one.
class Chooser {
 public:
  Chooser(const std::vector<Treated>& treated, const std::vector<size_t>& donors,
          const std::vector<std::string>& groups)
      : donors_(donors) {
    for (size_t i = 0; i < treated.size(); ++i) {
      wanted_[group_of(groups, treated[i].unit)].push_back(i);
    }
    for (const size_t donor : donors) by_group_[group_of(groups, donor)].push_back(donor);
  }

  std::vector<std::vector<size_t>> choose(size_t treated, size_t draws, Rng& rng) const {
    std::vector<std::vector<size_t>> out;
    if (treated == 1 && donors_.size() <= draws) {
      for (const size_t donor : donors_) out.push_back({donor});
      return out;
    }
    for (size_t draw = 0; draw < draws && donors_.size() > treated; ++draw) {
      auto chosen = one(treated, rng);
      out.push_back(chosen ? *std::move(chosen) : random_choice(donors_, treated, rng));
    }
    return out;
  }

 private:
  // Nothing where the donors' groups are too few or too small for that.
  std::optional<std::vector<size_t>> one(size_t treated, Rng& rng) const {
    std::vector<size_t> out(treated, 0);
    std::set<std::string_view> used;
    for (const auto& [group, places] : wanted_) {
      std::vector<std::string_view> fitting;
      for (const auto& [name, units] : by_group_) {
        if (units.size() >= places.size() && !used.contains(name)) fitting.push_back(name);
      }
      if (fitting.empty()) return std::nullopt;
      const std::string_view name = fitting[rng.below(fitting.size())];
      used.insert(name);
      const auto units = random_choice(by_group_.at(name), places.size(), rng);
      for (size_t i = 0; i < places.size(); ++i) out[places[i]] = units[i];
    }
    return out;
  }

  const std::vector<size_t>& donors_;
  std::map<std::string_view, std::vector<size_t>> wanted_;  // places among the treated, by group
  std::map<std::string_view, std::vector<size_t>> by_group_;
};

std::vector<size_t> controls_of(const std::vector<size_t>& chosen,
                                const std::vector<size_t>& donors,
                                const std::vector<std::string>& groups) {
  std::vector<size_t> controls;
  for (const size_t donor : donors) {
    const bool touched = std::ranges::any_of(chosen, [&](size_t unit) {
      return unit == donor ||
             (!groups.empty() && !groups[unit].empty() && groups[unit] == groups[donor]);
    });
    if (!touched) controls.push_back(donor);
  }
  return controls;
}

// Choices of several units overlap and say less than as many single ones: as much as the choices
// that fit beside each other without overlapping. Counting them as more leaves intervals too
// narrow, as bench/impact_bench.cpp shows.
double independent_placebos(size_t donors, size_t treated, size_t ratios) {
  const auto most = static_cast<double>(ratios);
  if (treated == 1) return most;
  return std::min(most, static_cast<double>(donors) / static_cast<double>(treated));
}

double fit_of(const Compared& one) {
  return one.roughness > 0 ? one.pre_fit / one.roughness : one.pre_fit;
}

}  // namespace

Placebos run_placebos(const Comparison& comparison, const std::vector<Treated>& treated,
                      const std::vector<size_t>& donors, const std::vector<std::string>& groups,
                      size_t draws, Rng& rng) {
  std::vector<Compared> all;
  const Chooser chooser(treated, donors, groups);
  for (const auto& chosen : chooser.choose(treated.size(), draws, rng)) {
    const std::vector<size_t> controls = controls_of(chosen, donors, groups);
    if (controls.size() < least_controls) continue;
    std::vector<Treated> instead = treated;
    for (size_t i = 0; i < instead.size(); ++i) instead[i].unit = chosen[i];
    all.push_back(comparison.of(instead, controls, true));
  }
  Placebos out;
  std::vector<double> fits, steps;
  for (const Compared& one : all) {
    fits.push_back(fit_of(one));
    steps.push_back(one.step_out);
  }
  out.usual_fit = median(fits);
  out.usual_step = median(steps);
  for (const Compared& one : all) {
    if (fit_of(one) > poor_fit * out.usual_fit && out.usual_fit > 0)
      ++out.poor;
    else if (one.scale > 0 && std::isfinite(one.effect / one.scale))
      out.ratios.push_back(std::abs(one.effect) / one.scale);
  }
  std::ranges::sort(out.ratios);
  out.independent = independent_placebos(donors.size(), treated.size(), out.ratios.size());
  return out;
}

double ratio_quantile(const Placebos& placebos, double share) {
  const auto& ratios = placebos.ratios;
  const auto count = static_cast<double>(ratios.size());
  const double rank = std::clamp(share * (1 + 1 / placebos.independent) * count, 1.0, count);
  const auto below = static_cast<size_t>(rank);
  const double between = rank - static_cast<double>(below);
  const double low = ratios[below - 1];
  return below < ratios.size() ? low + between * (ratios[below] - low) : low;
}

double placebo_p(const Placebos& placebos, double ratio) {
  const auto& ratios = placebos.ratios;
  const auto as_large = static_cast<double>(ratios.end() - std::ranges::lower_bound(ratios, ratio));
  const double share = as_large / static_cast<double>(std::max<size_t>(1, ratios.size()));
  return (1 + placebos.independent * share) / (1 + placebos.independent);
}

}  // namespace umikoe::impact
