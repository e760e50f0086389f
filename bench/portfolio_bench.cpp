// How good and how quick choosing a portfolio is, on made-up export plans.
//
//   portfolio_bench compare [--plans N] [--seed N] [--seconds N] [--caution C]   ours beside CBC
//   portfolio_bench time [--seed N]                     2,000 and 20,000 actions, ours alone

#include <fmt/format.h>

#include <algorithm>
#include <chrono>
#include <cstdio>
#include <map>
#include <numeric>
#include <string>

#include "engines/cbc_solver.h"
#include "plan/mixed_model.h"
#include "plan_world.h"

namespace {

using umikoe::bench::PlanShape;
using umikoe::plan::PortfolioProblem;

constexpr double limit_percent = 1;

double milliseconds_of_processor() {
  return 1000.0 * static_cast<double>(std::clock()) / CLOCKS_PER_SEC;
}

struct Figures {
  std::vector<double> values;

  double mean() const {
    return std::accumulate(values.begin(), values.end(), 0.0) /
           static_cast<double>(std::max<size_t>(1, values.size()));
  }
  double at(double share) const {
    if (values.empty()) return 0;
    std::vector<double> sorted = values;
    std::ranges::sort(sorted);
    return sorted[static_cast<size_t>(share * static_cast<double>(sorted.size() - 1))];
  }
  std::string told(const char* unit) const {
    return fmt::format("mean {:.3f}{}, median {:.3f}{}, worst {:.3f}{}", mean(), unit, at(0.5),
                       unit, at(1), unit);
  }
};

struct Comparison {
  int proven = 0, stopped = 0, better = 0, above_limit = 0;
  Figures gaps, bounds, own_bounds, ours_ms, cbc_ms;
};

void compare_one(const PortfolioProblem& problem, uint64_t seed, double seconds, bool each,
                 Comparison& out) {
  const double start = milliseconds_of_processor();
  const auto ours = choose(problem, umikoe::plan::usual_work(problem.choices.size()), seed);
  const double between = milliseconds_of_processor();
  const auto solver = umikoe::engines::open_cbc();
  const auto theirs = solver->solve(mixed_model_of(problem), seconds);
  const double end = milliseconds_of_processor();
  if (!ours || !theirs) {
    fmt::print("  {}: ours {}, CBC {}\n", seed, ours ? "found" : ours.error().code,
               theirs ? "found" : theirs.error().code);
    return;
  }
  const auto chosen = chosen_in(*theirs, problem.choices.size());
  if (!check_portfolio(problem, chosen) || !check_portfolio(problem, ours->chosen)) {
    fmt::print("  {}: a rule is broken\n", seed);
  }
  const double optimum = objective_of(problem, chosen);
  const double gap = 100 * (optimum - ours->objective) / optimum;
  ++(theirs->proven ? out.proven : out.stopped);
  out.better += gap < -1e-6;
  out.above_limit += gap > limit_percent;
  out.gaps.values.push_back(std::max(0.0, gap));
  out.bounds.values.push_back(100 * (ours->bound - optimum) / optimum);
  out.own_bounds.values.push_back(100 * gap_to_bound(*ours));
  out.ours_ms.values.push_back(between - start);
  out.cbc_ms.values.push_back(end - between);
  if (ours->bound < optimum * (1 - 1e-7)) fmt::print("  {}: the bound is too low\n", seed);
  if (!each) return;
  fmt::print(
      "  {:>4} {:>5} actions {:>4} pairs: behind CBC{} {:.3f} %, bound above it {:.3f} %, "
      "{:.0f} ms; CBC {:.0f} ms\n",
      seed, problem.choices.size(), problem.synergies.size(), theirs->proven ? "" : "*", gap,
      out.bounds.values.back(), between - start, end - between);
  std::fflush(stdout);
}

int compare(std::map<std::string, std::string>& flags) {
  const int plans = flags.contains("--plans") ? std::stoi(flags["--plans"]) : 200;
  const uint64_t seed = flags.contains("--seed") ? std::stoull(flags["--seed"]) : 1;
  const double seconds = flags.contains("--seconds") ? std::stod(flags["--seconds"]) : 60;
  const double caution = flags.contains("--caution") ? std::stod(flags["--caution"]) : 0;
  Comparison all;
  std::map<size_t, int> sizes;
  for (int plan = 0; plan < plans; ++plan) {
    const uint64_t own = seed + static_cast<uint64_t>(plan);
    PlanShape shape = umikoe::bench::drawn_shape(own);
    if (flags.contains("--full")) shape.territories = shape.acts = 20;
    shape.caution = caution;
    if (caution > 0) shape.scenarios = 100;
    const PortfolioProblem problem = umikoe::bench::make_plan(shape, own);
    ++sizes[problem.choices.size() / 500];
    compare_one(problem, own, seconds, flags.contains("--each"), all);
  }
  for (const auto& [size, count] : sizes) {
    fmt::print("{:>3} plans of {} to {} actions\n", count, 500 * size, 500 * size + 499);
  }
  fmt::print("CBC proved {} of {}, stopped at {} s in {}; ours was better in {}\n", all.proven,
             plans, seconds, all.stopped, all.better);
  fmt::print("behind CBC's answer: {}; {} plans above the limit of {} %\n", all.gaps.told(" %"),
             all.above_limit, limit_percent);
  fmt::print("our bound above CBC's answer: {}\n", all.bounds.told(" %"));
  fmt::print("our bound above our answer: {}\n", all.own_bounds.told(" %"));
  fmt::print("processor, ours: {}; CBC: {}\n", all.ours_ms.told(" ms"), all.cbc_ms.told(" ms"));
  return 0;
}

void time_one(const char* what, const PlanShape& shape, uint64_t seed, double limit_seconds) {
  const PortfolioProblem problem = umikoe::bench::make_plan(shape, seed);
  const auto clock = std::chrono::steady_clock::now();
  const double start = milliseconds_of_processor();
  const auto ours = choose(problem, umikoe::plan::usual_work(problem.choices.size()), seed);
  const double spent = milliseconds_of_processor() - start;
  const std::chrono::duration<double> passed = std::chrono::steady_clock::now() - clock;
  if (!ours) {
    fmt::print("{}: {}\n", what, ours.error().code);
    return;
  }
  fmt::print(
      "{}: {} actions, {} pairs: {:.2f} s of the processor, {:.2f} s of the clock (limit {} "
      "s); bound {:.3f} % above\n",
      what, problem.choices.size(), problem.synergies.size(), spent / 1000, passed.count(),
      limit_seconds, 100 * gap_to_bound(*ours));
  std::fflush(stdout);
}

int time_all(uint64_t seed) {
  const PlanShape plain;
  PlanShape rules = plain;
  rules.small_label_share = 0.25;
  rules.new_artist_share = 0.15;
  rules.breadth = 0.02;
  rules.alternatives = rules.commitments = true;
  PlanShape cautious = rules;
  cautious.scenarios = 100;
  cautious.caution = 0.3;
  time_one("20 x 20", plain, seed, 1);
  time_one("20 x 20, every rule", rules, seed, 1);
  time_one("20 x 20, every rule, 100 scenarios", cautious, seed, 1);
  for (PlanShape* shape : {&rules, &cautious}) {
    shape->territories = 50;
    shape->acts = 80;
    shape->alternatives = false;
  }
  time_one("50 x 80, every rule but alternatives", rules, seed, 10);
  time_one("the same with 100 scenarios", cautious, seed, 10);
  return 0;
}

}  // namespace

int main(int count, char** words) {
  std::map<std::string, std::string> flags;
  for (int i = 2; i < count; ++i) {
    const std::string word = words[i];
    const bool alone = word == "--each" || word == "--full" || i + 1 == count;
    flags[word] = alone ? "" : words[++i];
  }
  const std::string verb = count > 1 ? words[1] : "compare";
  if (verb == "time") return time_all(flags.contains("--seed") ? std::stoull(flags["--seed"]) : 1);
  return compare(flags);
}
