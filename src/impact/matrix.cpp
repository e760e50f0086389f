#include "impact/matrix.h"

namespace umikoe::impact {

Matrix transposed(const Matrix& matrix) {
  Matrix out(matrix.columns, matrix.rows);
  for (size_t row = 0; row < matrix.rows; ++row) {
    for (size_t column = 0; column < matrix.columns; ++column) {
      out(column, row) = matrix(row, column);
    }
  }
  return out;
}

}  // namespace umikoe::impact
