#include "demand/entries/entries.h"

#include <algorithm>
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

// Whether a thinned set keeps this case: the same on every run and machine.
bool keeps(const EntryCandidate& candidate, Date origin, uint64_t one_in) {
  uint64_t mixed = (uint64_t{candidate.track} << 32U | candidate.territory) ^
                   static_cast<uint64_t>(origin.days) * 0x9E3779B97F4A7C15ULL;
  mixed = (mixed ^ (mixed >> 31U)) * 0xBF58476D1CE4E5B9ULL;
  return (mixed >> 33U) % one_in == 0;
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
      cases.weights.push_back(came ? 1.0F : static_cast<float>(one_in));
    }
  }
  if (entered < least_entries) return std::nullopt;
  const RidgeLogistic model(cases, penalty);
  EntryRun run{.origin = origin, .entries = {}, .past_entries = entered};
  for (const EntryCandidate& candidate : candidates(origin)) {
    Entry entry{candidate, model.probability(candidate.features), {}};
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
