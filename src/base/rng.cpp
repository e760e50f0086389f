#include "base/rng.h"

#include <cmath>
#include <numbers>

namespace umikoe {

uint64_t Rng::next() {
  state_ += 0x9e3779b97f4a7c15;
  uint64_t mixed = state_;
  mixed = (mixed ^ (mixed >> 30)) * 0xbf58476d1ce4e5b9;
  mixed = (mixed ^ (mixed >> 27)) * 0x94d049bb133111eb;
  return mixed ^ (mixed >> 31);
}

double Rng::uniform() { return static_cast<double>(next() >> 11) * 0x1.0p-53; }

uint64_t Rng::below(uint64_t end) {
  // Draws from the last, incomplete round would favour small numbers.
  const uint64_t whole_rounds = UINT64_MAX - UINT64_MAX % end;
  uint64_t draw = next();
  while (draw >= whole_rounds) draw = next();
  return draw % end;
}

double Rng::normal() {
  // Box and Muller; the second of the pair is not kept, so that a copy draws what its source would.
  const double radius = std::sqrt(-2 * std::log(1 - uniform()));
  return radius * std::cos(2 * std::numbers::pi * uniform());
}

}  // namespace umikoe
