#include "impact/predictor_weights.h"

#include <Eigen/Dense>
#include <algorithm>
#include <cmath>
#include <numeric>

#include "impact/nelder_mead.h"

namespace umikoe::impact {
namespace {

constexpr int full_evaluations = 2000;
constexpr int quick_evaluations = 300;

// Each row divided by its standard deviation over all units.
Matrix scaled(const Matrix& predictors) {
  Matrix out = predictors;
  const auto units = static_cast<double>(out.columns);
  for (size_t row = 0; row < out.rows; ++row) {
    const double mean = std::accumulate(out.row(row), out.row(row) + out.columns, 0.0) / units;
    double square = 0;
    for (size_t unit = 0; unit < out.columns; ++unit) {
      square += (out(row, unit) - mean) * (out(row, unit) - mean);
    }
    const double deviation = std::sqrt(square / (units - 1));
    for (size_t unit = 0; unit < out.columns; ++unit) {
      out(row, unit) = deviation > 0 ? out(row, unit) / deviation : 0;
    }
  }
  return out;
}

std::vector<double> shares(std::vector<double> values) {
  double sum = 0;
  for (double& value : values) sum += value = std::abs(value);
  for (double& value : values) value /= sum;
  return values;
}

double loss_of(const Matrix& outcomes, const Weights& units) {
  double square = 0;
  for (size_t time = 0; time < outcomes.rows; ++time) {
    double gap = outcomes(time, units.size());
    for (size_t unit = 0; unit < units.size(); ++unit) gap -= units[unit] * outcomes(time, unit);
    square += gap * gap;
  }
  return square / static_cast<double>(outcomes.rows);
}

PredictorFit fit_scaled(const Matrix& predictors, const Matrix& outcomes,
                        std::vector<double> importance) {
  Matrix controls(predictors.rows, predictors.columns - 1);
  std::vector<double> treated(predictors.rows);
  for (size_t row = 0; row < predictors.rows; ++row) {
    const double root = std::sqrt(importance[row]);
    for (size_t unit = 0; unit < controls.columns; ++unit) {
      controls(row, unit) = root * predictors(row, unit);
    }
    treated[row] = root * predictors(row, controls.columns);
  }
  PredictorFit fit{std::move(importance), exact_weights(controls, treated), 0};
  fit.loss = loss_of(outcomes, fit.units);
  return fit;
}

// Each predictor's squared coefficients in regressions of the outcomes on all of them.
std::vector<double> regression_importance(const Matrix& predictors, const Matrix& outcomes) {
  const auto units = static_cast<long>(predictors.columns);
  const auto count = static_cast<long>(predictors.rows);
  Eigen::MatrixXd x = Eigen::MatrixXd::Ones(units, count + 1);
  Eigen::MatrixXd z(units, static_cast<long>(outcomes.rows));
  for (long unit = 0; unit < units; ++unit) {
    for (long i = 0; i < count; ++i) x(unit, i + 1) = predictors(i, unit);
    for (long time = 0; time < z.cols(); ++time) z(unit, time) = outcomes(time, unit);
  }
  const Eigen::MatrixXd slopes = x.colPivHouseholderQr().solve(z);
  std::vector<double> out(predictors.rows);
  for (long i = 0; i < count; ++i) out[i] = slopes.row(i + 1).squaredNorm();
  const double sum = std::accumulate(out.begin(), out.end(), 0.0);
  return std::isfinite(sum) && sum > 0 ? shares(out) : std::vector<double>();
}

}  // namespace

PredictorFit fit_with_importance(const PredictorTable& table, std::vector<double> importance) {
  return fit_scaled(scaled(table.predictors), table.outcomes, shares(std::move(importance)));
}

PredictorFit fit_predictors(const PredictorTable& table, PredictorSearch search) {
  const Matrix predictors = scaled(table.predictors);
  const auto loss = [&](const std::vector<double>& at) {
    return fit_scaled(predictors, table.outcomes, shares(at)).loss;
  };
  const double count = static_cast<double>(predictors.rows);
  const int evaluations = search == PredictorSearch::full ? full_evaluations : quick_evaluations;
  Minimum best = nelder_mead(loss, std::vector<double>(predictors.rows, 1 / count), evaluations);
  const std::vector<double> start = regression_importance(predictors, table.outcomes);
  if (!start.empty()) {
    Minimum other = nelder_mead(loss, start, evaluations);
    if (other.value < best.value) best = std::move(other);
  }
  return fit_scaled(predictors, table.outcomes, shares(best.at));
}

}  // namespace umikoe::impact
