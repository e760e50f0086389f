// Whether measuring tells the truth: made-up campaigns whose effect is known, and real charts on
// which nothing was done.
//
//   impact_bench [--worlds N] [--method WORD] [--seed N]   made-up campaigns
//   impact_bench --charts FILE.csv.gz                       the placebo study on kworb's charts
//   impact_bench --panels DIR                               the published panels, timed

#include <fmt/format.h>

#include <algorithm>
#include <chrono>
#include <cmath>
#include <cstdio>
#include <cstdlib>
#include <fstream>
#include <map>
#include <string>

#include "app/measure/panel_file.h"
#include "campaign_world.h"
#include "chart_panel.h"
#include "impact/measure.h"

namespace {

using umikoe::Rng;
using umikoe::impact::Measurement;
using umikoe::impact::Method;

double milliseconds_of_processor() {
  return 1000.0 * static_cast<double>(std::clock()) / CLOCKS_PER_SEC;
}

struct Tally {
  int measured = 0, covered = 0, alarms = 0, by_p = 0, wrong_way = 0;
  double width = 0, error = 0;
  std::map<std::string, int> refused;
  std::map<int, std::pair<int, int>> power;  // by tenths of the truth: found, of how many

  int refusals() const {
    int sum = 0;
    for (const auto& [code, count] : refused) sum += count;
    return sum;
  }

  void add(const Measurement& one, double truth) {
    if (!one.refused.empty()) {
      ++refused[one.refused.front().code];
      return;
    }
    const auto [low, high] = *one.interval;
    const bool alarm = low > 0 || high < 0;
    ++measured;
    covered += low <= truth && truth <= high;
    alarms += alarm;
    by_p += *one.placebo_p <= 0.1;
    wrong_way += alarm && truth != 0 && (low > 0) != (truth > 0);
    width += high - low;
    error += std::abs(*one.effect - truth);
    auto& [found, of] = power[static_cast<int>(std::floor(truth * 10))];
    ++of;
    found += alarm;
  }

  void print(std::string_view what, double spent) const {
    const double n = std::max(1, measured);
    fmt::print(
        "{:<22} measured {:>4}, refused {:>3}; interval holds the truth {:5.1f} %, excludes zero "
        "{:5.1f} %, p <= .1 {:5.1f} %, wrong way {}, width {:.3f}, mean error {:.3f}; {:.1f} ms\n",
        what, measured, refusals(), 100 * covered / n, 100 * alarms / n, 100 * by_p / n, wrong_way,
        width / n, error / n, spent);
    for (const auto& [code, count] : refused) fmt::print("    {} {}\n", code, count);
  }

  void print_power() const {
    fmt::print("    effect: found of worlds\n");
    for (const auto& [tenth, found] : power) {
      fmt::print("    {:+.1f} to {:+.1f}: {:>3} of {:>3} ({:.0f} %)\n", tenth / 10.0,
                 (tenth + 1) / 10.0, found.first, found.second, 100.0 * found.first / found.second);
    }
  }
};

// Mostly gains, some losses: of logarithms.
double drawn_effect(Rng& rng) {
  return rng.uniform() < 0.85 ? 0.1 + 0.4 * rng.uniform() : -0.1 - 0.2 * rng.uniform();
}

void simulate(Method method, int worlds, uint64_t seed) {
  for (const bool with_effect : {true, false}) {
    Tally tally;
    const double start = milliseconds_of_processor();
    for (int world = 0; world < worlds; ++world) {
      Rng rng(seed + 1'000'003 * static_cast<uint64_t>(with_effect) +
              17 * static_cast<uint64_t>(world));
      const auto campaign = umikoe::bench::make_campaign(with_effect ? drawn_effect(rng) : 0, rng);
      Rng draws(static_cast<uint64_t>(world));
      const auto one =
          umikoe::impact::measure(campaign.panel, {.method = method, .indexed = true}, {}, draws);
      if (one)
        tally.add(*one, campaign.truth);
      else
        ++tally.refused[one.error().code];
    }
    const double spent = (milliseconds_of_processor() - start) / worlds;
    tally.print(fmt::format("{} {}", word(method), with_effect ? "with effect" : "without"), spent);
    if (with_effect) tally.print_power();
    std::fflush(stdout);
  }
}

int study_charts(const std::string& path, uint64_t seed) {
  const auto charts = umikoe::bench::read_chart_panel(path);
  if (!charts) {
    fmt::print(stderr, "{}: {}\n", path, charts.error().code);
    return 1;
  }
  fmt::print("{} artists x territories over {} weeks\n", charts->units.size(),
             charts->times.size());
  constexpr int trials = 400;
  for (const Method method : {Method::sdid, Method::sc, Method::did}) {
    Tally tally;
    const double start = milliseconds_of_processor();
    for (int trial = 0; trial < trials; ++trial) {
      Rng rng(seed + static_cast<uint64_t>(trial));
      const auto panel = umikoe::bench::pretended_campaign(*charts, rng);
      const auto one = umikoe::impact::measure(panel, {.method = method, .indexed = true}, {}, rng);
      if (one)
        tally.add(*one, 0);
      else
        ++tally.refused[one.error().code];
    }
    tally.print(fmt::format("{} on charts", word(method)),
                (milliseconds_of_processor() - start) / trials);
  }
  return 0;
}

int time_panel(const std::string& folder) {
  namespace app = umikoe::app;
  std::ifstream stream(folder + "/california_prop99.csv");
  const std::string bytes((std::istreambuf_iterator<char>(stream)), {});
  const auto file = app::read_panel(umikoe::formats::from_memory(bytes),
                                    {"State", "Year", "PacksPerCapita", "treated", "", ';'}, {});
  if (!file) return 1;
  const double start = milliseconds_of_processor();
  for (const Method method : {Method::sdid, Method::sc, Method::did, Method::bsts}) {
    const double own = milliseconds_of_processor();
    // Several placebos of two units, because there are only 38 of one.
    umikoe::impact::Panel panel = file->panel;
    Rng rng(1);
    const auto one = umikoe::impact::measure(panel, {.method = method}, {}, rng);
    panel.treated_from[0] = *std::ranges::min_element(panel.treated_from);
    const auto two = umikoe::impact::measure(panel, {.method = method}, {}, rng);
    if (!one || !two || !one->effect) return 1;
    fmt::print("{:<5} {:.6f}, {} and {} placebos: {:.0f} ms\n", word(method), *one->effect,
               one->placebos, two->placebos, milliseconds_of_processor() - own);
  }
  fmt::print("together {:.0f} ms of the processor\n", milliseconds_of_processor() - start);
  return 0;
}

}  // namespace

int main(int count, char** words) {
  std::map<std::string, std::string> flags;
  for (int i = 1; i + 1 < count; i += 2) flags[words[i]] = words[i + 1];
  const uint64_t seed = flags.contains("--seed") ? std::stoull(flags["--seed"]) : 5;
  if (flags.contains("--charts")) return study_charts(flags["--charts"], seed);
  if (flags.contains("--panels")) return time_panel(flags["--panels"]);
  const int worlds = flags.contains("--worlds") ? std::stoi(flags["--worlds"]) : 1000;
  for (const Method method : {Method::sdid, Method::sc, Method::did, Method::bsts}) {
    if (flags.contains("--method") && flags["--method"] != word(method)) continue;
    simulate(method, worlds, seed);
  }
  return 0;
}
