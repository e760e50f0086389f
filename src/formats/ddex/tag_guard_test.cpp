#include "formats/ddex/tag_guard.h"

#include <gtest/gtest.h>

#include <string>

#include "formats/ddex/ern_test_message.h"

namespace umikoe::formats::ddex {
namespace {

std::string attributes(int count, std::string_view value = "") {
  std::string text;
  for (int i = 0; i < count; ++i) {
    text += " a" + std::to_string(i) + " = \"" + std::string(value) + "\"";
  }
  return text;
}

bool admits(const std::string& bytes, size_t piece) {
  TagGuard guard;
  for (size_t at = 0; at < bytes.size(); at += piece) {
    if (!guard.admits(std::string_view(bytes).substr(at, piece))) return false;
  }
  return true;
}

std::string wide(std::string_view ascii, bool little) {
  std::string bytes = little ? "\xff\xfe" : "\xfe\xff";
  for (const char c : ascii) bytes += little ? std::string{c, '\0'} : std::string{'\0', c};
  return bytes;
}

TEST(TagGuard, StopsATagOfThousandsOfAttributesInEveryEncoding) {
  const std::string tag = "<x" + attributes(2000, "a > b") + "/>";
  for (const size_t piece : {size_t{4}, size_t{7}, size_t{100'000}}) {
    EXPECT_FALSE(admits(tag, piece));
    EXPECT_FALSE(admits(wide(tag, true), piece));
    EXPECT_FALSE(admits(wide(tag, false), piece));
  }
}

TEST(TagGuard, LetsManyTagsAndLongTextsThrough) {
  std::string text = "<?xml version=\"1.0\"?><!-- <x" + attributes(100) + " -->";
  for (int i = 0; i < 2000; ++i) text += "<x" + attributes(2) + ">a=\"b\" 1 < 2 = 3</x>";
  EXPECT_TRUE(admits(text, 64));
  EXPECT_TRUE(admits(wide(text, true), 64));
  EXPECT_TRUE(admits("", 1));
}

TEST(TagGuard, IsInTheReadersWay) {
  TestMessage written;
  written.releases = album("<x" + attributes(200'000) + "/>");
  const auto message = read_text(written.xml());
  ASSERT_FALSE(message);
  EXPECT_EQ(message.error().code, "limit_exceeded");
  EXPECT_EQ(message.error().arguments.at(0).second, "xml_attributes");
}

TEST(Encodings, OnlyThoseThatKeepTheirAsciiAreRead) {
  const auto declared = [](std::string_view encoding) {
    return "<?xml version=\"1.0\" encoding=\"" + std::string(encoding) +
           "\"?><e:PurgeReleaseMessage xmlns:e=\"http://ddex.net/xml/ern/43\">" +
           TestMessage().header() +
           "<PurgedRelease><ReleaseId><ICPN>4900000000016</ICPN></ReleaseId></PurgedRelease>"
           "</e:PurgeReleaseMessage>";
  };
  for (const char* encoding : {"UTF-8", "utf-8", "ISO-8859-1", "Shift_JIS", "EUC-JP", "US-ASCII"}) {
    EXPECT_TRUE(read_text(declared(encoding))) << encoding;
  }
  for (const char* encoding : {"UTF-7", "ISO-2022-JP", "EBCDIC-US"}) {
    const auto message = read_text(declared(encoding));
    ASSERT_FALSE(message) << encoding;
  }
  EXPECT_EQ(read_text(declared("ISO-2022-JP")).error().code, "encoding_unavailable");
  EXPECT_EQ(read_text(std::string("\0\0\0<\0\0\0e", 8)).error().code, "encoding_unavailable");
}

}  // namespace
}  // namespace umikoe::formats::ddex
