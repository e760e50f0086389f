#include "engines/mecab_engine.h"

#include <gtest/gtest.h>

#include <set>

#include "engines/mecab_features.h"
#include "localisation/names/read_name.h"
#include "localisation/names/romanise.h"

namespace umikoe::engines {
namespace {

std::string reading_of(app::MorphologicalEngine& engine, std::string_view name) {
  const auto paths = engine.analyse(localisation::prepared_name(name), 1);
  if (!paths || paths->empty()) return {};
  return localisation::read_path(paths->front()).kana();
}

TEST(Mecab, ReadsNamesWithIpadicAndOurWords) {
  auto engine = open_mecab(Dictionary::ipadic);
  ASSERT_TRUE(engine) << engine.error().code;
  EXPECT_EQ(reading_of(**engine, "千本桜"), "センボンザクラ");
  EXPECT_EQ(reading_of(**engine, "夜に駆ける"), "ヨルニカケル");
  EXPECT_EQ(reading_of(**engine, "お母さん"), "オカアサン");
  EXPECT_EQ(reading_of(**engine, "3月9日"), "サンガツココノカ");
  EXPECT_EQ(reading_of(**engine, "食戟"), "ショクゲキ");  // from our words: ipadic has no 戟
  EXPECT_EQ(reading_of(**engine, ""), "");
  EXPECT_TRUE((*engine)->name().contains("ipadic"));
}

TEST(Mecab, RomanisesWholeTitles) {
  auto engine = open_mecab(Dictionary::ipadic);
  ASSERT_TRUE(engine);
  const auto romanised = [&](std::string_view name, localisation::Scheme scheme) {
    const auto paths = (*engine)->analyse(localisation::prepared_name(name), 1);
    return localisation::romanised(localisation::read_path(paths->front()), scheme);
  };
  using localisation::Scheme;
  EXPECT_EQ(romanised("夜に駆ける", Scheme::hepburn), "Yoru ni Kakeru");
  EXPECT_EQ(romanised("東京の空", Scheme::hepburn), "Tōkyō no Sora");
  EXPECT_EQ(romanised("東京の空", Scheme::wapuro), "Toukyou no Sora");
  EXPECT_EQ(romanised("僕は君を思う", Scheme::hepburn), "Boku wa Kimi o Omou");
  EXPECT_EQ(romanised("僕は君を思う", Scheme::wapuro), "Boku wa Kimi wo Omou");
}

TEST(Mecab, GivesSeveralCutsTheCheapestFirst) {
  auto engine = open_mecab(Dictionary::ipadic);
  ASSERT_TRUE(engine);
  const auto paths = (*engine)->analyse("月の明かり", 10);
  ASSERT_TRUE(paths);
  ASSERT_GT(paths->size(), 1u);
  for (size_t i = 1; i < paths->size(); ++i) EXPECT_LE((*paths)[i - 1].cost, (*paths)[i].cost);
  for (const auto& path : *paths) {
    std::string text;
    for (const auto& morpheme : path.morphemes) text += morpheme.surface;
    EXPECT_EQ(text, "月の明かり");
  }
}

TEST(Mecab, RefusesWhatItCannotDo) {
  const auto missing = open_mecab(Dictionary::unidic, "/nowhere");
  ASSERT_FALSE(missing);
  EXPECT_EQ(missing.error().code, "dictionary_missing");
  auto engine = open_mecab(Dictionary::ipadic);
  ASSERT_TRUE(engine);
  const auto long_text = (*engine)->analyse(std::string(100'000, 'a'), 1);
  ASSERT_FALSE(long_text);
  EXPECT_EQ(long_text.error().code, "text_too_long");
  // Control characters and broken bytes are no reason to fail.
  EXPECT_TRUE((*engine)->analyse(std::string_view("a\0b\x01\xff", 5), 3));
}

TEST(Features, AreCutWithQuotationMarks) {
  const FeatureFields fields = feature_fields("a,\"b,c\",,\"\",d");
  ASSERT_EQ(fields.count, 5u);
  EXPECT_EQ(fields[1], "b,c");
  EXPECT_EQ(fields[2], "");
  EXPECT_EQ(fields[3], "");
  EXPECT_EQ(fields[4], "d");
  EXPECT_EQ(fields[9], "");
}

TEST(Features, MapBothDictionaries) {
  using localisation::WordClass;
  const auto verb =
      ipadic_morpheme("行っ", "動詞,自立,*,*,五段・カ行促音便,連用タ接続,行く,イッ,イッ");
  EXPECT_EQ(verb.word_class, WordClass::verb);
  EXPECT_EQ(verb.kana, "イッ");
  EXPECT_TRUE(verb.known);
  const auto unknown = ipadic_morpheme("ぬるぽ", "名詞,一般,*,*,*,*,*");
  EXPECT_FALSE(unknown.known);
  EXPECT_EQ(unknown.kana, "ぬるぽ");
  const auto loan =
      unidic_morpheme("ミラクル",
                      "名詞,普通名詞,一般,,,,ミラクル,ミラクル-miracle,ミラクル,ミラクル,ミラクル,"
                      "ミラクル,外,\"\",\"\",\"\",\"\","
                      "\"\",\"\",体,ミラクル,ミラクル,ミラクル,ミラクル,\"1\",\"C1\",\"\",1,2");
  EXPECT_EQ(loan.foreign, "miracle");
  EXPECT_EQ(loan.kana, "ミラクル");
}

}  // namespace
}  // namespace umikoe::engines
