#include "base/rng.h"

#include <gtest/gtest.h>

#include <array>
#include <cmath>

namespace umikoe {
namespace {

TEST(Rng, GivesThePublishedStreamOfSplitMix64) {
  // The first values for the seed 1234567, as Rosetta Code and the JDK's SplittableRandom have
  // them.
  Rng rng(1234567);
  EXPECT_EQ(rng.next(), 6457827717110365317u);
  EXPECT_EQ(rng.next(), 3203168211198807973u);
  EXPECT_EQ(rng.next(), 9817491932198370423u);
}

TEST(Rng, DrawsEveryNumberBelowItsEndEquallyOften) {
  Rng rng(1);
  std::array<int, 7> seen = {};
  constexpr int draws = 70'000;
  for (int i = 0; i < draws; ++i) ++seen.at(rng.below(seen.size()));
  for (const int count : seen) EXPECT_NEAR(count, draws / 7, 400);
  EXPECT_EQ(rng.below(1), 0u);
}

TEST(Rng, DrawsNormalsOfMeanZeroAndDeviationOne) {
  Rng rng(2);
  double sum = 0, square = 0;
  constexpr int draws = 100'000;
  for (int i = 0; i < draws; ++i) {
    const double value = rng.normal();
    ASSERT_TRUE(std::isfinite(value));
    sum += value;
    square += value * value;
  }
  EXPECT_NEAR(sum / draws, 0, 0.02);
  EXPECT_NEAR(square / draws, 1, 0.02);
}

TEST(Rng, ACopyDrawsWhatItsSourceWould) {
  Rng one(3);
  one.normal();
  Rng other = one;
  for (int i = 0; i < 5; ++i) EXPECT_EQ(one.normal(), other.normal());
}

}  // namespace
}  // namespace umikoe
