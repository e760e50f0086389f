#include "plan/decided.h"

#include <algorithm>

#include "plan/lists.h"

namespace umikoe::plan {
namespace {

using Flags = std::vector<bool>;

std::unexpected<Error> impossible(std::string name, std::string choice = {}) {
  return fail("plan_impossible", {{"name", std::move(name)}, {"choice", std::move(choice)}});
}

// Marks every place that can be reached from the marked ones.
void spread(Flags& marked, const Lists<Place>& next) {
  std::vector<Place> open;
  for (Place i = 0; i < marked.size(); ++i) {
    if (marked[i]) open.push_back(i);
  }
  while (!open.empty()) {
    const Place i = open.back();
    open.pop_back();
    for (const Place to : next.of(i)) {
      if (marked[to]) continue;
      marked[to] = true;
      open.push_back(to);
    }
  }
}

class Deciding {
 public:
  Deciding(const PortfolioProblem& problem, const std::vector<RuleRow>& rows)
      : problem_(problem),
        rows_(rows),
        count_(problem.choices.size()),
        seen_by_(count_, UINT32_MAX) {
    for (const Choice& choice : problem.choices) {
      for (const size_t need : choice.needs) needs_.items.push_back(static_cast<Place>(need));
      needs_.close();
    }
    dependants_ = inverted(needs_, count_);
    for (Place row = 0; row < rows.size(); ++row) {
      for (const RowAmount& one : rows[row].amounts) {
        rows_of_.items.push_back(static_cast<Place>(one.choice));
      }
      rows_of_.close();
    }
    rows_of_ = inverted(rows_of_, count_);
  }

  Result<Decided> decide() {
    out_.in.assign(count_, false);
    out_.out.assign(count_, false);
    for (size_t i = 0; i < count_; ++i) {
      out_.in[i] = problem_.choices[i].wish == Wish::in;
      out_.out[i] = problem_.choices[i].wish == Wish::out;
    }
    spread(out_.out, dependants_);
    for (size_t i = 0; i < count_; ++i) {
      if (out_.in[i] && out_.out[i]) return impossible("needs", std::to_string(i));
    }
    spread(out_.in, needs_);
    UMIKOE_TRY(take_from_limits());
    for (Place i = 0; i < count_; ++i) {
      if (!out_.in[i] && !out_.out[i] && !fits(i)) out_.out[i] = true;
    }
    spread(out_.out, dependants_);
    return std::move(out_);
  }

 private:
  bool is_least_share(size_t row) const {
    return row >= problem_.budgets.size() &&
           row < problem_.budgets.size() + problem_.least_shares.size();
  }

  Result<void> take_from_limits() {
    for (size_t row = 0; row < rows_.size(); ++row) {
      double left = rows_[row].limit;
      size_t last = 0;
      for (const RowAmount& one : rows_[row].amounts) {
        if (!out_.in[one.choice]) continue;
        left -= one.amount;
        last = one.choice;
      }
      out_.limits.push_back(left);
      if (left >= 0 || is_least_share(row)) continue;
      const bool budget = row < problem_.budgets.size();
      return impossible(rows_[row].name, budget ? "" : std::to_string(last));
    }
    return {};
  }

  // With all its needs, into what those that are in leave; least shares can be met by others.
  bool fits(Place choice) {
    std::vector<Place> members{choice};
    std::vector<std::pair<Place, double>> sums;
    for (size_t at = 0; at < members.size(); ++at) {
      for (const Place need : needs_.of(members[at])) {
        if (out_.in[need] || seen_by_[need] == choice) continue;
        seen_by_[need] = choice;
        members.push_back(need);
      }
      for (const Place row : rows_of_.of(members[at])) {
        if (!is_least_share(row)) sums.push_back({row, amount(row, members[at])});
      }
    }
    std::ranges::sort(sums);
    double sum = 0;
    for (size_t i = 0; i < sums.size(); ++i) {
      const bool first = i == 0 || sums[i - 1].first != sums[i].first;
      sum = (first ? 0 : sum) + sums[i].second;
      if (sum > out_.limits[sums[i].first]) return false;
    }
    return true;
  }

  double amount(Place row, size_t choice) const {
    if (row >= problem_.budgets.size()) return 1;
    return static_cast<double>(problem_.choices[choice].cost_jpy);
  }

  const PortfolioProblem& problem_;
  const std::vector<RuleRow>& rows_;
  size_t count_;
  Lists<Place> needs_, dependants_, rows_of_;
  std::vector<Place> seen_by_;  // the choice whose needs were last looked through here
  Decided out_;
};

}  // namespace

Result<Decided> decided(const PortfolioProblem& problem, const std::vector<RuleRow>& rows) {
  return Deciding(problem, rows).decide();
}

}  // namespace umikoe::plan
