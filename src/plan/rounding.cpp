#include "plan/rounding.h"

#include <algorithm>
#include <functional>
#include <numeric>
#include <utility>

#include "base/rng.h"

namespace umikoe::plan {
void Rounding::keep(Selection& selection, Place row, const std::vector<double>& scores) {
  std::vector<Place> members;
  for (const Place choice : free_.takers.of(row)) {
    if (selection.has(choice) && amount_in(free_, row, choice) > 0) members.push_back(choice);
  }
  std::ranges::stable_sort(members, {}, [&](Place i) { return scores[i]; });
  std::vector<Place> removed;
  for (const Place choice : members) {
    if (!selection.breaks(row)) return;
    if (selection.has(choice)) building_.remove(selection, choice, removed);
  }
}

void Rounding::repair(Selection& selection, const std::vector<double>& scores, Work& work) {
  constexpr int passes = 4;  // keeping one least share may break another
  for (int pass = 0; pass < passes && !selection.keeps_all_rows(); ++pass) {
    for (Place row = 0; row < free_.limits.size(); ++row) {
      if (selection.breaks(row)) keep(selection, row, scores);
    }
  }
  std::vector<Place> order(free_.size());
  std::iota(order.begin(), order.end(), Place{0});
  std::ranges::stable_sort(order, std::greater<>{}, [&](Place i) { return scores[i]; });
  building_.fill(selection, order, work);
}

bool Rounding::breaks_a_limit(const Selection& selection) const {
  const Place first_share = static_cast<Place>(free_.budgets);
  for (Place row = 0; row < free_.limits.size(); ++row) {
    const bool is_share = row >= first_share && row < first_share + free_.least_shares;
    if (!is_share && selection.breaks(row)) return true;
  }
  return false;
}

// Of all least shares: members of one may break another.
std::vector<Place> Rounding::share_members() const {
  std::vector<Place> members;
  for (Place k = 0; k < free_.least_shares; ++k) {
    const Place row = static_cast<Place>(free_.budgets) + k;
    for (const Place choice : free_.takers.of(row)) {
      if (amount_in(free_, row, choice) < 0) members.push_back(choice);
    }
  }
  return members;
}

bool Rounding::add_members(Selection& selection, const std::vector<Place>& order) {
  for (const Place choice : order) {
    if (selection.keeps_all_rows()) return true;
    if (selection.has(choice)) continue;
    const size_t mark = selection.mark();
    building_.force(selection, choice);
    if (breaks_a_limit(selection)) selection.roll_back(mark);
  }
  return selection.keeps_all_rows();
}

void Rounding::meet_least_shares(Selection& selection) {
  if (selection.keeps_all_rows()) return;
  const size_t mark = selection.mark();
  std::vector<Place> order = share_members();
  // What gains most first; the search finds better ones. Where that does not fit, other orders may.
  std::ranges::stable_sort(order, std::greater<>{}, [&](Place i) { return selection.added(i); });
  constexpr size_t most_looks = 3'000'000;
  const size_t attempts = 1 + std::min<size_t>(300, most_looks / (1 + order.size()));
  Rng rng(1);
  for (size_t attempt = 0; attempt < attempts; ++attempt) {
    if (add_members(selection, order)) return;
    if (attempt + 1 < attempts) selection.roll_back(mark);
    for (size_t k = order.size(); k > 1; --k) std::swap(order[k - 1], order[rng.below(k)]);
  }
}

}  // namespace umikoe::plan
