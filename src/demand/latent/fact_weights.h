#pragma once

#include <array>
#include <map>
#include <span>
#include <string>
#include <vector>

#include "demand/latent/fact_terms.h"

namespace umikoe::demand {

// How strongly weights by territory are held at none.
struct FactRidges {
  double levels = 1;
  std::array<double, fact_kind_count> kinds = {};  // 0: the kind does not count at all
};

// What facts add to the log odds of territories.
struct FactWeights {
  // For artists of whom a fact counts: of the log odds without facts …
  double scale = 1;
  // … and what these artists have in common, by territory, so that no fact all of them share is
  // taken for news. Empty: nothing.
  std::vector<double> levels = {};
  std::array<double, shared_weight_count> shared = {};
  std::map<FactProfile, std::vector<double>> profiles = {};  // by territory

  bool operator==(const FactWeights&) const = default;
  // What the log odds become; unchanged where no fact counts.
  std::vector<double> changed(std::vector<double> log_odds, const FactTerms& terms) const;
};

// What one fact adds for one territory: as one that names it (a work shown there, a language spoken
// there), or as a property that goes with it.
struct FactVoice {
  uint32_t fact = 0;
  bool there = false;
  double log_odds = 0;

  bool operator==(const FactVoice&) const = default;
};
// The facts that speak for a territory more than for the usual one among `unseen`, loudest first.
std::vector<FactVoice> voices_for(const FactWeights& weights, const FactTerms& terms,
                                  uint32_t territory, std::span<const uint32_t> unseen);

// An artist with one territory left out.
struct FactCase {
  uint32_t artist = 0;  // whose terms
  std::vector<char> seen = {};
  uint32_t left_out = 0;
  double weight = 1;
  std::vector<double> log_odds = {};  // of a model that did not learn from this artist
};

// The log of the chance that the left-out territory gets, with the scale in any case.
double log_chance(const FactWeights& weights, const FactCase& asked, const FactTerms& terms);

// The weights of greatest likelihood under a ridge penalty. Only kinds that count have any.
FactWeights fit_fact_weights(std::span<const FactCase> cases, std::span<const FactTerms> terms,
                             std::span<const std::string> territories, const FactRidges& ridges);

}  // namespace umikoe::demand
