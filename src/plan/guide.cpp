#include "plan/guide.h"

#include <algorithm>
#include <cmath>
#include <numeric>
#include <utility>

namespace umikoe::plan {

Scores scores_of(const FreeChoices& free, const Relaxation& relaxation,
                 const Multipliers& multipliers) {
  constexpr double highest = 10;
  std::vector<double> prices(free.size());
  double sum = 0;
  for (size_t i = 0; i < prices.size(); ++i) {
    for (const Amount& one : free.amounts.of(i)) {
      prices[i] += multipliers.rows[one.row] * std::abs(one.amount);
    }
    sum += prices[i];
  }
  // What costs nothing has a price of almost nothing, not of nothing.
  const double mean = sum / std::max(1.0, static_cast<double>(free.size()));
  const double least = std::max(1e-300, 0.01 * mean);
  Scores out;
  for (Place i = 0; i < free.size(); ++i) {
    const double left = relaxation.closure().left_to(i);
    out.scores.push_back(std::clamp(left / std::max(least, prices[i]), -highest, highest));
    out.lefts.push_back(left / std::max(least, mean));
    out.sizes.push_back(prices[i] / std::max(least, mean));
  }
  return out;
}

Guide guide_of(const FreeChoices& free, const Relaxation& relaxation,
               const Multipliers& multipliers) {
  Scores scores = scores_of(free, relaxation, multipliers);
  Guide guide{std::move(scores.scores), std::vector<Place>(free.size()), std::move(scores.lefts),
              std::move(scores.sizes), relaxation.gains()};
  std::iota(guide.doubtful.begin(), guide.doubtful.end(), Place{0});
  const auto doubt = [&](Place i) { return std::abs(guide.scores[i]); };
  std::ranges::stable_sort(guide.doubtful, {}, doubt);
  // Choices further off were in none of the best sets we know of, or in all of them.
  constexpr double sure = 0.8;
  constexpr long fewest = 60;
  const auto end = std::ranges::upper_bound(guide.doubtful, sure, {}, doubt);
  const long kept = std::max(end - guide.doubtful.begin(), fewest);
  guide.doubtful.resize(std::min(guide.doubtful.size(), static_cast<size_t>(kept)));
  return guide;
}

}  // namespace umikoe::plan
