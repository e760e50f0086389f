#include "demand/series/level_smoother.h"

#include <algorithm>
#include <cmath>
#include <limits>
#include <numbers>

#include "base/result.h"
#include "demand/series/banded_gaussian.h"

namespace umikoe::demand {
namespace {

// Of weekly steps of logarithms, chosen on tracks of seven charts, 2025-06 to 2026-02
// (bench/series_bench.cpp); `usual_weight` is how many steps of a series weigh as much.
constexpr double usual_step = 0.07;
constexpr double usual_weight = 6;
// Most weeks are quiet and a few are not: steps are of Student's t with this many degrees.
constexpr double degrees = 3;
constexpr int sweeps_max = 80;
constexpr double still = 1e-5;     // largest change of a mean in the last sweep
constexpr double anchor = 1e-6;    // precision of the first week before anything is seen
constexpr double damping = 0.6;    // of bounds from sweep to sweep, so that they do not swing
constexpr double unlikely = 1e-9;  // a bound this far off says only that it is the nearest value

// What stands in for one observation of log(sum): normal with this precision and mean.
struct Site {
  double precision = 0;
  double information = 0;  // precision times mean
};

// log(sum of shares × plays) about the present answer: constant + weights · log plays.
struct Linear {
  double constant = 0;
  std::vector<double> weights;
};

double density(double z) {
  return std::isfinite(z) ? std::exp(-z * z / 2) / std::sqrt(2 * std::numbers::pi) : 0;
}
double below(double z) { return std::erfc(-z / std::numbers::sqrt2) / 2; }

class Smoother {
 public:
  Smoother(size_t weeks, std::span<const LevelObservation> observations)
      : weeks_(weeks), observations_(observations), sites_(observations.size()), calm_(weeks, 1) {
    for (size_t i = 0; i < observations.size(); ++i) {
      const LevelObservation& seen = observations[i];
      UMIKOE_ASSERT(!seen.shares.empty() && seen.first_week + seen.shares.size() <= weeks);
      UMIKOE_ASSERT(seen.high > 0 && seen.high >= seen.low && seen.spread > 0);
      band_ = std::max(band_, seen.shares.size() - 1);
      if (seen.low < seen.high) continue;
      const double precision = 1 / (seen.spread * seen.spread);
      sites_[i] = {precision, precision * std::log(seen.high)};
    }
    guess();
  }

  std::vector<LevelEstimate> run() {
    for (int sweep = 0; sweep < sweeps_max; ++sweep) {
      const std::vector<double> before = level_;
      BandedGaussian state = joint();
      state.solve();
      for (size_t w = 0; w < weeks_; ++w) level_[w] = state.mean(w);
      update_sites(state);
      update_step(state);
      double moved = 0;
      for (size_t w = 0; w < weeks_; ++w) moved = std::max(moved, std::abs(level_[w] - before[w]));
      if (moved < still && sweep > 0) break;
    }
    BandedGaussian state = joint();
    state.solve();
    std::vector<LevelEstimate> out;
    for (size_t w = 0; w < weeks_; ++w) {
      out.push_back({state.mean(w), std::sqrt(std::max(0.0, state.covariance(w, w)))});
    }
    return out;
  }

 private:
  // Weeks nobody speaks of begin on the line between their neighbours.
  void guess() {
    std::vector<double> sum(weeks_);
    std::vector<int> count(weeks_);
    for (const LevelObservation& seen : observations_) {
      double share = 0;
      for (const double part : seen.shares) share += part;
      const double middle = (seen.low + seen.high) / 2;
      for (size_t k = 0; k < seen.shares.size(); ++k) {
        sum[seen.first_week + k] += std::log(middle / share);
        ++count[seen.first_week + k];
      }
    }
    level_.assign(weeks_, 0);
    std::ptrdiff_t last = -1;
    for (size_t w = 0; w < weeks_; ++w) {
      if (count[w] == 0) continue;
      level_[w] = sum[w] / count[w];
      const auto here = static_cast<std::ptrdiff_t>(w);
      for (std::ptrdiff_t k = last + 1; k < here; ++k) {
        const double from = last < 0 ? level_[w] : level_[static_cast<size_t>(last)];
        const double part = static_cast<double>(k - last) / static_cast<double>(here - last);
        level_[static_cast<size_t>(k)] = from + part * (level_[w] - from);
      }
      last = here;
    }
    for (size_t w = static_cast<size_t>(last + 1); last >= 0 && w < weeks_; ++w) {
      level_[w] = level_[static_cast<size_t>(last)];
    }
    first_level_ = level_.front();
  }

  Linear linear(const LevelObservation& seen) const {
    Linear out;
    double top = -std::numeric_limits<double>::infinity();
    for (size_t k = 0; k < seen.shares.size(); ++k) {
      top = std::max(top, level_[seen.first_week + k]);
    }
    double sum = 0;
    for (size_t k = 0; k < seen.shares.size(); ++k) {
      out.weights.push_back(seen.shares[k] * std::exp(level_[seen.first_week + k] - top));
      sum += out.weights.back();
    }
    out.constant = top + std::log(sum);
    for (size_t k = 0; k < seen.shares.size(); ++k) {
      out.weights[k] /= sum;
      out.constant -= out.weights[k] * level_[seen.first_week + k];
    }
    return out;
  }

