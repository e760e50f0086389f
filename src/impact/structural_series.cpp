#include "impact/structural_series.h"

#include <Eigen/Dense>
#include <algorithm>
#include <array>
#include <boost/math/distributions/students_t.hpp>
#include <cmath>
#include <limits>

namespace umikoe::impact {
namespace {

using Eigen::MatrixXd;
using Eigen::VectorXd;

// Variances in units of the observation's, with their prior weights. The level moves little, as in
// the published model's default (its prior has the level's deviation at a hundredth of the
// series').
struct Ratio {
  double value;
  double prior;
};
constexpr std::array levels = {Ratio{0, 8},     Ratio{1e-3, 2}, Ratio{1e-2, 1},
                               Ratio{0.1, 0.5}, Ratio{1, 0.5},  Ratio{10, 0.25}};
constexpr std::array trends = {Ratio{0, 4}, Ratio{1e-4, 1}};
constexpr std::array regressions = {Ratio{0, 1},  Ratio{0.1, 1}, Ratio{1, 1},
                                    Ratio{10, 1}, Ratio{100, 1}, Ratio{1000, 1}};
constexpr double first_level = 100;  // the variance of where the level begins: hardly a constraint
// Inverse gamma of the observation's variance, for a series of standard deviation one.
constexpr double shape = 1;
constexpr double rate = 0.05;
constexpr double least_weight = 1e4;  // as one part of so many of the most probable point

// One part of the model: how the times before vary together, and with the average after.
struct Part {
  MatrixXd before;
  VectorXd with_after;
  double after = 0;
};

template <class Covariance>
Part part_of(size_t before, size_t times, const Covariance& covariance) {
  const auto n = static_cast<long>(before);
  const double share = 1.0 / static_cast<double>(times - before);
  Part part{MatrixXd(n, n), VectorXd::Zero(n), 0};
  for (size_t s = 0; s < before; ++s) {
    for (size_t t = 0; t <= s; ++t) {
      const auto i = static_cast<long>(s);
      const auto j = static_cast<long>(t);
      part.before(i, j) = part.before(j, i) = covariance(s, t);
    }
    for (size_t t = before; t < times; ++t) {
      part.with_after(static_cast<long>(s)) += share * covariance(s, t);
    }
  }
  for (size_t s = before; s < times; ++s) {
    for (size_t t = before; t < times; ++t) part.after += share * share * covariance(s, t);
  }
  return part;
}

// Mean and standard deviation of the first `count` values.
std::pair<double, double> moments(const double* values, size_t count) {
  double mean = 0;
  for (size_t i = 0; i < count; ++i) mean += values[i] / static_cast<double>(count);
  double square = 0;
  for (size_t i = 0; i < count; ++i) square += (values[i] - mean) * (values[i] - mean);
  const double deviation = std::sqrt(square / static_cast<double>(count));
  return {mean, deviation > 0 ? deviation : 1};
}

struct Model {
  Part noise, start, level, trend, regression;
  MatrixXd controls_before;  // standardised, controls by times before
  std::vector<double> control_deviation;
  VectorXd y;  // standardised, before
  double y_after = 0;
  double y_deviation = 1;
};

Model model_of(const Block& block) {
  const size_t before = block.before;
  const size_t times = block.treated.size();
  Model model;
  Matrix x = block.controls;
  for (size_t unit = 0; unit < x.rows; ++unit) {
    const auto [mean, deviation] = moments(x.row(unit), before);
    for (size_t t = 0; t < times; ++t) x(unit, t) = (x(unit, t) - mean) / deviation;
    model.control_deviation.push_back(deviation);
  }
  const auto [mean, deviation] = moments(block.treated.data(), before);
  model.y_deviation = deviation;
  model.y = VectorXd(static_cast<long>(before));
  for (size_t t = 0; t < times; ++t) {
    const double value = (block.treated[t] - mean) / deviation;
    if (t < before)
      model.y(static_cast<long>(t)) = value;
    else
      model.y_after += value / static_cast<double>(times - before);
  }
  model.noise = part_of(before, times, [](size_t s, size_t t) { return s == t ? 1.0 : 0.0; });
  model.start = part_of(before, times, [](size_t, size_t) { return first_level; });
  model.level = part_of(before, times,
                        [](size_t s, size_t t) { return static_cast<double>(std::min(s, t)); });
  // A slope that begins unknown and walks: sum over u of (s - u)(t - u).
  model.trend = part_of(before, times, [](size_t s, size_t t) {
    const double a = static_cast<double>(std::min(s, t));
    const double d = static_cast<double>(std::max(s, t)) - a;
    return a * (a + 1) * (2 * a + 1) / 6 + d * a * (a + 1) / 2 + a * (a + d);
  });
  const double share = 1.0 / static_cast<double>(x.rows);
  model.regression = part_of(before, times, [&](size_t s, size_t t) {
    double sum = 0;
    for (size_t unit = 0; unit < x.rows; ++unit) sum += x(unit, s) * x(unit, t);
    return share * sum;
  });
  model.controls_before = MatrixXd(static_cast<long>(x.rows), static_cast<long>(before));
  for (size_t unit = 0; unit < x.rows; ++unit) {
    for (size_t t = 0; t < before; ++t) {
      model.controls_before(static_cast<long>(unit), static_cast<long>(t)) = x(unit, t);
    }
  }
  return model;
}

// The posterior at one point of the grid.
struct Point {
  double log_weight = 0;
  double mean = 0;   // of the effect, standardised
  double scale = 0;  // of its Student's t
  double degrees = 0;
  double level = 0, trend = 0, regression = 0;
  VectorXd solved = {};  // inverse covariance times y
  VectorXd inverse_diagonal = {};
};

Point point_at(const Model& model, double level, double trend, double regression, bool details) {
  MatrixXd covariance = model.noise.before + model.start.before;
  VectorXd with_after = model.start.with_after;
  double after = model.noise.after + model.start.after;
  const auto add = [&](const Part& part, double factor) {
    if (factor == 0) return;
    covariance += factor * part.before;
    with_after += factor * part.with_after;
    after += factor * part.after;
  };
  add(model.level, level);
  add(model.trend, trend);
  add(model.regression, regression);
  const Eigen::LLT<MatrixXd> root(covariance);
  Point point;
  point.level = level;
  point.trend = trend;
  point.regression = regression;
  point.solved = root.solve(model.y);
  const double n = static_cast<double>(model.y.size());
  const double squares = rate + model.y.dot(point.solved) / 2;
  const double determinant = 2 * root.matrixLLT().diagonal().array().log().sum();
  point.log_weight = -determinant / 2 - (shape + n / 2) * std::log(squares);
  point.degrees = 2 * shape + n;
  point.mean = model.y_after - with_after.dot(point.solved);
  const double left = std::max(0.0, after - with_after.dot(root.solve(with_after)));
  point.scale = std::sqrt(squares / (shape + n / 2) * left);
  if (details) {
    point.inverse_diagonal =
        root.solve(MatrixXd::Identity(covariance.rows(), covariance.cols())).diagonal();
  }
  return point;
}

// Left of `at` under the mixture.
double below(const std::vector<Point>& points, double at) {
  double sum = 0;
  for (const Point& point : points) {
    const boost::math::students_t t(point.degrees);
    // By now a weight, not its logarithm.
    sum += point.log_weight * boost::math::cdf(t, (at - point.mean) / point.scale);
  }
  return sum;
}

double quantile(const std::vector<Point>& points, double middle, double width, double share) {
  double low = middle - width;
  double high = middle + width;
  constexpr int halvings = 40;
  for (int i = 0; i < halvings && below(points, low) > share; ++i) low -= width;
  for (int i = 0; i < halvings && below(points, high) < share; ++i) high += width;
  for (int i = 0; i < halvings; ++i) {
    const double at = (low + high) / 2;
    (below(points, at) < share ? low : high) = at;
  }
  return (low + high) / 2;
}

// Logarithms become weights that sum to one; points too improbable to matter go.
void normalise(std::vector<Point>& points) {
  double most = -std::numeric_limits<double>::infinity();
  for (const Point& point : points) most = std::max(most, point.log_weight);
  std::erase_if(
      points, [&](const Point& point) { return point.log_weight < most - std::log(least_weight); });
  double sum = 0;
  for (Point& point : points) sum += point.log_weight = std::exp(point.log_weight - most);
  for (Point& point : points) point.log_weight /= sum;
}

std::vector<Point> grid(const Model& model) {
  std::vector<Point> points;
  for (const Ratio& regression : regressions) {
    for (const Ratio& level : levels) {
      for (const Ratio& trend : trends) {
        Point point = point_at(model, level.value, trend.value, regression.value, false);
        point.log_weight += std::log(level.prior * trend.prior * regression.prior);
        points.push_back(std::move(point));
      }
    }
  }
  return points;
}

double left_out(const Point& point, double deviation) {
  const auto errors = point.solved.array() / point.inverse_diagonal.array();
  return deviation * std::sqrt(errors.square().mean());
}

}  // namespace

SeriesAnswer structural_series(const Block& block, double level) {
  const Model model = model_of(block);
  std::vector<Point> points = grid(model);
  normalise(points);
  for (Point& point : points) {
    const double weight = point.log_weight;
    point = point_at(model, point.level, point.trend, point.regression, true);
    point.log_weight = weight;
  }
  SeriesAnswer out;
  double mean = 0, square = 0;
  VectorXd coefficients = VectorXd::Zero(model.controls_before.rows());
  const double share = 1.0 / static_cast<double>(std::max<long>(1, model.controls_before.rows()));
  for (const Point& point : points) {
    const double weight = point.log_weight;
    mean += weight * point.mean;
    const double t_variance = point.degrees / (point.degrees - 2);
    square += weight * (point.mean * point.mean + point.scale * point.scale * t_variance);
    coefficients += weight * point.regression * share * (model.controls_before * point.solved);
    out.pre_fit += weight * left_out(point, model.y_deviation);
  }
  const double width = std::sqrt(std::max(square - mean * mean, 1e-30));
  out.effect = mean * model.y_deviation;
  out.spread = width * model.y_deviation;
  out.low = quantile(points, mean, width, (1 - level) / 2) * model.y_deviation;
  out.high = quantile(points, mean, width, (1 + level) / 2) * model.y_deviation;
  for (size_t unit = 0; unit < model.control_deviation.size(); ++unit) {
    out.coefficients.push_back(coefficients(static_cast<long>(unit)) * model.y_deviation /
                               model.control_deviation[unit]);
  }
  return out;
}

SeriesAnswer structural_series_mode(const Block& block) {
  const Model model = model_of(block);
  // A placebo need not weigh the whole grid: the level by halves, no trend.
  Point best;
  best.log_weight = -std::numeric_limits<double>::infinity();
  for (const Ratio& regression : regressions) {
    for (const Ratio& level : {levels[0], levels[2], levels[4]}) {
      Point point = point_at(model, level.value, 0, regression.value, false);
      point.log_weight += std::log(level.prior);
      if (point.log_weight > best.log_weight) best = std::move(point);
    }
  }
  SeriesAnswer out;
  out.effect = best.mean * model.y_deviation;
  out.spread = best.scale * model.y_deviation;
  return out;
}

}  // namespace umikoe::impact
