#include "impact/simplex_weights.h"

#include <algorithm>
#include <cmath>
#include <numeric>

namespace umikoe::impact {
namespace {

constexpr int steps_before_dropping = 100;
constexpr int steps_after = 10'000;

// The square form |a w - b|^2 + ridge |w|^2 as w' gram w - 2 linear' w + constant, so that a step
// costs as much as there are weights, whatever the rows.
struct SquareForm {
  Matrix gram;
  std::vector<double> linear;
};

void centre(std::vector<double>& values) {
  const double mean =
      std::accumulate(values.begin(), values.end(), 0.0) / static_cast<double>(values.size());
  for (double& value : values) value -= mean;
}

SquareForm square_form(const Matrix& a, std::vector<double> b, double ridge, bool intercept) {
  std::vector<std::vector<double>> columns(a.columns, std::vector<double>(a.rows));
  for (size_t column = 0; column < a.columns; ++column) {
    for (size_t row = 0; row < a.rows; ++row) columns[column][row] = a(row, column);
    if (intercept) centre(columns[column]);
  }
  if (intercept) centre(b);
  SquareForm form{Matrix(a.columns, a.columns), std::vector<double>(a.columns)};
  const auto product = [](const std::vector<double>& x, const std::vector<double>& y) {
    return std::inner_product(x.begin(), x.end(), y.begin(), 0.0);
  };
  for (size_t i = 0; i < a.columns; ++i) {
    for (size_t j = 0; j <= i; ++j) {
      form.gram(i, j) = form.gram(j, i) = product(columns[i], columns[j]);
    }
    form.gram(i, i) += ridge;
    form.linear[i] = product(columns[i], b);
  }
  return form;
}

// At most `steps` steps from `w`; ends when a step gains no more than `enough`.
void walk(const SquareForm& form, Weights& w, int steps, double enough) {
  const size_t n = w.size();
  std::vector<double> image(n, 0.0);  // gram times w
  for (size_t i = 0; i < n; ++i) {
    image[i] = std::inner_product(w.begin(), w.end(), form.gram.row(i), 0.0);
  }
  for (int step = 1; step <= steps; ++step) {
    size_t best = 0;
    double along = 0;   // gradient times w
    double square = 0;  // w times its image
    for (size_t i = 0; i < n; ++i) {
      if (image[i] - form.linear[i] < image[best] - form.linear[best]) best = i;
      along += (image[i] - form.linear[i]) * w[i];
      square += image[i] * w[i];
    }
    const double slope = along - (image[best] - form.linear[best]);  // downhill, never below zero
    const double curvature = form.gram(best, best) - 2 * image[best] + square;
    double gain = 0;
    if (slope > 0 && curvature > 0) {
      const double length = std::min(1.0, slope / curvature);
      gain = 2 * length * slope - length * length * curvature;
      const double* towards = form.gram.row(best);
      for (size_t i = 0; i < n; ++i) {
        w[i] *= 1 - length;
        image[i] += length * (towards[i] - image[i]);
      }
      w[best] += length;
    }
    if (step >= 2 && gain <= enough) return;
  }
}

void drop_small(Weights& w) {
  const double least = *std::ranges::max_element(w) / 4;
  double left = 0;
  for (double& weight : w) {
    if (weight <= least) weight = 0;
    left += weight;
  }
  for (double& weight : w) weight /= left;
}

}  // namespace

Weights frank_wolfe_weights(const Matrix& a, const std::vector<double>& b,
                            const FrankWolfe& settings) {
  const double rows = static_cast<double>(a.rows);
  const SquareForm form = square_form(a, b, rows * settings.ridge, settings.intercept);
  const double enough = settings.min_decrease * rows;
  Weights w(a.columns, 1.0 / static_cast<double>(a.columns));
  walk(form, w, steps_before_dropping, enough);
  drop_small(w);
  walk(form, w, steps_after, enough);
  return w;
}

}  // namespace umikoe::impact
