#pragma once

#include <cstddef>
#include <vector>

namespace umikoe::impact {

// A table of numbers, row by row. What is worked out on it stands in the .cpp files, so that no
// header brings the algebra library along.
struct Matrix {
  size_t rows = 0;
  size_t columns = 0;
  std::vector<double> values = {};

  Matrix() = default;
  Matrix(size_t rows_, size_t columns_)
      : rows(rows_), columns(columns_), values(rows_ * columns_, 0.0) {}

  double& operator()(size_t row, size_t column) { return values[row * columns + column]; }
  double operator()(size_t row, size_t column) const { return values[row * columns + column]; }
  const double* row(size_t at) const { return values.data() + at * columns; }

  bool operator==(const Matrix&) const = default;
};

// Rows become columns.
Matrix transposed(const Matrix& matrix);

}  // namespace umikoe::impact
