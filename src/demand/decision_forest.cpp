#include "demand/decision_forest.h"

#include <algorithm>
#include <numeric>

#include "base/rng.h"

namespace umikoe::demand {
namespace {

constexpr size_t feature_bins = 48;
constexpr size_t outcome_bins = 1024;

// Cut points that part the values into bins of about equal size.
std::vector<float> cut_points(std::vector<float> values, size_t bins) {
  std::ranges::sort(values);
  std::vector<float> cuts;
  for (size_t bin = 1; bin < bins && !values.empty(); ++bin) {
    const float cut = values[bin * values.size() / bins];
    if (cut > values.front() && (cuts.empty() || cut > cuts.back())) cuts.push_back(cut);
  }
  return cuts;
}

size_t bin_of(const std::vector<float>& cuts, float value) {
  return static_cast<size_t>(std::ranges::upper_bound(cuts, value) - cuts.begin());
}

struct Bin {
  double weight = 0;
  double sum = 0;
  size_t count = 0;
};

struct Split {
  double gain = 0;
  size_t feature = 0;
  size_t bin = 0;  // the first bin on the right
};

}  // namespace

// Grows the trees one after the other over features cut into bins.
class DecisionForest::Grower {
 public:
  Grower(const ForestExamples& examples, const ForestOptions& options)
      : examples_(examples), options_(options), draws_(options.seed) {
    codes_.resize(examples.size() * examples.width);
    for (size_t feature = 0; feature < examples.width; ++feature) {
      std::vector<float> values(examples.size());
      for (size_t i = 0; i < examples.size(); ++i) values[i] = examples.row(i)[feature];
      cuts_.push_back(cut_points(std::move(values), feature_bins));
      for (size_t i = 0; i < examples.size(); ++i) {
        codes_[i * examples.width + feature] =
            static_cast<uint8_t>(bin_of(cuts_.back(), examples.row(i)[feature]));
      }
    }
    all_blocks_ = examples.blocks;
    std::ranges::sort(all_blocks_);
    all_blocks_.erase(std::ranges::unique(all_blocks_).begin(), all_blocks_.end());
  }

  Tree tree(std::span<const uint16_t> outcomes) {
    Tree tree;
    for (const int32_t block : all_blocks_) {
      if (draws_.uniform() < options_.share_of_blocks) tree.blocks.push_back(block);
    }
    if (tree.blocks.empty()) tree.blocks = all_blocks_;
    std::vector<uint32_t> order;
    for (uint32_t i = 0; i < examples_.size(); ++i) {
      if (std::ranges::binary_search(tree.blocks, examples_.blocks[i])) order.push_back(i);
    }
    tree.nodes.push_back({.begin = 0, .end = static_cast<uint32_t>(order.size())});
    for (size_t at = 0; at < tree.nodes.size(); ++at) part(tree, at, order);
    for (Node& node : tree.nodes) fill(tree, node, order, outcomes);
    return tree;
  }

 private:
  Split best_split(std::span<const uint32_t> members) {
    double weight = 0;
    double sum = 0;
    for (const uint32_t i : members) {
      weight += examples_.weights[i];
      sum += static_cast<double>(examples_.weights[i]) * examples_.outcomes[i];
    }
    Split best;
    for (size_t tried = 0; tried < options_.features_per_split; ++tried) {
      const size_t feature = static_cast<size_t>(draws_.next() % examples_.width);
      bins_.assign(cuts_[feature].size() + 1, {});
      for (const uint32_t i : members) {
        Bin& bin = bins_[codes_[i * examples_.width + feature]];
        bin.weight += examples_.weights[i];
        bin.sum += static_cast<double>(examples_.weights[i]) * examples_.outcomes[i];
        ++bin.count;
      }
      Bin left;
      for (size_t bin = 0; bin + 1 < bins_.size(); ++bin) {
        left.weight += bins_[bin].weight;
        left.sum += bins_[bin].sum;
        left.count += bins_[bin].count;
        if (left.count < options_.least_leaf) continue;
        if (members.size() - left.count < options_.least_leaf) break;
        const double right = weight - left.weight;
        const double gain = left.sum * left.sum / left.weight +
                            (sum - left.sum) * (sum - left.sum) / right - sum * sum / weight;
        if (gain > best.gain) best = {gain, feature, bin + 1};
      }
    }
    return best;
  }

