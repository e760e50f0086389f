#include "localisation/names/romanise.h"

#include <gtest/gtest.h>

#include "localisation/names/foreign_words.h"
#include "localisation/names/latin_writer.h"

namespace umikoe::localisation {
namespace {

std::string spelt(std::string_view kana, Scheme scheme) {
  return latin_word({{kana, false, false}}, scheme);
}

TEST(Hepburn, FollowsTheRules) {
  EXPECT_EQ(spelt("トウキョウ", Scheme::hepburn), "tōkyō");
  EXPECT_EQ(spelt("シンブン", Scheme::hepburn), "shinbun");
  EXPECT_EQ(spelt("シンヤ", Scheme::hepburn), "shin'ya");
  EXPECT_EQ(spelt("キンエン", Scheme::hepburn), "kin'en");
  EXPECT_EQ(spelt("ハッチョウ", Scheme::hepburn), "hatchō");
  EXPECT_EQ(spelt("センセイ", Scheme::hepburn), "sensei");
  EXPECT_EQ(spelt("ニイガタ", Scheme::hepburn), "niigata");
  EXPECT_EQ(spelt("ラーメン", Scheme::hepburn), "rāmen");
  EXPECT_EQ(spelt("オオサカ", Scheme::hepburn), "ōsaka");
  EXPECT_EQ(spelt("ヲトメ", Scheme::hepburn), "otome");
}

TEST(Hepburn, VerbEndingsAndJoinsOfWordsAreNotLong) {
  EXPECT_EQ(latin_word({{"オモウ", true, false}}, Scheme::hepburn), "omou");
  EXPECT_EQ(latin_word({{"コ", false, false}, {"オドリ", false, false}}, Scheme::hepburn),
            "koodori");
}

TEST(Passport, FollowsTheRules) {
  EXPECT_EQ(spelt("ナンバ", Scheme::passport), "NAMBA");
  EXPECT_EQ(spelt("ホンマ", Scheme::passport), "HOMMA");
  EXPECT_EQ(spelt("ハッチョウ", Scheme::passport), "HATCHO");
  EXPECT_EQ(spelt("サイトウ", Scheme::passport), "SAITO");
  EXPECT_EQ(spelt("ユウコ", Scheme::passport), "YUKO");
  EXPECT_EQ(spelt("セノオ", Scheme::passport), "SENOO");
  EXPECT_EQ(spelt("ヨコオ", Scheme::passport), "YOKOO");
  EXPECT_EQ(spelt("オオノ", Scheme::passport), "ONO");
  EXPECT_EQ(spelt("シンイチ", Scheme::passport), "SHINICHI");
  EXPECT_EQ(spelt("ニイナ", Scheme::passport), "NIINA");
}

TEST(Wapuro, WritesAsTyped) {
  EXPECT_EQ(spelt("トウキョウ", Scheme::wapuro), "toukyou");
  EXPECT_EQ(spelt("ハッチョウ", Scheme::wapuro), "hacchou");
  EXPECT_EQ(spelt("ラーメン", Scheme::wapuro), "raamen");
  EXPECT_EQ(spelt("ヲ", Scheme::wapuro), "wo");
  EXPECT_EQ(spelt("シンヤ", Scheme::wapuro), "shinya");
}

Morpheme noun(std::string surface, std::string kana) {
  return {
      std::move(surface), WordClass::noun, WordDetail::none, std::move(kana), "", "", false, true};
}
Morpheme particle(std::string surface, std::string kana) {
  return {std::move(surface),
          WordClass::particle,
          WordDetail::none,
          std::move(kana),
          "",
          "",
          false,
          true};
}

TEST(Romanised, DividesWordsAndSaysParticles) {
  const Reading reading{
      {noun("猫", "ネコ"), particle("は", "ハ"), noun("空", "ソラ"), particle("へ", "ヘ")}};
  EXPECT_EQ(romanised(reading, Scheme::hepburn), "Neko wa Sora e");
  EXPECT_EQ(romanised(reading, Scheme::ala_lc), "Neko wa sora e");
}

TEST(Romanised, SignsDivideAndAreSilent) {
  Morpheme sign{"☆", WordClass::symbol, WordDetail::none, "", "", "", false, true};
  const Reading reading{{noun("恋", "コイ"), sign, noun("星", "ホシ")}};
  EXPECT_EQ(romanised(reading, Scheme::hepburn), "Koi Hoshi");
  EXPECT_EQ(romanised(Reading{}, Scheme::hepburn), "");
}

TEST(Romanised, KeepsLatinAndDigits) {
  const Reading reading{{noun("ABC", "ABC"), noun("2", "2")}};
  EXPECT_EQ(romanised(reading, Scheme::passport).substr(0, 3), "ABC");
}

TEST(ForeignWords, AreFoundInRunsOfKatakana) {
  EXPECT_EQ(foreign_spelling("ミラクル"), "miracle");
  EXPECT_EQ(foreign_spelling("ミラクルペイント"), "miracle paint");
  EXPECT_EQ(foreign_spelling("ンンン"), "");
  EXPECT_EQ(foreign_spelling(""), "");
  const Reading reading{{noun("ミラクルペイント", "ミラクルペイント")}};
  EXPECT_EQ(romanised_with_foreign_words(reading, Scheme::hepburn), "Miracle paint");
  // A kanji's reading is no borrowed word.
  const Reading kanji{{noun("菜戸", "サイト")}};
  EXPECT_EQ(romanised_with_foreign_words(kanji, Scheme::hepburn), "");
}

TEST(Scheme, WordsRoundTrip) {
  for (const char* name : {"hepburn", "ala-lc", "passport", "wapuro"}) {
    const auto scheme = parse_scheme(name);
    ASSERT_TRUE(scheme) << name;
    EXPECT_EQ(word(*scheme), name);
  }
  EXPECT_FALSE(parse_scheme("kunrei"));
}

}  // namespace
}  // namespace umikoe::localisation
