#include "http/message.h"

#include <gtest/gtest.h>

#include "http/gzip.h"

namespace umikoe::http {
namespace {

using messages::Language;

Language language_for(const std::string& lang, const std::string& accepted) {
  Request request;
  request.accept_language = accepted;
  return language_of(lang.empty() ? Query{} : Query{{{"lang", lang}}}, request);
}

TEST(Language, TheAddressOverrulesTheBrowser) {
  EXPECT_EQ(language_for("", ""), Language::en);
  EXPECT_EQ(language_for("", "ja-JP,ja;q=0.9,en;q=0.8"), Language::ja);
  EXPECT_EQ(language_for("", "fr, en-GB;q=0.7, ja;q=0.5"), Language::en);
  EXPECT_EQ(language_for("", "fr,de"), Language::en);
  EXPECT_EQ(language_for("en", "ja"), Language::en);
  EXPECT_EQ(language_for("ja", "en"), Language::ja);
}

TEST(Encoding, GzipOnlyWhereItIsAccepted) {
  EXPECT_TRUE(accepts_gzip("gzip"));
  EXPECT_TRUE(accepts_gzip("br, gzip;q=0.5"));
  EXPECT_TRUE(accepts_gzip("*"));
  EXPECT_FALSE(accepts_gzip(""));
  EXPECT_FALSE(accepts_gzip("identity"));
  EXPECT_FALSE(accepts_gzip("gzip;q=0, br"));
  EXPECT_FALSE(accepts_gzip("xgzip"));
}

TEST(Gzip, RoundTrip) {
  std::string text;
  for (int i = 0; i < 40000; ++i) text += "行" + std::to_string(i);
  EXPECT_EQ(gunzip(gzip(text)), text);
  EXPECT_EQ(gunzip(gzip("")), "");
  EXPECT_EQ(gzip(text), gzip(text));
  EXPECT_LT(gzip(text).size(), text.size() / 2);
}

TEST(Gzip, OtherBytesAreNotText) {
  EXPECT_EQ(gunzip("not gzip"), std::nullopt);
  EXPECT_EQ(gunzip(gzip("cut short").substr(0, 12)), std::nullopt);
}

}  // namespace
}  // namespace umikoe::http
