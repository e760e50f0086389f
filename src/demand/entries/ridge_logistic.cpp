#include "demand/entries/ridge_logistic.h"

#include <algorithm>
#include <cmath>

namespace umikoe::demand {
namespace {

constexpr int newton_steps = 12;
constexpr double longest_step = 1;

double logistic(double odds) { return 1 / (1 + std::exp(-odds)); }

// Solves a symmetric positive definite system; `table` holds the right side in its last column.
std::vector<double> solve(std::vector<std::vector<double>>& table) {
  const size_t size = table.size();
  for (size_t i = 0; i < size; ++i) {
    for (size_t row = i + 1; row < size; ++row) {
      const double factor = table[row][i] / table[i][i];
      if (factor == 0) continue;
      for (size_t k = i; k <= size; ++k) table[row][k] -= factor * table[i][k];
    }
  }
  std::vector<double> out(size);
  for (size_t i = size; i-- > 0;) {
    double value = table[i][size];
    for (size_t k = i + 1; k < size; ++k) value -= table[i][k] * out[k];
    out[i] = value / table[i][i];
  }
  return out;
}

}  // namespace

RidgeLogistic::RidgeLogistic(const LogisticCases& cases, double penalty)
    : means_(cases.width), deviations_(cases.width), coefficients_(cases.width + 1) {
  double weight = 0;
  double positive = 0;
  for (size_t i = 0; i < cases.size(); ++i) {
    weight += cases.weights[i];
    positive += cases.outcomes[i] ? cases.weights[i] : 0;
    const auto row = cases.row(i);
    for (size_t f = 0; f < row.size(); ++f) {
      means_[f] += static_cast<double>(cases.weights[i]) * row[f];
    }
  }
  for (double& mean : means_) mean /= std::max(weight, 1e-9);
  for (size_t i = 0; i < cases.size(); ++i) {
    const auto row = cases.row(i);
    for (size_t f = 0; f < row.size(); ++f) {
      deviations_[f] += cases.weights[i] * (row[f] - means_[f]) * (row[f] - means_[f]);
    }
  }
  for (double& d : deviations_) d = std::sqrt(d / std::max(weight, 1e-9)) + 1e-9;
  const double share = (positive + 0.5) / (weight + 1);
  coefficients_[0] = std::log(share / (1 - share));

  const size_t size = cases.width + 1;
  std::vector<double> standard(size, 1);
  for (int step = 0; step < newton_steps; ++step) {
    std::vector<std::vector<double>> table(size, std::vector<double>(size + 1));
    for (size_t i = 0; i < cases.size(); ++i) {
      const auto row = cases.row(i);
      double odds = coefficients_[0];
      for (size_t f = 0; f < row.size(); ++f) {
        standard[f + 1] = (row[f] - means_[f]) / deviations_[f];
        odds += coefficients_[f + 1] * standard[f + 1];
      }
      const double p = logistic(odds);
      const double curve = cases.weights[i] * std::max(p * (1 - p), 1e-6);
      const double error = cases.weights[i] * (cases.outcomes[i] - p);
      for (size_t a = 0; a < size; ++a) {
        for (size_t b = 0; b <= a; ++b) table[a][b] += curve * standard[a] * standard[b];
        table[a][size] += error * standard[a];
      }
    }
    for (size_t a = 0; a < size; ++a) {
      for (size_t b = a + 1; b < size; ++b) table[a][b] = table[b][a];
      if (a == 0) continue;
      table[a][a] += penalty;
      table[a][size] -= penalty * coefficients_[a];
    }
    const std::vector<double> change = solve(table);
    for (size_t a = 0; a < size; ++a) {
      coefficients_[a] += std::clamp(change[a], -longest_step, longest_step);
    }
  }
}

std::vector<double> RidgeLogistic::contributions(std::span<const float> features) const {
  std::vector<double> out;
  for (size_t f = 0; f < features.size(); ++f) {
    out.push_back(coefficients_[f + 1] * (features[f] - means_[f]) / deviations_[f]);
  }
  return out;
}

double RidgeLogistic::probability(std::span<const float> features) const {
  double odds = coefficients_[0];
  for (const double part : contributions(features)) odds += part;
  return logistic(odds);
}

}  // namespace umikoe::demand
