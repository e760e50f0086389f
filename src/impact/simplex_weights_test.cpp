#include "impact/simplex_weights.h"

#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>

#include <cmath>
#include <numeric>

#include "base/rng.h"

namespace umikoe::impact {
namespace {

double square_error(const Matrix& a, const std::vector<double>& b, const Weights& w) {
  double sum = 0;
  for (size_t row = 0; row < a.rows; ++row) {
    double gap = -b[row];
    for (size_t i = 0; i < w.size(); ++i) gap += a(row, i) * w[i];
    sum += gap * gap;
  }
  return sum;
}

struct Case {
  Matrix a;
  std::vector<double> b;
};

Case random_case(size_t rows, size_t columns, uint64_t seed) {
  Rng rng(seed);
  Case out{Matrix(rows, columns), std::vector<double>(rows)};
  for (double& value : out.a.values) value = rng.normal();
  for (double& value : out.b) value = rng.normal();
  return out;
}

void expect_weights(const Weights& w) {
  double sum = 0;
  for (const double weight : w) {
    EXPECT_GE(weight, 0);
    sum += weight;
  }
  EXPECT_NEAR(sum, 1, 1e-9);
}

// Slow and sure: tries every mixture of three columns on a fine net.
double best_of_net(const Case& one) {
  constexpr int steps = 200;
  double best = INFINITY;
  for (int i = 0; i <= steps; ++i) {
    for (int j = 0; i + j <= steps; ++j) {
      const double x = static_cast<double>(i) / steps;
      const double y = static_cast<double>(j) / steps;
      best = std::min(best, square_error(one.a, one.b, {x, y, 1 - x - y}));
    }
  }
  return best;
}

TEST(SimplexWeights, TheExactOnesAreNoWorseThanANetOfAllMixtures) {
  for (uint64_t seed = 1; seed <= 60; ++seed) {
    const Case one = random_case(2 + seed % 5, 3, seed);
    const Weights w = exact_weights(one.a, one.b);
    expect_weights(w);
    EXPECT_LE(square_error(one.a, one.b, w), best_of_net(one) + 1e-6) << seed;
  }
}

TEST(SimplexWeights, TheExactOnesMeetTheConditionsOfTheMinimum) {
  // More columns than rows too: there several weights may do equally well.
  for (uint64_t seed = 1; seed <= 40; ++seed) {
    const size_t columns = 5 + seed % 30;
    const Case one = random_case(3 + seed % 12, columns, 100 + seed);
    const Weights w = exact_weights(one.a, one.b);
    expect_weights(w);
    std::vector<double> gap = one.b;
    for (size_t row = 0; row < one.a.rows; ++row) {
      for (size_t i = 0; i < columns; ++i) gap[row] -= one.a(row, i) * w[i];
    }
    std::vector<double> gradient(columns, 0.0);
    double along = 0;
    for (size_t i = 0; i < columns; ++i) {
      for (size_t row = 0; row < one.a.rows; ++row) gradient[i] -= one.a(row, i) * gap[row];
      along += gradient[i] * w[i];
    }
    // No column is further downhill than where we stand.
    for (const double slope : gradient) EXPECT_GE(slope, along - 1e-5) << seed;
  }
}

TEST(SimplexWeights, FrankWolfeComesCloseToTheExactOnes) {
  for (uint64_t seed = 1; seed <= 30; ++seed) {
    const Case one = random_case(20, 8, 200 + seed);
    const Weights exact = exact_weights(one.a, one.b);
    const Weights walked = frank_wolfe_weights(one.a, one.b, {0, 1e-14, false});
    expect_weights(walked);
    EXPECT_LE(square_error(one.a, one.b, walked), square_error(one.a, one.b, exact) * 1.001 + 1e-6);
  }
}

TEST(SimplexWeights, AnInterceptMakesLevelsNotMatter) {
  Case one = random_case(15, 5, 7);
  const Weights first = frank_wolfe_weights(one.a, one.b, {0.1, 1e-12, true});
  for (size_t row = 0; row < one.a.rows; ++row) one.a(row, 2) += 1000;
  for (double& value : one.b) value -= 50;
  const Weights second = frank_wolfe_weights(one.a, one.b, {0.1, 1e-12, true});
  for (size_t i = 0; i < first.size(); ++i) EXPECT_NEAR(first[i], second[i], 1e-6);
}

TEST(SimplexWeights, AStrongRidgeSpreadsThem) {
  const Case one = random_case(10, 6, 9);
  for (const double weight : frank_wolfe_weights(one.a, one.b, {1e6, 0, true})) {
    EXPECT_NEAR(weight, 1.0 / 6, 1e-3);
  }
}

TEST(SimplexWeights, OneColumnHasAllTheWeight) {
  const Case one = random_case(4, 1, 11);
  expect_weights(exact_weights(one.a, one.b));
  expect_weights(frank_wolfe_weights(one.a, one.b, {}));
}

}  // namespace
}  // namespace umikoe::impact
