#pragma once

#include <cstdint>

namespace umikoe {

// A source of chance that is a value: the same seed gives the same draws on every machine, which
// the distributions of the standard library do not promise. SplitMix64 (Steele, Lea and Flood
// 2014); not for secrets.
class Rng {
 public:
  explicit Rng(uint64_t seed) : state_(seed) {}

  uint64_t next();
  // From 0 to 1, without 1.
  double uniform();
  // A whole number below `end`, which is at least 1.
  uint64_t below(uint64_t end);
  // Normal with mean 0 and standard deviation 1.
  double normal();

 private:
  uint64_t state_;
};

}  // namespace umikoe
