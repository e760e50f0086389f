#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>

#include "base/language_tag.h"
#include "base/result.h"
#include "base/sha256.h"
#include "base/utf8.h"

namespace umikoe {
namespace {

using enum LanguageTagState;

std::pair<std::string, LanguageTagState> tag(std::string_view written) {
  const auto parsed = parse_language_tag(written);
  return {parsed.tag.text, parsed.state};
}
using Tag = std::pair<std::string, LanguageTagState>;

TEST(LanguageTag, Good) {
  for (const char* text : {"ja", "ja-Jpan", "ja-Latn", "ja-Hrkt", "ja-Kana", "en-US", "zh-Hant-TW",
                           "es-419", "yue-Hant-HK", "zxx", "ja-Latn-hepburn", "ja-Latn-JP"}) {
    EXPECT_EQ(tag(text), (Tag{text, good})) << text;
  }
}

TEST(LanguageTag, NormalisesAndSaysSo) {
  EXPECT_EQ(tag("ja-hrkt"), (Tag{"ja-Hrkt", bad_case}));
  EXPECT_EQ(tag("JA"), (Tag{"ja", bad_case}));
  EXPECT_EQ(tag("en-us"), (Tag{"en-US", bad_case}));
  EXPECT_EQ(tag("en_US"), (Tag{"en-US", bad_separator}));
  EXPECT_EQ(tag("ja_JPAN"), (Tag{"ja-Jpan", bad_separator}));
}

TEST(LanguageTag, UnknownSubtags) {
  EXPECT_EQ(tag("ko-kor"), (Tag{"ko-kor", unknown_subtag}));
  EXPECT_EQ(tag("jpn"), (Tag{"jpn", unknown_subtag}));
  EXPECT_EQ(tag("xq"), (Tag{"xq", unknown_subtag}));
  EXPECT_EQ(tag("ja-Abcd"), (Tag{"ja-Abcd", unknown_subtag}));
  EXPECT_EQ(tag("en-UK"), (Tag{"en-UK", unknown_subtag}));
  EXPECT_EQ(tag("ja-x-romaji"), (Tag{"ja-x-romaji", unknown_subtag}));
}

TEST(LanguageTag, Malformed) {
  for (const char* text : {"", "j", "japanese1", "ja-", "-ja", "ja--JP", "ja JP", "ja-JP-Latn",
                           "ja-Latn-Jpan", "日本語", "ja-日本", "1a", "ja-123456789"}) {
    EXPECT_EQ(tag(text), (Tag{text, malformed})) << text;
  }
  EXPECT_EQ(tag(std::string(65, 'a')).second, malformed);
}

TEST(LanguageTag, Parts) {
  EXPECT_EQ(LanguageTag{"ja-Latn-JP"}.language(), "ja");
  EXPECT_EQ(LanguageTag{"ja-Latn-JP"}.script(), "Latn");
  EXPECT_EQ(LanguageTag{"ja-JP"}.script(), "");
  EXPECT_EQ(LanguageTag{"ja"}.script(), "");
  EXPECT_EQ(LanguageTag{}.language(), "");
  EXPECT_TRUE(LanguageTag{}.empty());
}

RC_GTEST_PROP(LanguageTag, NormalFormIsStable, (const std::string& text)) {
  const auto once = parse_language_tag("ja" + text);
  const auto twice = parse_language_tag(once.tag.text);
  RC_ASSERT(once.tag == twice.tag);
  if (once.state == bad_case || once.state == bad_separator) RC_ASSERT(twice.state == good);
}

TEST(Sha256, KnownAnswers) {
  EXPECT_EQ(sha256_hex(""), "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855");
  EXPECT_EQ(sha256_hex("abc"), "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad");
  EXPECT_EQ(sha256_hex(std::string(1'000'000, 'a')),
            "cdc76e5c9914fb9281a1c7e284d73e67f1809a48a497200e046d39ccc7112cd0");
}

RC_GTEST_PROP(Sha256, PiecesDoNotMatter, (const std::string& a, const std::string& b)) {
  Sha256 hash;
  hash.update(a);
  hash.update(b);
  RC_ASSERT(hash.finish_hex() == sha256_hex(a + b));
}

TEST(Utf8, FindsTheFirstInvalidByte) {
  constexpr size_t none = std::string_view::npos;
  EXPECT_EQ(first_invalid_utf8(""), none);
  EXPECT_EQ(first_invalid_utf8("海越え abc \xF0\xA9\xB8\xBD"), none);
  EXPECT_EQ(first_invalid_utf8("ab\xFF"), 2);
  EXPECT_EQ(first_invalid_utf8("\x80"), 0);
  EXPECT_EQ(first_invalid_utf8("a\xC0\xAF"), 1);         // overlong
  EXPECT_EQ(first_invalid_utf8("\xE0\x80\xAF"), 0);      // overlong
  EXPECT_EQ(first_invalid_utf8("\xED\xA0\x80"), 0);      // surrogate
  EXPECT_EQ(first_invalid_utf8("\xF4\x90\x80\x80"), 0);  // beyond U+10FFFF
  EXPECT_EQ(first_invalid_utf8("あ\xE3\x81"), 3);        // cut off
  EXPECT_EQ(first_invalid_utf8("\x83\x81\x83"), 0);      // CP932
}

// The three-byte forms of table 3-7 of the Unicode standard, with what stands beside them.
TEST(Utf8, ThreeBytesAreWhatTheTableSays) {
  const unsigned char seconds[] = {0x20, 0x7F, 0x80, 0x9F, 0xA0, 0xBF, 0xC0, 0xFF};
  const unsigned char thirds[] = {0x20, 0x7F, 0x80, 0xBF, 0xC0, 0xFF};
  for (int lead = 0xE0; lead <= 0xEF; ++lead) {
    for (const unsigned char second : seconds) {
      for (const unsigned char third : thirds) {
        const unsigned char least = lead == 0xE0 ? 0xA0 : 0x80;
        const unsigned char most = lead == 0xED ? 0x9F : 0xBF;
        const bool valid = second >= least && second <= most && third >= 0x80 && third <= 0xBF;
        const std::string text = {'a', static_cast<char>(lead), static_cast<char>(second),
                                  static_cast<char>(third), 'z'};
        EXPECT_EQ(first_invalid_utf8(text) == std::string_view::npos, valid) << lead << second;
      }
    }
  }
}

TEST(Utf8, CodePoints) {
  EXPECT_EQ(code_points("aあ"), (std::vector<char32_t>{'a', 0x3042}));
  EXPECT_EQ(code_points("a\xFF"), (std::vector<char32_t>{'a', 0xFFFD}));
  std::string text;
  append_utf8(text, 0xD800);
  append_utf8(text, 0x110000);
  EXPECT_EQ(text, "\uFFFD\uFFFD");
}

RC_GTEST_PROP(Utf8, WritesWhatItReads, ()) {
  const auto wanted = *rc::gen::container<std::vector<char32_t>>(rc::gen::oneOf(
      rc::gen::inRange<char32_t>(0, 0xD800), rc::gen::inRange<char32_t>(0xE000, 0x110000)));
  std::string text;
  for (const char32_t c : wanted) append_utf8(text, c);
  RC_ASSERT(first_invalid_utf8(text) == std::string_view::npos);
  RC_ASSERT(code_points(text) == wanted);
}

TEST(Utf8, Scripts) {
  EXPECT_TRUE(scripts_in("夜に駆ける").kanji);
  EXPECT_TRUE(scripts_in("夜に駆ける").kana);
  EXPECT_FALSE(scripts_in("夜に駆ける").latin);
  EXPECT_TRUE(scripts_in("ｶﾞ").kana);
  EXPECT_TRUE(scripts_in("사랑").hangul);
  EXPECT_TRUE(scripts_in("Beyoncé").latin);
  EXPECT_TRUE(scripts_in("ＡＢＣ").latin);
  const ScriptsInText none = scripts_in("123 ・「」！→♡ Жд");
  EXPECT_FALSE(none.kanji || none.kana || none.hangul || none.latin);
}

Result<int> half(int number) {
  if (number % 2 != 0) return fail("odd", {{"number", std::to_string(number)}});
  return number / 2;
}

Result<int> quarter(int number) {
  UMIKOE_TRY(const int once, half(number));
  UMIKOE_TRY(half(once));
  return once / 2;
}

TEST(Result, TryLeavesOnError) {
  EXPECT_EQ(quarter(8), 2);
  EXPECT_EQ(quarter(6).error().arguments[0].second, "3");
  EXPECT_EQ(quarter(5).error().code, "odd");
}

TEST(ResultDeathTest, AnAssertionNamesTheInvariant) {
  EXPECT_DEATH(UMIKOE_ASSERT(1 + 1 == 3), "broken invariant: 1 \\+ 1 == 3");
}

}  // namespace
}  // namespace umikoe
