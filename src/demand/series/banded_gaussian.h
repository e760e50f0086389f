#pragma once

#include <cstddef>
#include <vector>

namespace umikoe::demand {

// A normal distribution over places in a row where only places at most `band` apart touch each
// other, given by its precision matrix: a thousand weeks then cost a thousand times a week.
class BandedGaussian {
 public:
  BandedGaussian(size_t size, size_t band);

  // Adds to the precision of two places (row at least column, at most `band` apart).
  void add_precision(size_t row, size_t column, double value);
  void add_information(size_t row, double value) { information_[row] += value; }
  // Computes means and the covariances within the band (Takahashi's recursion). The precision has
  // to be positive definite.
  void solve();
  double mean(size_t place) const { return mean_[place]; }
  double covariance(size_t a, size_t b) const;

 private:
  double& at(std::vector<double>& matrix, size_t row, size_t column) const {
    return matrix[row * (band_ + 1) + (row - column)];
  }
  double at(const std::vector<double>& matrix, size_t row, size_t column) const {
    return matrix[row * (band_ + 1) + (row - column)];
  }
  void factor();
  void find_means();
  void find_covariances();

  size_t size_;
  size_t band_;
  std::vector<double> precision_;    // after factor(): L below the diagonal, D on it
  std::vector<double> information_;  // precision times mean
  std::vector<double> mean_;
  std::vector<double> covariance_;
};

}  // namespace umikoe::demand
