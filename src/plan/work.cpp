#include "plan/work.h"

#include <algorithm>

namespace umikoe::plan {

WorkAllowance usual_work(size_t choices) {
  // Small plans cost next to nothing. A step takes longer the less of a plan is close at hand.
  constexpr uint64_t least = 24'000'000;
  constexpr uint64_t per_choice = 12'000;
  constexpr uint64_t per_further = 4'000;
  constexpr size_t usual = 2'000;
  const uint64_t further = choices > usual ? choices - usual : 0;
  return {std::max(least, per_choice * (choices - further) + per_further * further)};
}

void Work::allow(double share) {
  ceiling_ = static_cast<uint64_t>(share * static_cast<double>(allowance_.steps));
}

void Work::spend(uint64_t steps) {
  // Asking a clock costs more than a step; this is less than a millisecond of work.
  constexpr uint64_t between_questions = 4'096;
  used_ += steps;
  unasked_ += steps;
  if (unasked_ < between_questions || !allowance_.out_of_time) return;
  unasked_ = 0;
  stopped_ = stopped_ || allowance_.out_of_time();
}

}  // namespace umikoe::plan
