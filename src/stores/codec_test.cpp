#include "stores/codec.h"

#include <gtest/gtest.h>

#include "stores/sample_deliveries.h"

namespace umikoe::stores {
namespace {

template <class T>
void expect_round_trip(const T& value) {
  const std::string body = encode(value);
  const auto back = decode<T>(body);
  ASSERT_TRUE(back) << back.error().arguments.at(0).second;
  EXPECT_EQ(*back, value) << body;
}

TEST(Codec, ReadsWhatItWrites) {
  const auto contents = sample::contents({1, 2});
  for (const auto& party : contents.parties) expect_round_trip(party);
  for (const auto& recording : contents.recordings) expect_round_trip(recording);
  for (const auto& image : contents.images) expect_round_trip(image);
  for (const auto& release : contents.releases) expect_round_trip(release);
  for (const auto& deal : sample::statement({"1"}, {1}).deals) expect_round_trip(deal);
  for (const auto& licence : sample::delivery(3).content.licences) expect_round_trip(licence);
  for (const auto& party : sample::delivery(3).content.parties) expect_round_trip(party);
  for (const auto& video : sample::delivery(3).content.videos) expect_round_trip(video);
  for (const auto& asset : sample::delivery(3).content.assets) expect_round_trip(asset);
  for (const auto& date : sample::delivery(3).content.appearances) expect_round_trip(date);
  EXPECT_FALSE(decode<demand::Appearance>("{\"territory\":\"XX\"}"));
  expect_round_trip(rights::Licence{});
  expect_round_trip(StatementBody{});
}

// Absent is not false, and not zero.
TEST(Codec, TellsAbsentFromEmpty) {
  catalogue::Recording r;
  r.is_instrumental = false;
  r.duration_ms = 0;
  expect_round_trip(r);
  rights::Deal d;
  d.territory = rights::TerritoryScope{};
  d.periods = {{}};
  expect_round_trip(d);
}

TEST(Codec, LeavesDefaultsOut) {
  EXPECT_EQ(encode(catalogue::Recording{}), "{}");
  EXPECT_EQ(decode<catalogue::Recording>("{\"later_field\":[1]}").value(), catalogue::Recording{});
}

// Quotes, control characters and bytes that are no UTF-8 become what JSON has for them.
TEST(Codec, WritesEveryTextAsJsonDoes) {
  const auto body_of = [](std::string text) {
    return encode(catalogue::Image{.reference = std::move(text), .type = "t"});
  };
  EXPECT_EQ(body_of("夜 & day"), "{\"reference\":\"夜 & day\",\"type\":\"t\"}");
  EXPECT_EQ(body_of("a\"b\\c\n\x01/"), "{\"reference\":\"a\\\"b\\\\c\\n\\u0001/\",\"type\":\"t\"}");
  EXPECT_EQ(body_of("\x7f"), "{\"reference\":\"\x7f\",\"type\":\"t\"}");
  EXPECT_EQ(body_of("a\xff"), "{\"reference\":\"a\xef\xbf\xbd\",\"type\":\"t\"}");
  for (int c = 0; c < 128; ++c) {
    expect_round_trip(catalogue::Image{.reference = std::string(1, static_cast<char>(c))});
  }
}

TEST(Codec, RefusesWhatItNeverWrites) {
  for (const char* body : {"", "{", "[]", "3", "null", "{\"credits\":{}}", "{\"titles\":[3]}",
                           "{\"isrc\":\"JP\"}", "{\"isrc\":5}", "{\"duration_ms\":\"x\"}"}) {
    const auto decoded = decode<catalogue::Recording>(body);
    ASSERT_FALSE(decoded) << body;
    EXPECT_EQ(decoded.error().code, "world_broken");
  }
}

}  // namespace
}  // namespace umikoe::stores