  void part(Tree& tree, size_t at, std::vector<uint32_t>& order) {
    const uint32_t begin = tree.nodes[at].begin;
    const uint32_t end = tree.nodes[at].end;
    if (end - begin < 2 * options_.least_leaf) return;
    const std::span members(order.data() + begin, end - begin);
    const Split split = best_split(members);
    if (split.gain <= 0) return;
    const auto middle = std::stable_partition(members.begin(), members.end(), [&](uint32_t i) {
      return codes_[i * examples_.width + split.feature] < split.bin;
    });
    const auto between = begin + static_cast<uint32_t>(middle - members.begin());
    tree.nodes[at].feature = static_cast<uint32_t>(split.feature);
    tree.nodes[at].below = cuts_[split.feature][split.bin - 1];
    tree.nodes[at].left = static_cast<uint32_t>(tree.nodes.size());
    tree.nodes.push_back({.begin = begin, .end = between});
    tree.nodes.push_back({.begin = between, .end = end});
  }

  void fill(Tree& tree, Node& node, std::span<const uint32_t> order,
            std::span<const uint16_t> outcomes) const {
    if (node.left != 0) return;
    double weight = 0;
    for (uint32_t k = node.begin; k < node.end; ++k) weight += examples_.weights[order[k]];
    const auto begin = static_cast<uint32_t>(tree.likes.size());
    for (uint32_t k = node.begin; k < node.end; ++k) {
      const uint32_t i = order[k];
      tree.likes.push_back({outcomes[i], static_cast<float>(examples_.weights[i] / weight)});
    }
    node.begin = begin;
    node.end = static_cast<uint32_t>(tree.likes.size());
  }

  const ForestExamples& examples_;
  const ForestOptions& options_;
  Rng draws_;
  std::vector<std::vector<float>> cuts_;  // by feature
  std::vector<uint8_t> codes_;
  std::vector<int32_t> all_blocks_;
  std::vector<Bin> bins_;
};

DecisionForest::DecisionForest(const ForestExamples& examples, const ForestOptions& options) {
  if (examples.size() == 0) return;
  const std::vector<float> cuts = cut_points(examples.outcomes, outcome_bins);
  std::vector<uint16_t> outcomes;
  std::vector<double> sums(cuts.size() + 1);
  std::vector<double> counts(cuts.size() + 1);
  for (const float outcome : examples.outcomes) {
    outcomes.push_back(static_cast<uint16_t>(bin_of(cuts, outcome)));
    sums[outcomes.back()] += outcome;
    counts[outcomes.back()] += 1;
  }
  for (size_t bin = 0; bin < sums.size(); ++bin) {
    const double lower = bin == 0 ? 0 : cuts[bin - 1];
    outcome_values_.push_back(
        static_cast<float>(counts[bin] > 0 ? sums[bin] / counts[bin] : lower));
  }
  Grower grower(examples, options);
  for (int tree = 0; tree < options.trees; ++tree) trees_.push_back(grower.tree(outcomes));
}

std::vector<double> DecisionForest::quantiles(std::span<const float> features,
                                              std::span<const double> levels,
                                              std::optional<int32_t> unseen_block) const {
  std::vector<double> weights(outcome_values_.size());
  double total = 0;
  for (const Tree& tree : trees_) {
    if (unseen_block && std::ranges::binary_search(tree.blocks, *unseen_block)) continue;
    const Node* node = tree.nodes.data();
    while (node->left != 0) {
      node = &tree.nodes[node->left + (features[node->feature] < node->below ? 0 : 1)];
    }
    for (uint32_t k = node->begin; k < node->end; ++k) {
      weights[tree.likes[k].outcome] += tree.likes[k].weight;
    }
    total += 1;
  }
  std::vector<double> out;
  if (total == 0) return out;
  double below = 0;
  size_t at = 0;
  for (const double level : levels) {
    while (at + 1 < weights.size() && below + weights[at] < level * total) below += weights[at++];
    out.push_back(outcome_values_[at]);
  }
  return out;
}

}  // namespace umikoe::demand
