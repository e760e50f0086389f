#include "catalogue/linkage/link.h"

#include <algorithm>
#include <cmath>

#include "catalogue/linkage/link_candidates.h"
#include "catalogue/linkage/link_weights.h"

namespace umikoe::catalogue {
namespace {

// A link has to be right in 98 of 100 cases: on public titles and their aliases that begins at 0.03
// with the artist known (bench/link_bench). Below 0.15 a person who has but one song would link it
// by that alone. What is likelier wrong than one in five hundred and unlike by name is not worth a
// look.
constexpr double link_score_min = 0.2;
constexpr double review_score_min = 0.002;
constexpr double review_weight_min = -3;
// How many times the shares on both sides are evened out: after that they hardly move.
constexpr int rounds = 4;

struct Pair {
  uint32_t b = 0;
  double odds = 0;   // of being the same against a random pair
  double share = 0;  // after competition
};

using Pairs = std::vector<std::vector<Pair>>;

// Each a has one b or none, and each b one a or none: shares are scaled on both sides in turn
// (Sinkhorn and Knopp 1967, with "none" as one more choice of weight 1).
void compete(Pairs& pairs, size_t count_b) {
  std::vector<double> sums(count_b);
  for (auto& of_a : pairs) {
    for (Pair& pair : of_a) pair.share = pair.odds;
  }
  for (int round = 0; round < rounds; ++round) {
    for (auto& of_a : pairs) {
      double sum = 1;
      for (const Pair& pair : of_a) sum += pair.share;
      for (Pair& pair : of_a) pair.share /= sum;
    }
    std::ranges::fill(sums, 0.0);
    for (const auto& of_a : pairs) {
      for (const Pair& pair : of_a) sums[pair.b] += pair.share;
    }
    for (auto& of_a : pairs) {
      for (Pair& pair : of_a) {
        // A b that is wanted more than once is shared out; one wanted less keeps what it has.
        const double wanted = std::max(1.0, sums[pair.b]);
        const double share = pair.share / wanted;
        pair.share = round + 1 == rounds ? share : share / std::max(1e-9, 1 - share);
      }
    }
  }
}

// Whoever made it, and how long or when, is true of many recordings: without a name or a code of
// its own none is linked.
bool is_named(const std::vector<Evidence>& evidence) {
  return std::ranges::any_of(evidence, [](const Evidence& e) {
    return e.field == "isrc" || e.field == "title" || e.field == "name";
  });
}

Band band_of(const LinkCandidate& candidate, bool best_on_both_sides) {
  const double weight = sum_of(candidate.evidence);
  const bool version = std::ranges::any_of(
      candidate.evidence, [](const Evidence& e) { return e.field == "qualifiers"; });
  if (candidate.score >= link_score_min && best_on_both_sides && !version &&
      more_than_a_title(candidate.evidence) && is_named(candidate.evidence)) {
    return Band::link;
  }
  return candidate.score >= review_score_min || weight >= review_weight_min ? Band::review
                                                                            : Band::reject;
}

}  // namespace

std::string_view word(Band band) {
  switch (band) {
    case Band::link:
      return "link";
    case Band::review:
      return "review";
    default:
      return "reject";
  }
}

std::vector<LinkCandidate> link_records(std::span<const LinkRecord> a,
                                        std::span<const LinkRecord> b, const LinkRules& rules) {
  const PersonFrequency frequency(b);
  const auto comparable = comparable_pairs(a, b, rules);
  const double prior = std::log(static_cast<double>(std::max<size_t>(1, b.size())));
  Pairs pairs(a.size());
  for (size_t i = 0; i < a.size(); ++i) {
    for (const uint32_t j : comparable[i]) {
      const double weight = sum_of(weigh(a[i], b[j], rules, frequency));
      pairs[i].push_back({j, std::exp(std::min(50.0, weight - prior)), 0});
    }
  }
  compete(pairs, b.size());
  std::vector<double> best_of_b(b.size());
  for (const auto& of_a : pairs) {
    for (const Pair& pair : of_a) best_of_b[pair.b] = std::max(best_of_b[pair.b], pair.share);
  }
  std::vector<LinkCandidate> result;
  for (size_t i = 0; i < a.size(); ++i) {
    std::ranges::sort(pairs[i], [](const Pair& x, const Pair& y) {
      return x.share != y.share ? x.share > y.share : x.b < y.b;
    });
    const size_t kept = std::min(rules.candidates_max, pairs[i].size());
    for (size_t rank = 0; rank < kept; ++rank) {
      const Pair& pair = pairs[i][rank];
      LinkCandidate candidate{i,
                              pair.b,
                              Band::reject,
                              pair.share,
                              static_cast<int>(rank + 1),
                              weigh(a[i], b[pair.b], rules, frequency)};
      candidate.band = band_of(candidate, rank == 0 && pair.share >= best_of_b[pair.b]);
      result.push_back(std::move(candidate));
    }
  }
  return result;
}

}  // namespace umikoe::catalogue
