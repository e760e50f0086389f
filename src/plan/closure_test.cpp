#include "plan/closure.h"

#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>

#include <cmath>

#include "base/rng.h"
#include "plan/random_plan_test.h"

namespace umikoe::plan {
namespace {

struct Profits {
  std::vector<double> choices;
  std::vector<double> pairs;
};

Profits random_profits(const FreeChoices& free, Rng& rng) {
  Profits out;
  for (size_t i = 0; i < free.size(); ++i) out.choices.push_back(10 * rng.normal());
  for (size_t k = 0; k < free.pairs.size(); ++k) out.pairs.push_back(6 * rng.uniform());
  return out;
}

// Nothing where the set lacks a need.
double worth(const FreeChoices& free, const Profits& profits, uint64_t set) {
  const auto has = [set](size_t i) { return (set >> i & 1) != 0; };
  double sum = 0;
  for (size_t i = 0; i < free.size(); ++i) {
    if (!has(i)) continue;
    sum += profits.choices[i];
    for (const Place need : free.needs.of(i)) {
      if (!has(need)) return 0;
    }
  }
  for (size_t k = 0; k < free.pairs.size(); ++k) {
    if (has(free.pairs[k].first) && has(free.pairs[k].second)) sum += profits.pairs[k];
  }
  return sum;
}

RC_GTEST_PROP(Closure, IsTheBestOfAllWhateverWasAskedBefore, (uint64_t seed)) {
  const auto free = free_choices(random_plan(seed));
  if (!free) return;
  Closure closure(*free);
  Rng rng(seed);
  for (int question = 0; question < 4; ++question) {
    const Profits profits = random_profits(*free, rng);
    closure.solve(profits.choices, profits.pairs);
    double best = 0;
    for (uint64_t set = 0; set < uint64_t{1} << free->size(); ++set) {
      best = std::max(best, worth(*free, profits, set));
    }
    uint64_t answer = 0;
    for (Place i = 0; i < free->size(); ++i) answer |= uint64_t{closure.has(i)} << i;
    RC_ASSERT(std::abs(worth(*free, profits, answer) - best) < 1e-6);
    RC_ASSERT(std::abs(closure.bound() - best) < 1e-6);
    closure.share_out();
    RC_ASSERT(std::abs(closure.bound() - best) < 1e-6);
  }
}

}  // namespace
}  // namespace umikoe::plan
