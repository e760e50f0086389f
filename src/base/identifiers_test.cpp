#include "base/identifiers.h"

#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>

namespace umikoe {
namespace {

TEST(Isrc, StripsAndRaises) {
  EXPECT_EQ(Isrc::parse("JPZ992600001")->to_string(), "JPZ992600001");
  EXPECT_EQ(Isrc::parse("jp-z99-26-00001")->to_string(), "JPZ992600001");
  EXPECT_EQ(Isrc::parse("JP Z99 26 00001"), Isrc::parse("JPZ992600001"));
}

TEST(Isrc, RefusesOtherForms) {
  for (const char* text : {"", "JPZ99260000", "JPZ9926000011", "1PZ992600001", "J1Z992600001",
                           "JPZ9926O0001", "JP_992600001", "JPZ99260000\xE3", "JPZ99260000é"}) {
    EXPECT_FALSE(Isrc::parse(text)) << text;
  }
}

TEST(Icpn, IsPaddedToFourteen) {
  EXPECT_EQ(parse_icpn("4006381333931"), (CheckedId{"04006381333931", true}));
  EXPECT_EQ(parse_icpn("036000291452"), (CheckedId{"00036000291452", true}));
  EXPECT_EQ(parse_icpn("73513537"), (CheckedId{"00000073513537", true}));
  EXPECT_EQ(parse_icpn("4-006381-333931"), parse_icpn("04006381333931"));
  EXPECT_EQ(parse_icpn("4006381333932"), (CheckedId{"04006381333932", false}));
  for (const char* text : {"", "1", "123456789", "400638133393X", "123456789012345"}) {
    EXPECT_FALSE(parse_icpn(text)) << text;
  }
}

TEST(GRid, ChecksMod3736) {
  // The example of the GRid standard.
  EXPECT_EQ(parse_grid("A1-2425G-ABC1234002-M"), (CheckedId{"A12425GABC1234002M", true}));
  EXPECT_EQ(parse_grid("A12425GABC1234002N")->check_digit_ok, false);
  EXPECT_EQ(parse_grid("A12425GACB1234002M")->check_digit_ok, false);
  for (const char* text :
       {"", "A2-2425G-ABC1234002-M", "A1-2425G-ABC1234002", "A12425GABC123400_M"}) {
    EXPECT_FALSE(parse_grid(text)) << text;
  }
}

TEST(Dpid, ChecksMod3736) {
  EXPECT_EQ(parse_dpid("PADPIDA2011072101T"), (CheckedId{"PADPIDA2011072101T", true}));
  EXPECT_EQ(parse_dpid("PA-DPIDA-2011072101-T"), parse_dpid("PADPIDA2011072101T"));
  EXPECT_EQ(parse_dpid("PADPIDA2011072101U")->check_digit_ok, false);
  for (const char* text : {"", "PADPIDB2011072101T", "PADPIDA201107210T", "DPID"}) {
    EXPECT_FALSE(parse_dpid(text)) << text;
  }
}

TEST(Isni, ChecksMod112) {
  EXPECT_EQ(parse_isni("0000 0001 2103 2683"), (CheckedId{"0000000121032683", true}));
  EXPECT_EQ(parse_isni("000000012150090X")->check_digit_ok, true);
  EXPECT_EQ(parse_isni("0000000121032684")->check_digit_ok, false);
  for (const char* text : {"", "000000012103268", "00000001210326X3", "000000012103268A"}) {
    EXPECT_FALSE(parse_isni(text)) << text;
  }
}

TEST(Iswc, ChecksItsDigit) {
  EXPECT_EQ(parse_iswc("T-034.524.680-1"), (CheckedId{"T0345246801", true}));
  EXPECT_EQ(parse_iswc("T0345246802")->check_digit_ok, false);
  for (const char* text : {"", "T034524680", "X0345246801", "T03452468011", "T034524680A"}) {
    EXPECT_FALSE(parse_iswc(text)) << text;
  }
}

// Computed by hand from the rule: 9+2*8... of 000000001 is 2, so the check is 99.
TEST(IpiName, ChecksItsDigits) {
  EXPECT_EQ(parse_ipi_name("00000000199"), (CheckedId{"00000000199", true}));
  EXPECT_EQ(parse_ipi_name("00000000198")->check_digit_ok, false);
  EXPECT_EQ(parse_ipi_name("00000000000")->check_digit_ok, true);
  for (const char* text : {"", "0000000019", "000000001990", "0000000019X"}) {
    EXPECT_FALSE(parse_ipi_name(text)) << text;
  }
}

RC_GTEST_PROP(Identifiers, RubbishNeverCrashes, (const std::string& text)) {
  (void)Isrc::parse(text);
  (void)parse_icpn(text);
  (void)parse_grid("A1" + text);
  (void)parse_dpid("PADPIDA" + text);
  (void)parse_isni(text);
  (void)parse_iswc("T" + text);
  (void)parse_ipi_name(text);
}

// A check digit exists so that one wrong digit is seen.
RC_GTEST_PROP(Identifiers, OneWrongDigitIsSeen, ()) {
  const size_t at = *rc::gen::inRange<size_t>(2, 18);
  std::string text = "A12425GABC1234002M";
  const char c = *rc::gen::elementOf(std::string("0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ"));
  RC_PRE(text[at] != c);
  text[at] = c;
  RC_ASSERT(parse_grid(text)->check_digit_ok == false);
}

RC_GTEST_PROP(Isrc, ReadsWhatItWrites, ()) {
  const auto letter = rc::gen::inRange('A', static_cast<char>('Z' + 1));
  std::string text = *rc::gen::container<std::string>(5, letter);
  text += *rc::gen::container<std::string>(7, rc::gen::inRange('0', static_cast<char>('9' + 1)));
  const auto isrc = Isrc::parse(text);
  RC_ASSERT(isrc.has_value());
  RC_ASSERT(isrc->view() == text);
  RC_ASSERT(Isrc::parse(text.substr(0, 2) + '-' + text.substr(2)) == isrc);
}

}  // namespace
}  // namespace umikoe
