#pragma once

#include <cstddef>
#include <cstdint>
#include <map>
#include <string>
#include <vector>

namespace umikoe::demand {

// Log odds of a territory to complete a set: a bias and one weight for each territory of the set,
// both by how large the set is.
struct ChoiceWeights {
  std::vector<std::vector<double>> biases;   // by choice_bias_size: territory
  std::vector<std::vector<double>> weights;  // by choice_weight_size: [from * territories + to]
};

inline constexpr size_t choice_bias_sizes = 6;
inline constexpr size_t choice_weight_sizes = 3;
size_t choice_bias_size(size_t set);    // 1, 2, 3–4, 5–8, 9–16, more
size_t choice_weight_size(size_t set);  // 1, 2–3, more

// Maximum likelihood with a ridge penalty over every set with each of its territories left out in
// turn, by Adam (Kingma and Ba 2015) on the whole table; an artist counts 1 / size^0.7 for each
// territory left out. A weight is the sum of what territories share (language, region, subregion:
// territory_likeness), what the pair has at every size, and what it has at this size.
ChoiceWeights fit_choice(const std::vector<std::string>& territories,
                         const std::map<std::vector<uint32_t>, double>& sets);

}  // namespace umikoe::demand
