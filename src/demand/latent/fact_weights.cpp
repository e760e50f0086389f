#include "demand/latent/fact_weights.h"

#include <algorithm>
#include <cmath>

#include "demand/latent/concave_maximum.h"

namespace umikoe::demand {
namespace {

constexpr double scale_penalty = 1;
constexpr double shared_penalty = 1;
constexpr double group_share = 0.5;  // of a kind's ridge
constexpr double quietest = 0.1;     // a fact that adds less to log odds explains nothing

double log_sum(const std::vector<double>& scores, const std::vector<char>& seen) {
  double highest = -INFINITY;
  for (size_t b = 0; b < scores.size(); ++b) {
    if (!seen[b]) highest = std::max(highest, scores[b]);
  }
  double total = 0;
  for (size_t b = 0; b < scores.size(); ++b) {
    if (!seen[b]) total += std::exp(scores[b] - highest);
  }
  return highest + std::log(total);
}

// Where each weight stands in the one long row of them: the scale, the shared ones, the levels,
// then of each profile one by territory and one by group of territories.
class Fit {
 public:
  Fit(std::span<const FactCase> cases, std::span<const FactTerms> terms,
      std::span<const std::string> territories, const FactRidges& ridges)
      : cases_(cases), terms_(terms), count_(territories.size()), ridges_(ridges) {
    for (const FactKind kind : fact_kinds) {
      groups_[static_cast<size_t>(kind)] = fact_groups(kind, territories);
    }
    penalties_.assign(1 + shared_weight_count, shared_penalty);
    penalties_[0] = scale_penalty;
    levels_ = penalties_.size();
    penalties_.insert(penalties_.end(), count_, ridges.levels);
    for (const FactCase& each : cases) {
      for (const auto& profile : terms[each.artist].profiles) {
        if (!counts(profile.profile.kind)) continue;
        if (!rows_.try_emplace(profile.profile, penalties_.size()).second) continue;
        const double penalty = ridge(profile.profile.kind);
        penalties_.insert(penalties_.end(), count_, penalty);
        penalties_.insert(penalties_.end(), count_, group_share * penalty);  // as many at most
      }
    }
  }

  FactWeights run() const {
    const auto found = concave_maximum(
        penalties_.size(), [this](const std::vector<double>& at, std::vector<double>& slope) {
          return penalised(at, slope);
        });
    FactWeights weights{.scale = 1 + found[0]};
    for (size_t b = 0; b < count_; ++b) weights.levels.push_back(found[levels_ + b]);
    for (size_t i = 0; i < shared_weight_count; ++i) weights.shared[i] = found[1 + i];
    for (const auto& [profile, row] : rows_) {
      const auto& groups = groups_[static_cast<size_t>(profile.kind)];
      auto& out = weights.profiles[profile];
      for (size_t b = 0; b < count_; ++b) {
        out.push_back(found[row + b] + found[row + count_ + groups[b]]);
      }
    }
    return weights;
  }

 private:
  double ridge(FactKind kind) const { return ridges_.kinds[static_cast<size_t>(kind)]; }
  bool counts(FactKind kind) const { return ridge(kind) > 0; }

  double penalised(const std::vector<double>& at, std::vector<double>& slope) const {
    double value = 0;
    for (size_t i = 0; i < at.size(); ++i) {
      value -= penalties_[i] * at[i] * at[i] / 2;
      slope[i] = -penalties_[i] * at[i];
    }
    std::vector<double> scores(count_);
    for (const FactCase& each : cases_) value += add(each, at, scores, slope);
    return value;
  }

