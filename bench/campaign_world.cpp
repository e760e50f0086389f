#include "campaign_world.h"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>
#include <numbers>

namespace umikoe::bench {
namespace {

constexpr size_t regions = 6;
constexpr double spill_region = 0.3;
constexpr double spill_all = 0.02;
constexpr size_t build_up = 3;

double between(Rng& rng, double low, double high) { return low + (high - low) * rng.uniform(); }

// What all territories share: a walk, and releases that fade.
struct Shared {
  std::vector<double> walk, releases;
  std::vector<std::vector<double>> region;
};

Shared make_shared_part(size_t weeks, Rng& rng) {
  Shared out{std::vector<double>(weeks, 0.0), std::vector<double>(weeks, 0.0),
             std::vector<std::vector<double>>(regions, std::vector<double>(weeks, 0.0))};
  for (size_t week = 1; week < weeks; ++week) {
    out.walk[week] = out.walk[week - 1] + 0.03 * rng.normal();
    out.releases[week] = 0.85 * out.releases[week - 1];
    if (rng.uniform() < 0.09) out.releases[week] += between(rng, 0.2, 0.7);
  }
  for (auto& series : out.region) {
    double state = 0;
    for (double& value : series) value = state = 0.8 * state + 0.05 * rng.normal();
  }
  return out;
}

std::vector<double> make_territory(const Shared& shared, size_t region, Rng& rng) {
  const double level = 9.5 + rng.normal();
  const double releases = std::max(0.2, 1 + 0.3 * rng.normal());
  const double walk = std::max(0.2, 1 + 0.2 * rng.normal());
  const double season = 0.1 + 0.04 * rng.normal();
  const double phase = static_cast<double>(region) / 2 + 0.3 * rng.normal();
  const double slope = 0.003 * rng.normal();
  const double noise = 0.1 * std::exp(0.4 * rng.normal());
  const double memory = between(rng, 0.3, 0.8);
  std::vector<double> out;
  double state = 0;
  for (size_t week = 0; week < shared.walk.size(); ++week) {
    const auto t = static_cast<double>(week);
    state = memory * state + std::sqrt(1 - memory * memory) * noise * rng.normal();
    out.push_back(level + slope * t + walk * shared.walk[week] + releases * shared.releases[week] +
                  shared.region[region][week] +
                  season * std::sin(2 * std::numbers::pi * t / 52 + phase) + state);
  }
  return out;
}

double middle(std::vector<double> values) {
  std::ranges::nth_element(values, values.begin() + static_cast<long>(values.size() / 2));
  return values[values.size() / 2];
}

// The lowest row of the territory's chart: for most far below, for some in the way, for some above
// nearly everything.
double chart_bound(const std::vector<double>& series, Rng& rng) {
  const double kind = rng.uniform();
  const double usual = middle(series);
  if (kind < 0.65) return usual - 3;
  if (kind < 0.85) return usual - between(rng, 0.1, 0.6);
  return usual + between(rng, 0.0, 0.5);
}

struct Treatment {
  size_t from = 0;
  double effect = 0;
};

}  // namespace

CampaignWorld make_campaign(double effect, Rng& rng) {
  const size_t territories = 24 + rng.below(21);
  const size_t weeks = 60 + rng.below(31);
  const Shared shared = make_shared_part(weeks, rng);
  std::vector<std::vector<double>> series;
  std::vector<double> bounds;
  CampaignWorld world;
  for (size_t i = 0; i < territories; ++i) {
    series.push_back(make_territory(shared, i % regions, rng));
    bounds.push_back(chart_bound(series.back(), rng));
    world.panel.units.push_back(fmt::format("T{:02}", i));
    world.panel.groups.push_back(fmt::format("R{}", i % regions));
  }
  for (size_t week = 0; week < weeks; ++week) {
    world.panel.times.push_back(fmt::format("W{:03}", week));
  }

  const size_t region = rng.below(regions);
  const size_t many = 1 + rng.below(3);
  const size_t start = weeks - 12 - rng.below(14);
  std::vector<Treatment> treatments(territories, {weeks, 0});
  size_t treated = 0;
  for (size_t i = region; i < territories && treated < many; i += regions) {
    // Nobody runs a campaign where the artist is never on the chart.
    if (middle(series[i]) <= bounds[i]) continue;
    treatments[i] = {start + rng.below(9), effect * (1 + 0.2 * rng.normal())};
    ++treated;
  }
  double cells = 0;
  for (size_t i = 0; i < territories; ++i) {
    const Treatment& own = treatments[i];
    double before = 0;
    for (size_t week = 0; week < own.from; ++week) {
      before += std::exp(series[i][week]) / static_cast<double>(own.from);
    }
    for (size_t week = 0; week < weeks; ++week) {
      const size_t from = own.from < weeks ? own.from : start;
      const double share = own.from < weeks        ? own.effect
                           : i % regions == region ? spill_region * effect
                                                   : spill_all * effect;
      const double built =
          week < from ? 0 : std::min(1.0, static_cast<double>(week - from + 1) / build_up);
      const double without = std::exp(series[i][week]);
      const double value = std::exp(series[i][week] + share * built);
      if (own.from <= week && own.from < weeks) {
        world.truth += (value - without) / before;
        ++cells;
      }
      const double bound = std::exp(bounds[i]);
      world.panel.cells.push_back(value < bound
                                      ? impact::Observation{impact::Seen::below, bound}
                                      : impact::Observation{impact::Seen::exactly, value});
    }
    world.panel.treated_from.push_back(own.from);
  }
  if (cells > 0) world.truth /= cells;
  return world;
}

}  // namespace umikoe::bench
