#include "base/unicode_text.h"

#include <gtest/gtest.h>

namespace umikoe {
namespace {

TEST(UnicodeText, FoldsWidthAndCase) {
  EXPECT_EQ(nfkc("ＡＢＣ１２３ｱｲｳﾞ"), "ABC123アイヴ");
  EXPECT_EQ(folded_text("ＹＯＡＳＯＢＩ Straße"), "yoasobi strasse");
  EXPECT_EQ(folded_text("㈱①"), "(株)1");
}

TEST(UnicodeText, DropsDiacriticsAndKeepsSoundMarks) {
  EXPECT_EQ(without_diacritics("Tōkyō café Ñ"), "Tokyo cafe N");
  EXPECT_EQ(without_diacritics("ガパ"), "ガパ");
}

TEST(UnicodeText, CutsUserPerceivedCharacters) {
  const std::string text = "か\u3099👨‍👩‍👧é\r\nx";
  const auto clusters = grapheme_clusters(text);
  ASSERT_EQ(clusters.size(), 5u);
  EXPECT_EQ(clusters[0], "か\u3099");
  EXPECT_EQ(clusters[1], "👨‍👩‍👧");
  EXPECT_EQ(clusters[3], "\r\n");
  EXPECT_TRUE(grapheme_clusters("").empty());
}

TEST(UnicodeText, MeasuresWidthInHalfUnits) {
  EXPECT_EQ(width_in_half_units("abc", AmbiguousWidth::narrow), 3);
  EXPECT_EQ(width_in_half_units("日本語", AmbiguousWidth::narrow), 6);
  EXPECT_EQ(width_in_half_units("ｱｲ", AmbiguousWidth::wide), 2);
  EXPECT_EQ(width_in_half_units("※", AmbiguousWidth::wide), 2);
  EXPECT_EQ(width_in_half_units("※", AmbiguousWidth::narrow), 1);
  EXPECT_EQ(width_in_half_units("か\u3099", AmbiguousWidth::wide), 2);
  EXPECT_EQ(width_in_half_units("\u200B", AmbiguousWidth::wide), 0);
}

TEST(UnicodeText, SurvivesInvalidBytes) {
  EXPECT_EQ(nfkc("a\xff"), "a\uFFFD");
  EXPECT_EQ(width_in_half_units("a\xff", AmbiguousWidth::narrow), 2);
}

}  // namespace
}  // namespace umikoe
