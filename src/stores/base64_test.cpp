#include "stores/base64.h"

#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>

namespace umikoe::stores {
namespace {

// The vectors of RFC 4648, section 10.
TEST(Base64, WritesTheVectorsOfItsStandard) {
  EXPECT_EQ(base64_of(""), "");
  EXPECT_EQ(base64_of("f"), "Zg==");
  EXPECT_EQ(base64_of("fo"), "Zm8=");
  EXPECT_EQ(base64_of("foobar"), "Zm9vYmFy");
}

TEST(Base64, RefusesWhatItDoesNotWrite) {
  for (const char* text : {"Z", "Zg=", "Zh==", "Zm9=", "====", "Zg==Zg==", "Zm 8", "Zm-_"}) {
    EXPECT_FALSE(bytes_of_base64(text)) << text;
  }
}

RC_GTEST_PROP(Base64, GivesBackAnyBytes, (const std::vector<char>& given)) {
  const std::string bytes(given.begin(), given.end());
  RC_ASSERT(bytes_of_base64(base64_of(bytes)) == bytes);
}

}  // namespace
}  // namespace umikoe::stores
