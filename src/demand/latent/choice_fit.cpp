#include "demand/latent/choice_fit.h"

#include <algorithm>
#include <array>
#include <cmath>

#include "demand/latent/territory_likeness.h"

namespace umikoe::demand {
namespace {

constexpr int rounds = 120;
constexpr double learning_rate = 0.08;
constexpr double pair_penalty = 1.5;
constexpr double size_penalty = 5;
constexpr double bias_penalty = 1;
constexpr double likeness_penalty = 1;
constexpr double first_decay = 0.9;
constexpr double second_decay = 0.99;
constexpr double artist_power = 0.7;

// A set with one territory left out, and how often each was the one.
struct Context {
  std::vector<uint32_t> rest;
  std::vector<std::pair<uint32_t, double>> left_out;
};

std::vector<Context> contexts_of(const std::map<std::vector<uint32_t>, double>& sets) {
  std::map<std::vector<uint32_t>, std::map<uint32_t, double>> gathered;
  for (const auto& [set, artists] : sets) {
    if (set.size() < 2) continue;
    const double weight = artists * std::pow(static_cast<double>(set.size()), -artist_power);
    for (size_t k = 0; k < set.size(); ++k) {
      std::vector<uint32_t> rest = set;
      rest.erase(rest.begin() + static_cast<std::ptrdiff_t>(k));
      gathered[rest][set[k]] += weight;
    }
  }
  std::vector<Context> out;
  for (auto& [rest, left_out] : gathered) {
    out.push_back({rest, {left_out.begin(), left_out.end()}});
  }
  return out;
}

// Where each kind of parameter begins in the one long row of them.
struct Layout {
  size_t count = 0;  // territories
  size_t pairs() const { return 0; }
  size_t sizes() const { return count * count; }
  size_t biases() const { return sizes() + choice_weight_sizes * count * count; }
  size_t likeness() const { return biases() + choice_bias_sizes * count; }
  size_t end() const { return likeness() + likeness_parts; }
  double penalty(size_t parameter) const {
    if (parameter < sizes()) return pair_penalty;
    if (parameter < biases()) return size_penalty;
    return parameter < likeness() ? bias_penalty : likeness_penalty;
  }
};

class Fit {
 public:
  Fit(const std::vector<std::string>& territories,
      const std::map<std::vector<uint32_t>, double>& sets)
      : layout_{territories.size()}, contexts_(contexts_of(sets)), parameters_(layout_.end()) {
    for (const std::string& from : territories) {
      for (const std::string& to : territories) shared_.push_back(territory_likeness(from, to));
    }
  }

  ChoiceWeights run() {
    std::vector<double> first(layout_.end());
    std::vector<double> second(layout_.end());
    for (int round = 0; round < rounds; ++round) {
      const ChoiceWeights now = assembled();
      const std::vector<double> slope = gradient(now);
      const double rate = learning_rate * (1 - round / static_cast<double>(rounds));
      const double first_share = 1 - std::pow(first_decay, round + 1);
      const double second_share = 1 - std::pow(second_decay, round + 1);
      for (size_t p = 0; p < layout_.end(); ++p) {
        const double g = slope[p] - layout_.penalty(p) * parameters_[p];
        first[p] = first_decay * first[p] + (1 - first_decay) * g;
        second[p] = second_decay * second[p] + (1 - second_decay) * g * g;
        parameters_[p] +=
            rate * (first[p] / first_share) / (std::sqrt(second[p] / second_share) + 1e-9);
      }
    }
    return assembled();
  }

 private:
  ChoiceWeights assembled() const {
    const size_t count = layout_.count;
    ChoiceWeights out;
    for (size_t size = 0; size < choice_bias_sizes; ++size) {
      const double* begin = parameters_.data() + layout_.biases() + size * count;
      out.biases.emplace_back(begin, begin + count);
    }
    for (size_t size = 0; size < choice_weight_sizes; ++size) {
      std::vector<double> weights(count * count);
      for (size_t pair = 0; pair < weights.size(); ++pair) {
        weights[pair] = parameters_[layout_.pairs() + pair] +
                        parameters_[layout_.sizes() + size * count * count + pair];
        for (size_t part = 0; part < likeness_parts; ++part) {
          weights[pair] += parameters_[layout_.likeness() + part] * shared_[pair][part];
        }
      }
      out.weights.push_back(std::move(weights));
    }
    return out;
  }

  // Of the log likelihood, without the penalty.
  std::vector<double> gradient(const ChoiceWeights& now) const {
    const size_t count = layout_.count;
    std::vector<double> slope(layout_.end());
    std::vector<double> chances(count);
    std::vector<double> errors(count);
    std::vector<char> inside(count);
    for (const Context& context : contexts_) {
      const size_t size = choice_weight_size(context.rest.size());
      const size_t bias = choice_bias_size(context.rest.size());
      const double share = 1 / std::sqrt(static_cast<double>(context.rest.size()));
      chances = now.biases[bias];
      std::ranges::fill(inside, 0);
      for (const uint32_t a : context.rest) {
        inside[a] = 1;
        const double* row = now.weights[size].data() + a * count;
        for (size_t b = 0; b < count; ++b) chances[b] += share * row[b];
      }
      double highest = -INFINITY;
      for (size_t b = 0; b < count; ++b) {
        if (!inside[b]) highest = std::max(highest, chances[b]);
      }
      double total = 0;
      for (size_t b = 0; b < count; ++b) {
        chances[b] = inside[b] ? 0 : std::exp(chances[b] - highest);
        total += chances[b];
      }
      double weight = 0;
      for (const auto& [territory, artists] : context.left_out) weight += artists;
      for (size_t b = 0; b < count; ++b) errors[b] = -weight * chances[b] / total;
      for (const auto& [territory, artists] : context.left_out) errors[territory] += artists;
      for (size_t b = 0; b < count; ++b) slope[layout_.biases() + bias * count + b] += errors[b];
      for (const uint32_t a : context.rest) {
        double* sized = slope.data() + layout_.sizes() + (size * count + a) * count;
        for (size_t b = 0; b < count; ++b) sized[b] += share * errors[b];
      }
    }
    for (size_t size = 0; size < choice_weight_sizes; ++size) {
      for (size_t pair = 0; pair < count * count; ++pair) {
        const double g = slope[layout_.sizes() + size * count * count + pair];
        slope[layout_.pairs() + pair] += g;
        for (size_t part = 0; part < likeness_parts; ++part) {
          slope[layout_.likeness() + part] += g * shared_[pair][part];
        }
      }
    }
    return slope;
  }

  Layout layout_;
  std::vector<Context> contexts_;
  std::vector<std::array<double, likeness_parts>> shared_;  // [from * count + to]
  std::vector<double> parameters_;
};

}  // namespace

size_t choice_bias_size(size_t set) {
  constexpr std::array<size_t, choice_bias_sizes - 1> most = {1, 2, 4, 8, 16};
  return static_cast<size_t>(std::ranges::lower_bound(most, set) - most.begin());
}

size_t choice_weight_size(size_t set) {
  constexpr std::array<size_t, choice_weight_sizes - 1> most = {1, 3};
  return static_cast<size_t>(std::ranges::lower_bound(most, set) - most.begin());
}

ChoiceWeights fit_choice(const std::vector<std::string>& territories,
                         const std::map<std::vector<uint32_t>, double>& sets) {
  return Fit(territories, sets).run();
}

}  // namespace umikoe::demand
