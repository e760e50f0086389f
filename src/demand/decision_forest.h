#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <span>
#include <vector>

namespace umikoe::demand {

// Past cases to learn from: what was known, and what came of it.
struct ForestExamples {
  size_t width = 0;             // features of one example
  std::vector<float> features;  // example after example
  std::vector<float> outcomes;
  std::vector<float> weights;   // above zero
  std::vector<int32_t> blocks;  // examples of one block share their luck: here, their week

  size_t size() const { return outcomes.size(); }
  std::span<const float> row(size_t example) const {
    return {features.data() + example * width, width};
  }
};

struct ForestOptions {
  int trees = 40;
  size_t features_per_split = 6;
  size_t least_leaf = 60;        // examples
  double share_of_blocks = 0.6;  // each tree learns from this share of the blocks
  uint64_t seed = 0;
};

// A quantile regression forest (Meinshausen 2006): the past cases that fall into the same leaves
// as a new one are its likes, and the distribution of their outcomes is the answer. Trees learn
// from whole blocks, so that a week's shock that all series share does not pass for a rule.
// The same examples and seed give the same forest.
class DecisionForest {
 public:
  DecisionForest(const ForestExamples& examples, const ForestOptions& options);

  // The outcomes' quantiles at the levels (ascending, 0 to 1) for one row of features. With a
  // block: asks only the trees that did not learn from it. Empty where no tree can answer.
  std::vector<double> quantiles(std::span<const float> features, std::span<const double> levels,
                                std::optional<int32_t> unseen_block = std::nullopt) const;

 private:
  struct Node {
    uint32_t feature = 0;
    float below = 0;     // left where the feature is less
    uint32_t left = 0;   // 0: a leaf; right is left + 1
    uint32_t begin = 0;  // of a leaf: its part of `likes`
    uint32_t end = 0;
  };
  struct Like {
    uint16_t outcome;  // index into outcome_values_
    float weight;      // a leaf's sum to one
  };
  struct Tree {
    std::vector<Node> nodes;
    std::vector<Like> likes;
    std::vector<int32_t> blocks;  // learnt from, sorted
  };
  class Grower;

  std::vector<Tree> trees_;
  std::vector<float> outcome_values_;  // ascending
};

}  // namespace umikoe::demand
