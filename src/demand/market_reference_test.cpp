#include "demand/market_reference.h"

#include <gtest/gtest.h>

#include <algorithm>

namespace umikoe::demand {
namespace {

TEST(MarketReference, EveryFigureHasValueUnitNamesAndSource) {
  ASSERT_GT(market_reference().size(), 30U);
  for (const MarketFigure& figure : market_reference()) {
    EXPECT_FALSE(figure.value.empty()) << figure.key;
    EXPECT_FALSE(figure.unit.empty()) << figure.key;
    EXPECT_FALSE(figure.name_en.empty()) << figure.key;
    EXPECT_FALSE(figure.name_ja.empty()) << figure.key;
    EXPECT_FALSE(figure.source.empty()) << figure.key;
  }
}

// Streaming of 20.4 in 29.6 billion dollars is the share the mission derives.
TEST(MarketReference, SharesCanBeDerived) {
  const auto value = [](std::string_view key) {
    const auto at = std::ranges::find(market_reference(), key, &MarketFigure::key);
    return std::stod(std::string(at->value));
  };
  EXPECT_NEAR(value("global_streaming") / value("global_recorded_music"), 0.689, 0.0005);
}

}  // namespace
}  // namespace umikoe::demand
