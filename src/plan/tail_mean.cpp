#include "plan/tail_mean.h"

#include <algorithm>
#include <numeric>

namespace umikoe::plan {
namespace {

double tail_length(size_t scenarios) { return static_cast<double>(scenarios) / 10; }

double mean_of(const std::vector<double>& values) {
  return std::accumulate(values.begin(), values.end(), 0.0) / static_cast<double>(values.size());
}

}  // namespace

double largest_tail_weight(size_t scenarios) { return std::min(1.0, 1 / tail_length(scenarios)); }

double worst_tenth_mean(std::vector<double> values) {
  const double length = tail_length(values.size());
  const auto whole = static_cast<size_t>(length);
  std::nth_element(values.begin(), values.begin() + static_cast<long>(whole), values.end());
  double sum = 0;
  for (size_t i = 0; i < whole; ++i) sum += values[i];
  return (sum + (length - static_cast<double>(whole)) * values[whole]) / length;
}

double cautious_mean(const std::vector<double>& values, double caution) {
  if (values.size() == 1) return values.front();
  const double mean = mean_of(values);
  return caution == 0 ? mean : (1 - caution) * mean + caution * worst_tenth_mean(values);
}

std::vector<double> cautious_weights(const std::vector<double>& values, double caution) {
  const size_t count = values.size();
  std::vector<double> weights(count, (1 - caution) / static_cast<double>(count));
  std::vector<size_t> order(count);
  std::iota(order.begin(), order.end(), size_t{0});
  std::ranges::stable_sort(order, {}, [&](size_t i) { return values[i]; });
  double left = 1;
  for (const size_t i : order) {
    const double part = std::min(left, largest_tail_weight(count));
    weights[i] += caution * part;
    left -= part;
    if (left <= 0) break;
  }
  return weights;
}

}  // namespace umikoe::plan
