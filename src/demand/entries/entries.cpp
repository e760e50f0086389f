#include "demand/entries/entries.h"

#include <algorithm>
#include <cmath>
#include <numeric>

#include "demand/entries/ridge_logistic.h"

namespace umikoe::demand {
namespace {

constexpr int32_t week = 7;
constexpr int32_t warm_up = 21;  // days a file needs before its shares mean something
constexpr double penalty = 20;
constexpr int64_t least_entries = 10;
constexpr size_t most_cases = 200'000;  // non-entries beyond that are thinned and weighted
constexpr size_t most_reasons = 2;
constexpr double half_life = 56;    // days; of a week's say in how often songs enter now
constexpr double least_share = 10;  // entries, so weighted, below which nothing is corrected
constexpr double most_drift = 3;    // of the log odds

// Whether a thinned set keeps this case: the same on every run and machine.
bool keeps(const EntryCandidate& candidate, Date origin, uint64_t one_in) {
  uint64_t mixed = (uint64_t{candidate.track} << 32U | candidate.territory) ^
                   static_cast<uint64_t>(origin.days) * 0x9E3779B97F4A7C15ULL;
  mixed = (mixed ^ (mixed >> 31U)) * 0xBF58476D1CE4E5B9ULL;
  return (mixed >> 33U) % one_in == 0;
}

double with_drift(double probability, double drift) {
  const double odds = probability / (1 - probability) * std::exp(drift);
  return odds / (1 + odds);
}

// How often charts take in new songs drifts over months: what has to be added to all log odds so
// that as many of the latest past cases are expected as came. Ranks stay as they are.
double drift_of(const RidgeLogistic& model, const LogisticCases& cases,
                const std::vector<int32_t>& days_ago) {
  std::vector<std::pair<double, double>> expected;  // probability and weight
  double came = 0;
  for (size_t i = 0; i < cases.size(); ++i) {
    const double weight = cases.weights[i] * std::exp2(-days_ago[i] / half_life);
    expected.emplace_back(model.probability(cases.row(i)), weight);
    came += cases.outcomes[i] ? weight : 0;
  }
  if (came < least_share) return 0;
  double low = -most_drift;
  double high = most_drift;
  for (int step = 0; step < 30; ++step) {
    const double middle = (low + high) / 2;
    double sum = 0;
    for (const auto& [probability, weight] : expected) {
      sum += weight * with_drift(probability, middle);
    }
    (sum < came ? low : high) = middle;
  }
  return (low + high) / 2;
}

}  // namespace

const std::vector<EntryCandidate>& EntryForecaster::candidates(Date origin) {
  const auto at = past_.find(origin);
  if (at != past_.end()) return at->second;
  return past_.emplace(origin, charts_.candidates(origin)).first->second;
}

std::optional<EntryRun> EntryForecaster::at(Date origin) {
  std::vector<Date> origins;
  for (Date past = origin.plus(-entry_window_days); past >= charts_.first_day().plus(warm_up);
       past = past.plus(-week)) {
    origins.push_back(past);
  }
  std::ranges::reverse(origins);
  size_t total = 0;
  for (const Date past : origins) total += candidates(past).size();
  const uint64_t one_in = std::max<uint64_t>(1, total / most_cases);

  LogisticCases cases{.width = entry_features, .features = {}, .outcomes = {}, .weights = {}};
  std::vector<int32_t> days_ago;
  int64_t entered = 0;
  for (const Date past : origins) {
    for (const EntryCandidate& candidate : candidates(past)) {
      const auto first = charts_.first_seen(candidate.track, candidate.territory);
      const bool came = first && *first <= past.plus(entry_window_days);
      if (!came && !keeps(candidate, past, one_in)) continue;
      entered += came ? 1 : 0;
      cases.features.insert(cases.features.end(), candidate.features.begin(),
                            candidate.features.end());
      cases.outcomes.push_back(came ? 1 : 0);
      days_ago.push_back(origin.days - past.days);
      cases.weights.push_back(came ? 1.0F : static_cast<float>(one_in));
    }
  }
  if (entered < least_entries) return std::nullopt;
  const RidgeLogistic model(cases, penalty);
  const double drift = drift_of(model, cases, days_ago);
  EntryRun run{.origin = origin, .entries = {}, .past_entries = entered};
  for (const EntryCandidate& candidate : candidates(origin)) {
    Entry entry{candidate, with_drift(model.probability(candidate.features), drift), {}};
    const auto parts = model.contributions(candidate.features);
    std::vector<size_t> order(parts.size());
    std::iota(order.begin(), order.end(), size_t{0});
    std::ranges::stable_sort(order, [&](size_t a, size_t b) { return parts[a] > parts[b]; });
    for (const size_t f : order) {
      if (parts[f] <= 0 || entry.reasons.size() == most_reasons) break;
      entry.reasons.push_back(static_cast<EntryFeature>(f));
    }
    run.entries.push_back(std::move(entry));
  }
  std::ranges::stable_sort(
      run.entries, [](const Entry& a, const Entry& b) { return a.probability > b.probability; });
  return run;
}

}  // namespace umikoe::demand
