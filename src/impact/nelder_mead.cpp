#include "impact/nelder_mead.h"

#include <algorithm>
#include <cmath>

namespace umikoe::impact {
namespace {

using Point = std::vector<double>;
using Function = std::function<double(const Point&)>;

constexpr double close_enough = 1e-12;  // of the values, relative

class Simplex {
 public:
  Simplex(const Function& value, const Point& start, int evaluations)
      : value_(value), left_(evaluations), n_(static_cast<double>(start.size())) {
    add(start);
    for (size_t i = 0; i < start.size(); ++i) {
      Point corner = start;
      corner[i] = corner[i] != 0 ? corner[i] * 1.5 : 0.05 / n_;
      add(std::move(corner));
    }
  }

  Minimum run() {
    while (true) {
      std::ranges::stable_sort(corners_, {}, &Minimum::value);
      const double spread = corners_.back().value - corners_.front().value;
      if (left_ <= 0 || spread <= close_enough * std::abs(corners_.front().value)) break;
      step();
    }
    return corners_.front();
  }

 private:
  double call(const Point& at) {
    --left_;
    return value_(at);
  }
  void add(Point at) {
    const double value = call(at);
    corners_.push_back({std::move(at), value});
  }

  // From the middle of all corners but the worst, `factor` times the way away from the worst.
  Minimum beyond(const Point& middle, double factor) {
    Point at = middle;
    const Point& worst = corners_.back().at;
    for (size_t i = 0; i < at.size(); ++i) at[i] += factor * (middle[i] - worst[i]);
    const double value = call(at);
    return {std::move(at), value};
  }

  void step() {
    Point middle(corners_.front().at.size(), 0.0);
    for (size_t c = 0; c + 1 < corners_.size(); ++c) {
      for (size_t i = 0; i < middle.size(); ++i) middle[i] += corners_[c].at[i] / n_;
    }
    const double contraction = 0.75 - 1 / (2 * n_);
    Minimum reflected = beyond(middle, 1);
    if (reflected.value < corners_.front().value) {
      Minimum expanded = beyond(middle, 1 + 2 / n_);
      corners_.back() = expanded.value < reflected.value ? expanded : reflected;
    } else if (reflected.value < corners_[corners_.size() - 2].value) {
      corners_.back() = reflected;
    } else {
      const bool outside = reflected.value < corners_.back().value;
      Minimum contracted = beyond(middle, outside ? contraction : -contraction);
      if (contracted.value < std::min(reflected.value, corners_.back().value)) {
        corners_.back() = contracted;
      } else {
        shrink();
      }
    }
  }

  void shrink() {
    const double factor = 1 - 1 / n_;
    const Point best = corners_.front().at;
    for (size_t c = 1; c < corners_.size(); ++c) {
      for (size_t i = 0; i < best.size(); ++i) {
        corners_[c].at[i] = best[i] + factor * (corners_[c].at[i] - best[i]);
      }
      corners_[c].value = call(corners_[c].at);
    }
  }

  const Function& value_;
  int left_;
  double n_;
  std::vector<Minimum> corners_;
};

}  // namespace

Minimum nelder_mead(const Function& value, const Point& start, int evaluations) {
  return Simplex(value, start, evaluations).run();
}

}  // namespace umikoe::impact
