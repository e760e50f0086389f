#include "localisation/names/kana.h"

#include <gtest/gtest.h>

namespace umikoe::localisation {
namespace {

TEST(Kana, FoldsBothWays) {
  EXPECT_EQ(to_katakana("ひらがなとゝ漢字A"), "ヒラガナトヽ漢字A");
  EXPECT_EQ(to_hiragana("カタカナー"), "かたかなー");
  EXPECT_EQ(with_present_kana("ヰスキヱ"), "イスキエ");
}

TEST(Kana, TellsScriptsApart) {
  EXPECT_TRUE(all_kanji("千々"));
  EXPECT_FALSE(all_kanji("千の"));
  EXPECT_TRUE(all_hiragana("らーめん"));
  EXPECT_TRUE(all_katakana("ラーメン"));
  EXPECT_TRUE(is_reading("センボンザクラ"));
  EXPECT_FALSE(is_reading("センボン桜"));
  EXPECT_FALSE(is_reading(""));
  EXPECT_TRUE(any_kanji("恋する"));
}

TEST(Kana, SignsAreSilent) {
  for (const char32_t c : {U'★', U'・', U'、', U'×', U'♡', U'〜', U' ', U'!', U'😀'}) {
    EXPECT_FALSE(is_spoken(c)) << static_cast<unsigned>(c);
  }
  for (const char32_t c : {U'あ', U'ア', U'ー', U'漢', U'々', U'a', U'7', U'é', U'α'}) {
    EXPECT_TRUE(is_spoken(c)) << static_cast<unsigned>(c);
  }
}

TEST(Kana, CutsMorae) {
  std::string latin;
  for (const Mora& mora : morae("シャッツヴァンドゥー")) latin += std::string(mora.latin) + " ";
  EXPECT_EQ(latin, "sha q tsu va n du - ");
  EXPECT_FALSE(morae("A").front().is_kana);
}

}  // namespace
}  // namespace umikoe::localisation
