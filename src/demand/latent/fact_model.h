#pragma once

#include <optional>
#include <span>
#include <string_view>
#include <vector>

#include "demand/latent/fact_weights.h"
#include "demand/latent/latent_model.h"

namespace umikoe::demand {

// What became of a kind of fact.
enum class FactVerdict : uint8_t {
  absent,     // no fact of an artist of the table
  too_few,    // too few artists whom such facts tell apart
  no_better,  // left-out territories got no likelier, or by no more than chance
  kept
};
std::string_view word(FactVerdict verdict);
std::optional<FactVerdict> fact_verdict_of(std::string_view word);

struct FactKindReport {
  FactVerdict verdict = FactVerdict::absent;
  int64_t artists = 0;  // by whom it was judged: seen in two territories or more
  double gain = 0;      // of the mean log chance of a left-out territory of an artist left out …
  double error = 0;     // … and its standard error

  bool operator==(const FactKindReport&) const = default;
};

// Weights of facts, fitted beside a model of who is seen where, and how they were judged.
struct FactModel {
  FactWeights weights;
  std::array<FactKindReport, fact_kind_count> kinds = {};  // by kind

  bool operator==(const FactModel&) const = default;
  bool any_kept() const;
};

inline constexpr int64_t fact_artists_least = 20;  // of a kind, to judge it
inline constexpr double fact_gain_errors = 2.5;    // standard errors that tell gain from chance
inline constexpr double fact_gain_least = 0.01;    // a smaller one changes no answer anybody reads

// A kind counts when it makes left-out territories of left-out artists likelier, by five-fold
// cross-validation, by more than 2.5 standard errors: the best first, then what adds to it. What
// nearly all of them have is no news: it is a level of their own. `terms`
// stand by row of the presence table. `apart` is a model that did not learn from the table; without
// one a model of four fifths of the table is asked about each fifth.
FactModel fit_fact_model(const Presence& presence, std::span<const FactTerms> terms,
                         const LatentModel* apart = nullptr);

}  // namespace umikoe::demand
