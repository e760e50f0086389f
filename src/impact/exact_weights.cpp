#include <Eigen/Dense>
#include <algorithm>
#include <vector>

#include "impact/simplex_weights.h"

namespace umikoe::impact {
namespace {

// Of the largest entry of the square form. It makes the minimum unique where several would do, and
// is too small to be seen in any of them.
constexpr double tie_break = 1e-9;
constexpr double tolerance = 1e-10;

struct Problem {
  Eigen::MatrixXd gram;
  Eigen::VectorXd linear;
};

Problem square_form(const Matrix& a, const std::vector<double>& b) {
  using RowMajor = Eigen::Matrix<double, Eigen::Dynamic, Eigen::Dynamic, Eigen::RowMajor>;
  const Eigen::Map<const RowMajor> table(a.values.data(), static_cast<long>(a.rows),
                                         static_cast<long>(a.columns));
  const Eigen::Map<const Eigen::VectorXd> right(b.data(), static_cast<long>(b.size()));
  Problem out{table.transpose() * table, table.transpose() * right};
  const double scale = std::max(out.gram.diagonal().maxCoeff(), 1e-300);
  out.gram.diagonal().array() += tie_break * scale;
  return out;
}

struct Solved {
  Eigen::VectorXd weights;  // of the columns in play
  double price = 0;         // the gradient they all share
};

// The minimum over the columns in play with the sum one, weights below zero allowed.
Solved solve_in_play(const Problem& problem, const std::vector<long>& in_play) {
  const long n = static_cast<long>(in_play.size());
  Eigen::MatrixXd gram(n, n);
  Eigen::MatrixXd right(n, 2);
  for (long i = 0; i < n; ++i) {
    for (long j = 0; j < n; ++j) gram(i, j) = problem.gram(in_play[i], in_play[j]);
    right(i, 0) = problem.linear(in_play[i]);
    right(i, 1) = 1;
  }
  const Eigen::MatrixXd solved = gram.ldlt().solve(right);
  const double price = (solved.col(0).sum() - 1) / solved.col(1).sum();
  return {solved.col(0) - price * solved.col(1), price};
}

// Moves from the weights towards `aim` until one of them reaches zero, and takes that one out.
void step_to_boundary(Eigen::VectorXd& weights, const Eigen::VectorXd& aim,
                      std::vector<long>& in_play) {
  double length = 1;
  for (size_t i = 0; i < in_play.size(); ++i) {
    const double now = weights(in_play[i]);
    const double then = aim(static_cast<long>(i));
    if (then <= 0 && now > then) length = std::min(length, now / (now - then));
  }
  std::vector<long> left;
  for (size_t i = 0; i < in_play.size(); ++i) {
    double& weight = weights(in_play[i]);
    weight += length * (aim(static_cast<long>(i)) - weight);
    if (weight > tolerance)
      left.push_back(in_play[i]);
    else
      weight = 0;
  }
  in_play = std::move(left);
}

}  // namespace

Weights exact_weights(const Matrix& a, const std::vector<double>& b) {
  const Problem problem = square_form(a, b);
  const long n = static_cast<long>(a.columns);
  // Columns of zeros alone: any weights do equally well.
  if (!(problem.gram.diagonal().maxCoeff() > 1e-200)) {
    return Weights(a.columns, 1.0 / static_cast<double>(a.columns));
  }
  Eigen::VectorXd weights = Eigen::VectorXd::Zero(n);
  long first = 0;
  (problem.gram.diagonal() - 2 * problem.linear).minCoeff(&first);
  weights(first) = 1;
  std::vector<long> in_play = {first};
  const double scale = std::max(problem.gram.diagonal().maxCoeff(), 1e-300);
  // Each round adds a column or takes one out; the bound is far above what was ever seen.
  for (long round = 0; round < 20 * n + 20; ++round) {
    const Solved solved = solve_in_play(problem, in_play);
    if (solved.weights.minCoeff() <= 0 && in_play.size() > 1) {
      step_to_boundary(weights, solved.weights, in_play);
      continue;
    }
    for (size_t i = 0; i < in_play.size(); ++i) {
      weights(in_play[i]) = solved.weights(static_cast<long>(i));
    }
    const Eigen::VectorXd gradient = problem.gram * weights - problem.linear;
    long best = -1;
    for (long i = 0; i < n; ++i) {
      if (std::ranges::find(in_play, i) != in_play.end()) continue;
      if (best < 0 || gradient(i) < gradient(best)) best = i;
    }
    // The price is minus the gradient of the columns in play.
    if (best < 0 || gradient(best) >= -solved.price - tolerance * scale) break;
    in_play.push_back(best);
  }
  return {weights.data(), weights.data() + n};
}

}  // namespace umikoe::impact
