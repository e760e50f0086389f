#include "formats/returns/return_file.h"

#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>

#include "base/limits.h"

namespace umikoe::formats::returns {
namespace {

constexpr std::string_view good = R"({
 "umikoe_return": 1, "contributor": "Umi Label", "period": "2024-H1", "counted_on": "2024-06-10",
 "approved_by": "Aoki", "approved_on": "2024-07-02", "recordings": 3,
 "territories": [
  {"territory":"BR","open":1,"unknown":0,"heard_without_permission":0,"held_back":1,
   "closed":{"no_rights":1},"yen":null},
  {"territory":"FR","open":3,"unknown":0,"heard_without_permission":0,"held_back":0,
   "closed":{},"yen":-120}]})";

std::string with(std::string_view from, std::string_view to) {
  std::string text(good);
  const size_t at = text.find(from);
  EXPECT_NE(at, std::string::npos) << from;
  return text.replace(at, from.size(), to);
}

TEST(ReturnFile, ReadsWhatItWrites) {
  const auto file = parse_return(good);
  ASSERT_TRUE(file) << file.error().code;
  EXPECT_EQ(file->lines[0].closed.at(rights::Reason::no_rights), 1);
  EXPECT_EQ(file->lines[0].yen, std::nullopt);
  EXPECT_EQ(file->lines[1].yen, -120);
  EXPECT_EQ(parse_return(write_return(*file)).value(), *file);
  EXPECT_EQ(parse_return("\xEF\xBB\xBF" + std::string(good)).value(), *file);
}

TEST(ReturnFile, RefusesWhatItDoesNotKnow) {
  const auto refused = [](const std::string& text) {
    const auto file = parse_return(text);
    return file ? std::string("accepted") : file.error().code;
  };
  EXPECT_EQ(refused("no json"), "return_not_json");
  EXPECT_EQ(refused("[]"), "return_not_json");
  EXPECT_EQ(refused(std::string(20'000, '[')), "return_not_json");
  EXPECT_EQ(refused(with("\"recordings\": 3", "\"recordings\": 3, \"recordings\": 3")),
            "return_not_json")
      << "a key that stands twice";
  EXPECT_EQ(refused(with("\"open\":1,", "\"open\":1,\"title\":\"x\",")), "return_key_unknown");
  EXPECT_EQ(refused(with("\"no_rights\":1", "\"Contract 12\":1")), "return_key_unknown");
  EXPECT_EQ(refused(with("\"approved_by\": \"Aoki\",", "")), "return_key_missing");
  EXPECT_EQ(refused(with("\"Aoki\"", "\"\"")), "return_value_bad");
  EXPECT_EQ(refused(with("2024-H1", "2024-H3")), "return_value_bad");
  EXPECT_EQ(refused(with("2024-06-10", "2024-07-10")), "return_value_bad") << "not in the period";
  EXPECT_EQ(refused(with("\"FR\"", "\"BR\"")), "return_value_bad") << "a territory twice";
  EXPECT_EQ(refused(with("\"FR\"", "\"ZZ\"")), "return_value_bad");
  EXPECT_EQ(refused(with("\"open\":1", "\"open\":-1")), "return_value_bad");
  EXPECT_EQ(refused(with("\"open\":1", "\"open\":1.0")), "return_value_bad");
  EXPECT_EQ(refused(with("\"open\":1", "\"open\":99999999999999999999")), "return_value_bad");
  EXPECT_EQ(refused(with("\"open\":1", "\"open\":2")), "return_does_not_add_up");
  EXPECT_EQ(refused(with("\"umikoe_return\": 1", "\"umikoe_return\": 2")),
            "return_version_unknown");
}

TEST(ReturnFile, StopsReadingAtTheLimit) {
  std::string large(good);
  large.append(static_cast<size_t>(limits::return_file_bytes.value), ' ');
  const auto file = read_return(from_memory(large));
  ASSERT_FALSE(file);
  EXPECT_EQ(file.error().code, "limit_exceeded");
}

TEST(ReturnPeriod, IsAHalfAQuarterOrAMonth) {
  const auto days = [](std::string_view name) {
    const auto period = parse_return_period(name);
    return period ? period->start.to_string() + " " + period->end.to_string() : std::string();
  };
  EXPECT_EQ(days("2024-H1"), "2024-01-01 2024-07-01");
  EXPECT_EQ(days("2024-H2"), "2024-07-01 2025-01-01");
  EXPECT_EQ(days("2024-Q4"), "2024-10-01 2025-01-01");
  EXPECT_EQ(days("2024-02"), "2024-02-01 2024-03-01");
  EXPECT_EQ(days("2024-12"), "2024-12-01 2025-01-01");
  for (const char* wrong : {"", "2024", "2024-13", "2024-00", "2024-H3", "2024-Q0", "2024-Q5",
                            "2024-h1", "24-H1", "2024-+1", "2024-H1 "}) {
    EXPECT_EQ(days(wrong), "") << wrong;
  }
}

}  // namespace
}  // namespace umikoe::formats::returns
