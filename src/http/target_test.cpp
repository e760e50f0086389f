#include "http/target.h"

#include <gtest/gtest.h>

#include "base/limits.h"

namespace umikoe::http {
namespace {

std::string code_of(std::string_view written) {
  const auto target = parse_target(written);
  return target ? "" : target.error().code;
}

TEST(Target, ReadsPathAndParameters) {
  const auto target = parse_target("/why?isrc=JPZ9D2300029&territory=BR&q=%E6%98%9F+%2B&empty=");
  ASSERT_TRUE(target);
  EXPECT_EQ(target->path, "/why");
  EXPECT_EQ(target->query.value("territory"), "BR");
  EXPECT_EQ(target->query.value("q"), "星 +");
  EXPECT_EQ(target->query.value("empty"), "");
  EXPECT_EQ(target->query.value("absent"), "");
}

TEST(Target, RefusesWhatCannotBeRead) {
  for (const char* written :
       {"", "why", "http://example.com/", "/%", "/%4", "/%zz", "/a%00b", "/a%0d%0ab", "/\x01", "/%ff",
        "/a#b", "/?q=%f0%9f", "/?a%0a=1"}) {
    EXPECT_EQ(code_of(written), "target_invalid") << written;
  }
}

TEST(Target, RefusesTheSameParameterTwice) {
  EXPECT_EQ(code_of("/?a=1&a=2"), "parameter_repeated");
  EXPECT_EQ(code_of("/?a=1&%61=2"), "parameter_repeated");
}

TEST(Target, HasLimits) {
  EXPECT_EQ(code_of("/" + std::string(limits::http_target_bytes.value, 'a')), "target_too_long");
  std::string many = "/?";
  for (int64_t i = 0; i <= limits::http_query_parameters.value; ++i) {
    many += "p" + std::to_string(i) + "=1&";
  }
  EXPECT_EQ(code_of(many), "target_invalid");
}

TEST(Host, OnlyThisMachine) {
  for (const char* host :
       {"localhost", "localhost:8787", "127.0.0.1:1", "127.0.0.1", "[::1]:8787"}) {
    EXPECT_TRUE(is_local_host(host)) << host;
  }
  for (const char* host : {"", "example.com", "localhost.example.com", "127.0.0.1.example.com",
                           "localhost:", "localhost:80x", "localhost:123456", "127.0.0.2",
                           "evil@localhost", "LOCALHOST.evil"}) {
    EXPECT_FALSE(is_local_host(host)) << host;
  }
}

}  // namespace
}  // namespace umikoe::http
