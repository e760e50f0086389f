#include "demand/series/banded_gaussian.h"

#include <algorithm>

#include "base/result.h"

namespace umikoe::demand {

BandedGaussian::BandedGaussian(size_t size, size_t band)
    : size_(size),
      band_(band),
      precision_(size * (band + 1)),
      information_(size),
      mean_(size),
      covariance_(size * (band + 1)) {}

void BandedGaussian::add_precision(size_t row, size_t column, double value) {
  UMIKOE_ASSERT(row >= column && row - column <= band_ && row < size_);
  at(precision_, row, column) += value;
}

double BandedGaussian::covariance(size_t a, size_t b) const {
  return at(covariance_, std::max(a, b), std::min(a, b));
}

void BandedGaussian::solve() {
  factor();
  find_means();
  find_covariances();
}

// Precision = L D L', L with ones on its diagonal.
void BandedGaussian::factor() {
  for (size_t column = 0; column < size_; ++column) {
    const size_t last = std::min(size_ - 1, column + band_);
    for (size_t row = column; row <= last; ++row) {
      double value = at(precision_, row, column);
      for (size_t k = row > band_ ? row - band_ : 0; k < column; ++k) {
        const double shared = at(precision_, row, k) * at(precision_, k, k);
        value -= shared * at(precision_, column, k);
      }
      if (row != column) value /= at(precision_, column, column);
      at(precision_, row, column) = value;
    }
  }
}

void BandedGaussian::find_means() {
  mean_ = information_;
  for (size_t row = 0; row < size_; ++row) {
    for (size_t k = row > band_ ? row - band_ : 0; k < row; ++k) {
      mean_[row] -= at(precision_, row, k) * mean_[k];
    }
  }
  for (size_t row = size_; row-- > 0;) {
    mean_[row] /= at(precision_, row, row);
    for (size_t k = row + 1; k <= std::min(size_ - 1, row + band_); ++k) {
      mean_[row] -= at(precision_, k, row) * mean_[k];
    }
  }
}

void BandedGaussian::find_covariances() {
  for (size_t i = size_; i-- > 0;) {
    const size_t last = std::min(size_ - 1, i + band_);
    for (size_t j = last + 1; j-- > i;) {
      double value = i == j ? 1 / at(precision_, i, i) : 0;
      for (size_t k = i + 1; k <= last; ++k) {
        value -= at(precision_, k, i) * covariance(k, j);
      }
      at(covariance_, j, i) = value;
    }
  }
}

}  // namespace umikoe::demand