  BandedGaussian joint() const {
    BandedGaussian state(weeks_, std::max<size_t>(band_, 1));
    state.add_precision(0, 0, anchor);
    state.add_information(0, anchor * first_level_);
    for (size_t w = 1; w < weeks_; ++w) {
      const double tie = calm_[w] / (step_ * step_);
      state.add_precision(w, w, tie);
      state.add_precision(w - 1, w - 1, tie);
      state.add_precision(w, w - 1, -tie);
    }
    for (size_t i = 0; i < observations_.size(); ++i) {
      const Site& site = sites_[i];
      if (site.precision <= 0) continue;
      const Linear line = linear(observations_[i]);
      const size_t first = observations_[i].first_week;
      for (size_t a = 0; a < line.weights.size(); ++a) {
        state.add_information(
            first + a, (site.information - site.precision * line.constant) * line.weights[a]);
        for (size_t b = 0; b <= a; ++b) {
          state.add_precision(first + a, first + b,
                              site.precision * line.weights[a] * line.weights[b]);
        }
      }
    }
    return state;
  }

  void update_sites(const BandedGaussian& state) {
    for (size_t i = 0; i < observations_.size(); ++i) {
      const LevelObservation& seen = observations_[i];
      if (seen.low == seen.high) continue;
      const Linear line = linear(seen);
      double mean = line.constant;
      double variance = 0;
      for (size_t a = 0; a < line.weights.size(); ++a) {
        mean += line.weights[a] * state.mean(seen.first_week + a);
        for (size_t b = 0; b < line.weights.size(); ++b) {
          variance += line.weights[a] * line.weights[b] *
                      state.covariance(seen.first_week + a, seen.first_week + b);
        }
      }
      bound(seen, mean, variance, sites_[i]);
    }
  }

  // One step of expectation propagation: the site that, with all others, has the mean and variance
  // of what lies between the bounds.
  static void bound(const LevelObservation& seen, double mean, double variance, Site& site) {
    const double without = 1 / variance - site.precision;
    if (without <= 0) return;
    const double middle = (mean / variance - site.information) / without;
    const double wide = std::sqrt(1 / without + seen.spread * seen.spread);
    const double low = seen.low > 0 ? (std::log(seen.low) - middle) / wide
                                    : -std::numeric_limits<double>::infinity();
    const double high = (std::log(seen.high) - middle) / wide;
    const double inside = below(high) - below(low);
    Site next;
    if (inside < unlikely) {
      next.precision = 1 / (seen.spread * seen.spread);
      next.information = next.precision * std::log(high < 0 ? seen.high : seen.low);
    } else {
      const double slope = (density(low) - density(high)) / inside;
      const double low_term = std::isfinite(low) ? low * density(low) : 0;
      const double curve = (low_term - high * density(high)) / inside - slope * slope;
      const double new_mean = middle + slope / (without * wide);
      const double new_variance = 1 / without + curve / (without * without * wide * wide);
      if (new_variance <= 0) return;
      next.precision = std::max(0.0, 1 / new_variance - without);
      next.information = new_mean / new_variance - middle * without;
    }
    site.precision += damping * (next.precision - site.precision);
    site.information += damping * (next.information - site.information);
  }

  // Expectation maximisation, with what is usual as that many steps more; a step far larger than
  // the others counts for less.
  void update_step(const BandedGaussian& state) {
    double squares = usual_weight * usual_step * usual_step;
    for (size_t w = 1; w < weeks_; ++w) {
      const double change = state.mean(w) - state.mean(w - 1);
      const double square = change * change + state.covariance(w, w) +
                            state.covariance(w - 1, w - 1) - 2 * state.covariance(w, w - 1);
      calm_[w] = (degrees + 1) / (degrees + square / (step_ * step_));
      squares += calm_[w] * square;
    }
    step_ = std::sqrt(squares / (usual_weight + static_cast<double>(weeks_ - 1)));
  }

  size_t weeks_;
  std::span<const LevelObservation> observations_;
  std::vector<Site> sites_;
  std::vector<double> level_;  // logarithms of plays
  double first_level_ = 0;
  double step_ = usual_step;
  std::vector<double> calm_;  // precision of each week's step, of the usual one's
  size_t band_ = 0;
};

}  // namespace

double LevelEstimate::plays(double deviations) const {
  return std::exp(log_mean + deviations * log_spread);
}

std::vector<LevelEstimate> smooth_level(size_t weeks,
                                        std::span<const LevelObservation> observations) {
  UMIKOE_ASSERT(weeks > 0 && !observations.empty());
  return Smoother(weeks, observations).run();
}

}  // namespace umikoe::demand
