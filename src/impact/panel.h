#pragma once

#include <cstdint>
#include <string>
#include <vector>

namespace umikoe::impact {

// What is known of one unit at one time. Below the lowest row of a chart the value is that bound:
// the truth lies between nothing and it.
enum class Seen : uint8_t { nothing, exactly, below };
struct Observation {
  Seen seen = Seen::nothing;
  double value = 0;

  bool operator==(const Observation&) const = default;
};

// One outcome of several units over the same times, in order. A unit is treated from a time on, or
// never (then `treated_from` is the number of times).
struct Panel {
  std::vector<std::string> units = {};
  std::vector<std::string> times = {};
  std::vector<Observation> cells = {};  // unit by unit
  std::vector<size_t> treated_from = {};
  std::vector<std::string> groups = {};  // of each unit, where given: what may spill over

  const Observation& at(size_t unit, size_t time) const {
    return cells[unit * times.size() + time];
  }
  Observation& at(size_t unit, size_t time) { return cells[unit * times.size() + time]; }
  bool is_treated(size_t unit) const { return treated_from[unit] < times.size(); }
};

}  // namespace umikoe::impact
