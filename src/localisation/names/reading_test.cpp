#include "localisation/names/reading.h"

#include <gtest/gtest.h>

#include "localisation/names/number_reading.h"
#include "localisation/names/read_name.h"
#include "localisation/names/reading_tables.h"

namespace umikoe::localisation {
namespace {

Morpheme noun(std::string surface, std::string kana) {
  return {
      std::move(surface), WordClass::noun, WordDetail::none, std::move(kana), "", "", false, true};
}

std::string read(std::vector<Morpheme> morphemes) {
  return read_path({std::move(morphemes), 0}).kana();
}

TEST(Reading, ListedWordsReplaceWholeMorphemes) {
  EXPECT_EQ(read({noun("千", "セン"), noun("本", "ホン"), noun("桜", "サクラ")}), "センボンザクラ");
  // 日本人 is listed, but 日本|人形 is not cut there.
  EXPECT_EQ(read({noun("日本", "ニッポン"), noun("人形", "ニンギョウ")}), "ニホンニンギョウ");
}

TEST(Reading, ALoneListedKanjiIsReadOnlyAlone) {
  EXPECT_EQ(read({noun("紅", "ベニ")}), "クレナイ");
  EXPECT_EQ(read({noun("紅", "コウ"), noun("白", "ハク")}), "コウハク");
  Morpheme gap = noun("白", "ハク");
  gap.after_gap = true;
  EXPECT_EQ(read({noun("紅", "コウ"), gap}), "クレナイシロ");
}

TEST(Reading, MarksRepeat) {
  EXPECT_EQ(read({noun("七", "ナナ"), noun("々", "々")}), "ナナナナ");
  EXPECT_EQ(read({noun("こゞと", "こゞと")}), "コゴト");
  EXPECT_EQ(read({noun("いすゞ", "いすゞ")}), "イスズ");
  EXPECT_EQ(read({noun("々", "々")}), "");  // repeats nothing
}

TEST(Reading, KanaAreReadAsTheyStand) {
  EXPECT_EQ(read({noun("ハイキュー", "ハイキュウ")}), "ハイキュー");
  EXPECT_EQ(read({noun("らーめん", "ラアメン")}), "ラーメン");
  EXPECT_EQ(read({noun("一", "イッ"), noun("ヶ月", "カゲツ")}), "イッカゲツ");
}

TEST(Reading, HistoricalKanaAndSigns) {
  EXPECT_EQ(read({noun("てゐ", "てゐ")}), "テイ");
  EXPECT_EQ(read({noun("恋", "コイ"), noun("☆", "☆"), noun("×", "カケル")}), "コイ");
}

TEST(Reading, KanjiNoDictionaryKnowsAreReadAsSinoJapanese) {
  Morpheme unknown = noun("烙桜", "烙桜");
  unknown.known = false;
  EXPECT_EQ(read({unknown}), "ラクオウ");
}

TEST(Reading, PreparedNamesUseUsualForms) {
  EXPECT_EQ(prepared_name("戀の聲"), "恋の声");
  EXPECT_EQ(prepared_name("ＡＢＣｱｲ"), "ABCアイ");
}

TEST(Numbers, AreReadAsPeopleCount) {
  EXPECT_EQ(number_in_kana(0), "ゼロ");
  EXPECT_EQ(number_in_kana(135), "ヒャクサンジュウゴ");
  EXPECT_EQ(number_in_kana(300), "サンビャク");
  EXPECT_EQ(number_in_kana(10000), "イチマン");
  EXPECT_EQ(number_in_kana(1000), "セン");
  EXPECT_EQ(number_in_kana(11000000), "イッセンヒャクマン");
  EXPECT_EQ(number_in_kana(100000000), "イチオク");
  EXPECT_EQ(number_in_kana(1000000000000), "イッチョウ");
}

TEST(Numbers, ChangeTheirCounters) {
  const auto with = [](std::string number, std::string counter, std::string kana) {
    return read({noun(number, number), noun(counter, kana)});
  };
  EXPECT_EQ(with("1", "本", "ホン"), "イッポン");
  EXPECT_EQ(with("3", "本", "ホン"), "サンボン");
  EXPECT_EQ(with("2", "本", "ホン"), "ニホン");
  EXPECT_EQ(with("6", "匹", "ヒキ"), "ロッピキ");
  EXPECT_EQ(with("3", "分", "フン"), "サンプン");
  EXPECT_EQ(with("10", "回", "カイ"), "ジュッカイ");
  EXPECT_EQ(with("1", "日", "ヒ"), "ツイタチ");
  EXPECT_EQ(with("2", "人", "ニン"), "フタリ");
  EXPECT_EQ(with("20", "歳", "サイ"), "ハタチ");
  EXPECT_EQ(with("22", "歳", "サイ"), "ニジュウニサイ");
  EXPECT_EQ(read({noun("3", "3"), noun("月", "ツキ"), noun("9", "9"), noun("日", "ヒ")}),
            "サンガツココノカ");
}

TEST(Numbers, StayAmongLatinWords) {
  EXPECT_EQ(read({noun("ROUTE", "ROUTE"), noun("66", "66")}), "ROUTE66");
  EXPECT_EQ(read({noun("2024", "2024")}), "2024");
  EXPECT_EQ(read({noun("007", "007"), noun("号", "ゴウ")}), "007ゴウ");
}

TEST(ReadName, KanaAloneAreSureAndOthersNot) {
  const MorphemePath kana{{noun("はな", "ハナ")}, 100};
  const NameReading sure = read_name(std::vector{kana}, 5);
  ASSERT_EQ(sure.candidates.size(), 1u);
  EXPECT_TRUE(sure.sure());
  const MorphemePath first{{noun("鏑", "カブラ"), noun("窯", "ヨウ"), noun("界", "カイ")}, 100};
  const MorphemePath second{{noun("鏑", "テキ"), noun("窯", "ヨウ"), noun("界", "カイ")}, 150};
  const NameReading doubtful = read_name(std::vector{first, second, first}, 5);
  EXPECT_FALSE(doubtful.sure());
  ASSERT_GE(doubtful.candidates.size(), 2u);
  EXPECT_EQ(doubtful.candidates[0].kana, "カブラヨウカイ");
  double sum = 0;
  for (const auto& candidate : doubtful.candidates) sum += candidate.confidence;
  EXPECT_LE(sum, 1.0);
  EXPECT_GT(doubtful.candidates[0].confidence, doubtful.candidates[1].confidence);
}

TEST(ReadName, AListedPersonGoesFirst) {
  const MorphemePath path{{noun("遙", "ハル"), noun("香", "カオリ")}, 100};
  NameReading name = read_name(std::vector{path}, 5);
  put_listed_first(name, "遙香", "ハルカ");
  EXPECT_EQ(name.candidates.front().kana, "ハルカ");
  EXPECT_GE(name.candidates.front().confidence, listed_confidence);
  double sum = 0;
  for (const auto& candidate : name.candidates) sum += candidate.confidence;
  EXPECT_LE(sum, 1.0001);
  EXPECT_EQ(person_reading("宇多田ヒカル"), "ウタダヒカル");
}

TEST(ReadName, NothingStaysNothing) { EXPECT_TRUE(read_name({}, 5).candidates.empty()); }

TEST(OtherReadings, OfferCoinedAndVoicedForms) {
  const Reading reading = read_path({{noun("迷", "マヨイ"), noun("星", "ホシ")}, 0});
  bool coined = false;
  bool voiced = false;
  for (const Reading& other : other_readings(reading)) {
    EXPECT_NE(other.kana(), reading.kana());
    EXPECT_FALSE(other.from_engine);
    coined = coined || other.kana() == "メイセイ";
    voiced = voiced || other.kana() == "マヨイボシ";
  }
  EXPECT_TRUE(coined);
  EXPECT_TRUE(voiced);
}

}  // namespace
}  // namespace umikoe::localisation
