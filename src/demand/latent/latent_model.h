#pragma once

#include <cstdint>
#include <map>
#include <span>
#include <string>
#include <vector>

#include "demand/latent/presence.h"

namespace umikoe::demand {

// One territory where an artist is not seen.
struct LatentTerritory {
  uint32_t territory = 0;
  // The chance that this is the territory, were the table short of one of the artist's.
  double score = 0;
  std::vector<uint32_t> nearest;  // territories of the artist that speak for it most; at most two
};

// Where else an artist seen in a set of territories should be wanted. Three views of one presence
// table are added up, as log odds:
//  - a choice model: given the others, which territory completes the set (softmax, fitted on every
//    set with each of its territories left out in turn); its weights lean on what the two
//    territories share (language, region, subregion) where the table says little;
//  - EASE (Steck 2019): a closed-form linear model of one territory by all others;
//  - the nearest sets: what artists seen in the same territories, and more, were also seen in.
// The share of each view was fitted once, on the presence table of charts 2017–2020.
class LatentModel {
 public:
  explicit LatentModel(const Presence& presence);

  // All that is fitted: what a file of a model keeps.
  struct Parts {
    std::vector<std::string> territories = {};
    std::map<std::vector<uint32_t>, double> sets = {};  // distinct sets and how often
    std::vector<std::vector<double>> biases = {};       // by size of the set: territory
    std::vector<std::vector<double>> weights = {};      // by size of the set: [from * count + to]
    std::vector<double> ease = {};                      // [from * count + to]
    double temperature = 1;

    bool operator==(const Parts&) const = default;
  };
  // Parts of the sizes that their count of territories asks for.
  static LatentModel of(Parts parts);
  const Parts& parts() const { return parts_; }

  // The choice model alone, as fitted on public charts of 2017–2020 by bench/fit_latent: what a
  // user without a presence table of their own can ask. Its territories are ISO codes in upper
  // case.
  static const LatentModel& shipped();

  // In the order their numbers follow.
  std::span<const std::string> territories() const { return parts_.territories; }
  // What `shipped` reads: bench/fit_latent writes it.
  std::string choice_table() const;

  // The territories outside the set, the likeliest first. Empty for an empty set.
  std::vector<LatentTerritory> rank(const std::vector<uint32_t>& seen) const;
  // The same from log odds by territory that somebody changed.
  std::vector<LatentTerritory> rank(const std::vector<uint32_t>& seen,
                                    const std::vector<double>& log_odds) const;
  // By territory, up to one constant.
  std::vector<double> log_odds(const std::vector<uint32_t>& seen) const;

 private:
  LatentModel() = default;
  std::vector<double> choice_scores(std::span<const uint32_t> seen) const;
  std::vector<double> nearest_scores(std::span<const uint32_t> seen) const;
  std::vector<double> combined(std::span<const uint32_t> seen) const;
  void fit_ease(const Presence& presence);
  void fit_temperature();

  size_t count() const { return parts_.territories.size(); }

  Parts parts_;
};

}  // namespace umikoe::demand
