#pragma once

#include "plan/portfolio.h"

namespace umikoe::plan {

// Counts what is done of an allowance.
class Work {
 public:
  explicit Work(const WorkAllowance& allowance)
      : allowance_(allowance), ceiling_(allowance.steps) {}

  // Until the next call only this share of the whole may be used.
  void allow(double share);
  void spend(uint64_t steps);
  // Whether so many more steps may be done.
  bool has_room_for(uint64_t steps) const { return !stopped_ && used_ + steps <= ceiling_; }

  uint64_t used() const { return used_; }
  uint64_t left() const { return used_ < ceiling_ ? ceiling_ - used_ : 0; }
  bool stopped_early() const { return stopped_; }

 private:
  const WorkAllowance& allowance_;
  uint64_t ceiling_;
  uint64_t used_ = 0;
  uint64_t unasked_ = 0;  // since the clock was last asked
  bool stopped_ = false;
};

}  // namespace umikoe::plan
