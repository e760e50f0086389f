#include "demand/series/banded_gaussian.h"

#include <gtest/gtest.h>

#include "base/rng.h"

namespace umikoe::demand {
namespace {

// By Gauss-Jordan elimination, which knows nothing of bands.
std::vector<std::vector<double>> inverse(std::vector<std::vector<double>> matrix) {
  const size_t n = matrix.size();
  std::vector<std::vector<double>> out(n, std::vector<double>(n));
  for (size_t i = 0; i < n; ++i) out[i][i] = 1;
  for (size_t i = 0; i < n; ++i) {
    const double pivot = matrix[i][i];
    for (size_t k = 0; k < n; ++k) {
      matrix[i][k] /= pivot;
      out[i][k] /= pivot;
    }
    for (size_t row = 0; row < n; ++row) {
      if (row == i) continue;
      const double factor = matrix[row][i];
      for (size_t k = 0; k < n; ++k) {
        matrix[row][k] -= factor * matrix[i][k];
        out[row][k] -= factor * out[i][k];
      }
    }
  }
  return out;
}

TEST(BandedGaussian, EqualsADenseInverse) {
  Rng rng(7);
  for (size_t band = 1; band <= 4; ++band) {
    for (const size_t size : {1u, 2u, 3u, 9u}) {
      BandedGaussian banded(size, band);
      std::vector<std::vector<double>> dense(size, std::vector<double>(size));
      std::vector<double> information(size);
      for (size_t row = 0; row < size; ++row) {
        for (size_t column = row > band ? row - band : 0; column <= row; ++column) {
          const double value = row == column ? 10 + rng.uniform() : rng.normal();
          banded.add_precision(row, column, value);
          dense[row][column] = dense[column][row] = value;
        }
        information[row] = rng.normal();
        banded.add_information(row, information[row]);
      }
      banded.solve();
      const auto covariance = inverse(dense);
      for (size_t row = 0; row < size; ++row) {
        double mean = 0;
        for (size_t k = 0; k < size; ++k) mean += covariance[row][k] * information[k];
        EXPECT_NEAR(banded.mean(row), mean, 1e-10);
        for (size_t column = row > band ? row - band : 0; column <= row; ++column) {
          EXPECT_NEAR(banded.covariance(row, column), covariance[row][column], 1e-10);
          EXPECT_NEAR(banded.covariance(column, row), covariance[row][column], 1e-10);
        }
      }
    }
  }
}

}  // namespace
}  // namespace umikoe::demand
