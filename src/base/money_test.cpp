#include "base/money.h"

#include <gtest/gtest.h>

namespace umikoe {
namespace {

FineAmount fine(std::string_view decimal) { return FineAmount::parse(decimal).value(); }

TEST(Money, ReadsWhatStatementsWrite) {
  EXPECT_EQ(fine("0").billionths, 0);
  EXPECT_EQ(fine("-12.345678901").billionths, -12'345'678'901);
  EXPECT_EQ(fine("0.0000000010000").billionths, 1);
  EXPECT_EQ(fine("007.50").to_string(), "7.5");
  for (const char* wrong :
       {"", "-", ".5", "5.", "1,000", "1e3", "0.0000000001", " 1", "9223372037"})
    EXPECT_FALSE(FineAmount::parse(wrong)) << wrong;
}

TEST(Money, WritesTheShortestExactDecimal) {
  for (const char* text : {"0", "-0.5", "1000", "0.000000001", "-9223372036.854775807"})
    EXPECT_EQ(fine(text).to_string(), text);
}

TEST(Money, RoundsHalfToEvenOnce) {
  EXPECT_EQ(rounded(fine("0.5"), yen).minor, 0);
  EXPECT_EQ(rounded(fine("1.5"), yen).minor, 2);
  EXPECT_EQ(rounded(fine("-2.5"), yen).minor, -2);
  EXPECT_EQ(rounded(fine("-2.500000001"), yen).minor, -3);
  const auto usd = CurrencyCode::parse("USD").value();
  EXPECT_EQ(rounded(fine("1.005"), usd).to_string(), "1.00 USD");
  EXPECT_EQ(rounded(fine("-1.015"), usd).to_string(), "-1.02 USD");
  EXPECT_EQ(rounded(fine("12.0005"), CurrencyCode::parse("KWD").value()).to_string(), "12.000 KWD");
  EXPECT_EQ((Money{-5, yen}).to_string(), "-5 JPY");
}

TEST(Money, ConvertsExactly) {
  EXPECT_EQ(converted(fine("10.01"), fine("151.23")), fine("1513.8123"));
  EXPECT_EQ(converted(fine("0.000000001"), fine("0.5")), fine("0"));
  EXPECT_EQ(converted(fine("9000000000"), fine("2")), std::nullopt);
}

TEST(Money, KnowsCurrencies) {
  EXPECT_EQ(CurrencyCode::parse("JPY").value(), yen);
  for (const char* wrong : {"jpy", "JP",
                            "X"
                            "XX",
                            "Y K", "ABC", "D A"})
    EXPECT_FALSE(CurrencyCode::parse(wrong)) << wrong;
  EXPECT_FALSE(CurrencyCode{}.known());
}

}  // namespace
}  // namespace umikoe