  // The log likelihood of one case; its slope is added up. `scores` is room to work in.
  double add(const FactCase& each, const std::vector<double>& at, std::vector<double>& scores,
             std::vector<double>& slope) const {
    const FactTerms& terms = terms_[each.artist];
    for (size_t b = 0; b < count_; ++b) {
      scores[b] = (1 + at[0]) * each.log_odds[b] + at[levels_ + b];
    }
    for (const auto& [fact, profile, share] : terms.profiles) {
      if (!counts(profile.kind)) continue;
      const size_t row = rows_.at(profile);
      const auto& groups = groups_[static_cast<size_t>(profile.kind)];
      for (size_t b = 0; b < count_; ++b) {
        scores[b] += share * (at[row + b] + at[row + count_ + groups[b]]);
      }
    }
    for (const auto& shared : terms.shared) {
      if (!counts(kind_of(shared.weight))) continue;
      scores[shared.territory] += shared.value * at[1 + static_cast<size_t>(shared.weight)];
    }
    const double total = log_sum(scores, each.seen);
    const double likelihood = each.weight * (scores[each.left_out] - total);
    for (size_t b = 0; b < count_; ++b) {
      const double chance = each.seen[b] ? 0 : std::exp(scores[b] - total);
      scores[b] = each.weight * ((b == each.left_out ? 1 : 0) - chance);  // now the errors
      slope[0] += each.log_odds[b] * scores[b];
      slope[levels_ + b] += scores[b];
    }
    for (const auto& [fact, profile, share] : terms.profiles) {
      if (!counts(profile.kind)) continue;
      const size_t row = rows_.at(profile);
      const auto& groups = groups_[static_cast<size_t>(profile.kind)];
      for (size_t b = 0; b < count_; ++b) {
        slope[row + b] += share * scores[b];
        slope[row + count_ + groups[b]] += share * scores[b];
      }
    }
    for (const auto& shared : terms.shared) {
      if (!counts(kind_of(shared.weight))) continue;
      slope[1 + static_cast<size_t>(shared.weight)] += shared.value * scores[shared.territory];
    }
    return likelihood;
  }

  std::span<const FactCase> cases_;
  std::span<const FactTerms> terms_;
  size_t count_;
  FactRidges ridges_;
  std::array<std::vector<uint32_t>, fact_kind_count> groups_;
  size_t levels_ = 0;
  std::map<FactProfile, size_t> rows_;
  std::vector<double> penalties_;
};

std::vector<double> weighed_up(const FactWeights& weights, std::vector<double> log_odds,
                               const FactTerms& terms) {
  for (double& each : log_odds) each *= weights.scale;
  for (size_t b = 0; b < weights.levels.size(); ++b) log_odds[b] += weights.levels[b];
  for (const auto& [fact, profile, share] : terms.profiles) {
    const auto row = weights.profiles.find(profile);
    if (row == weights.profiles.end()) continue;
    for (size_t b = 0; b < log_odds.size(); ++b) log_odds[b] += share * row->second[b];
  }
  for (const auto& term : terms.shared) {
    log_odds[term.territory] += term.value * weights.shared[static_cast<size_t>(term.weight)];
  }
  return log_odds;
}

}  // namespace

std::vector<double> FactWeights::changed(std::vector<double> log_odds,
                                         const FactTerms& terms) const {
  const auto weighed = [&](const FactTerms::Shared& term) {
    return shared[static_cast<size_t>(term.weight)] != 0;
  };
  const bool any = std::ranges::any_of(terms.shared, weighed) ||
                   std::ranges::any_of(terms.profiles,
                                       [&](const auto& p) { return profiles.contains(p.profile); });
  return any ? weighed_up(*this, std::move(log_odds), terms) : log_odds;
}

std::vector<FactVoice> voices_for(const FactWeights& weights, const FactTerms& terms,
                                  uint32_t territory, std::span<const uint32_t> unseen) {
  std::map<std::pair<uint32_t, bool>, double> by_fact;
  const double usual = 1 / static_cast<double>(unseen.size());
  for (const auto& [fact, profile, share] : terms.profiles) {
    const auto row = weights.profiles.find(profile);
    if (row == weights.profiles.end()) continue;
    double& added = by_fact[{fact, false}];
    added += share * row->second[territory];
    for (const uint32_t b : unseen) added -= usual * share * row->second[b];
  }
  for (const auto& term : terms.shared) {
    const double added = term.value * weights.shared[static_cast<size_t>(term.weight)];
    if (term.territory == territory) by_fact[{term.fact, true}] += added;
  }
  std::vector<FactVoice> voices;
  for (const auto& [voice, log_odds] : by_fact) {
    if (log_odds >= quietest) voices.push_back({voice.first, voice.second, log_odds});
  }
  std::ranges::stable_sort(
      voices, [](const FactVoice& a, const FactVoice& b) { return a.log_odds > b.log_odds; });
  return voices;
}

double log_chance(const FactWeights& weights, const FactCase& asked, const FactTerms& terms) {
  const auto scores = weighed_up(weights, asked.log_odds, terms);
  return scores[asked.left_out] - log_sum(scores, asked.seen);
}

FactWeights fit_fact_weights(std::span<const FactCase> cases, std::span<const FactTerms> terms,
                             std::span<const std::string> territories, const FactRidges& ridges) {
  return Fit(cases, terms, territories, ridges).run();
}

}  // namespace umikoe::demand
