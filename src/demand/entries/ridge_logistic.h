#pragma once

#include <cstddef>
#include <cstdint>
#include <span>
#include <vector>

namespace umikoe::demand {

// Cases of yes or no. Rows of `width` features, row after row.
struct LogisticCases {
  size_t width = 0;
  std::vector<float> features;
  std::vector<uint8_t> outcomes;
  std::vector<float> weights;

  size_t size() const { return outcomes.size(); }
  std::span<const float> row(size_t i) const { return {features.data() + i * width, width}; }
};

// Logistic regression with a ridge penalty on standardised features, fitted by Newton's method
// (Hastie, Tibshirani and Friedman, The Elements of Statistical Learning, section 4.4.1).
class RidgeLogistic {
 public:
  RidgeLogistic(const LogisticCases& cases, double penalty);

  double probability(std::span<const float> features) const;
  // What each feature adds to the log odds, against the mean case.
  std::vector<double> contributions(std::span<const float> features) const;

 private:
  std::vector<double> means_;
  std::vector<double> deviations_;
  std::vector<double> coefficients_;  // the first is the constant
};

}  // namespace umikoe::demand
