#include "demand/latent/concave_maximum.h"

#include <algorithm>
#include <cmath>
#include <deque>
#include <numeric>

namespace umikoe::demand {
namespace {

constexpr int rounds = 100;
constexpr int halvings = 30;
constexpr size_t remembered = 8;
constexpr double enough_gain = 1e-4;    // of what the slope promises
constexpr double smallest_gain = 1e-8;  // relative to the value
constexpr double smallest_slope = 1e-5;

using Numbers = std::vector<double>;

double inner(const Numbers& a, const Numbers& b) {
  return std::inner_product(a.begin(), a.end(), b.begin(), 0.0);
}

Numbers sum(const Numbers& a, double share, const Numbers& b) {
  Numbers out = a;
  for (size_t i = 0; i < out.size(); ++i) out[i] += share * b[i];
  return out;
}

struct Step {
  Numbers moved;
  Numbers bent;  // how the slope fell on the way
  double product = 0;
};

// The slope times the inverse of the curvature that the last steps showed.
Numbers direction(const std::deque<Step>& steps, const Numbers& slope) {
  Numbers out = slope;
  std::vector<double> shares(steps.size());
  for (size_t i = steps.size(); i-- > 0;) {
    shares[i] = inner(steps[i].moved, out) / steps[i].product;
    out = sum(out, -shares[i], steps[i].bent);
  }
  if (!steps.empty()) {
    const Step& last = steps.back();
    const double scale = last.product / inner(last.bent, last.bent);
    for (double& x : out) x *= scale;
  }
  for (size_t i = 0; i < steps.size(); ++i) {
    const double back = inner(steps[i].bent, out) / steps[i].product;
    out = sum(out, shares[i] - back, steps[i].moved);
  }
  return out;
}

}  // namespace

Numbers concave_maximum(size_t numbers, const ConcaveFunction& function) {
  Numbers at(numbers);
  Numbers slope(numbers);
  double value = function(at, slope);
  std::deque<Step> steps;
  for (int round = 0; round < rounds; ++round) {
    if (std::sqrt(inner(slope, slope)) < smallest_slope) break;
    const Numbers along = direction(steps, slope);
    const double promised = inner(slope, along);
    double length = steps.empty() ? 1 / std::max(1.0, std::sqrt(inner(slope, slope))) : 1;
    Numbers next;
    Numbers next_slope(numbers);
    double next_value = value;
    int halved = 0;
    for (; halved < halvings; ++halved, length /= 2) {
      next = sum(at, length, along);
      next_value = function(next, next_slope);
      if (next_value >= value + enough_gain * length * promised) break;
    }
    if (halved == halvings) break;
    Step step{sum(next, -1, at), sum(slope, -1, next_slope), 0};
    step.product = inner(step.moved, step.bent);
    const double gain = next_value - value;
    at = std::move(next);
    slope = std::move(next_slope);
    value = next_value;
    if (step.product > 0) steps.push_back(std::move(step));
    if (steps.size() > remembered) steps.pop_front();
    if (gain < smallest_gain * (1 + std::abs(value))) break;
  }
  return at;
}

}  // namespace umikoe::demand
