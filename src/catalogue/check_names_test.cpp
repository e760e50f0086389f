#include "catalogue/check_names.h"

#include <gtest/gtest.h>

#include <map>

namespace umikoe::catalogue {
namespace {

NameForm form(const char* text, const char* language, std::optional<bool> is_default = {}) {
  NameForm f;
  f.text = text;
  f.language_as_written = language;
  f.language = parse_language_tag(language).tag;
  f.is_default = is_default;
  return f;
}

std::map<std::string, int> breaches(const std::vector<NameForm>& forms, bool title = true) {
  std::map<std::string, int> out;
  const Breach breach = [&](std::string_view rule, std::string) { ++out[std::string(rule)]; };
  title ? check_title(forms, breach) : check_artist_name(forms, breach);
  return out;
}

const std::vector<NameForm> good{
    form("星の音", "ja-Jpan", true), form("ほしのおと", "ja-Hrkt", false),
    form("Hoshi no Oto", "ja-Latn", false), form("Sound of Stars", "en", false)};

TEST(CheckNames, AcceptACompleteTitle) { EXPECT_TRUE(breaches(good).empty()); }

TEST(CheckNames, AskForALatinFormAndAReading) {
  const auto found = breaches({form("星の音", "ja-Jpan")});
  EXPECT_EQ(found.at("latin_title"), 1);
  EXPECT_EQ(found.at("reading"), 1);
  EXPECT_FALSE(breaches({form("さくら", "ja-Jpan"), form("Sakura", "ja-Latn")}).contains("reading"))
      << "kana is its own reading";
}

TEST(CheckNames, NameBadTagsAndScripts) {
  EXPECT_EQ(breaches({form("Hello", "en_US")}).at("language_tag"), 1);
  EXPECT_EQ(breaches({form("Hello", "")}).at("language_tag"), 1);
  EXPECT_EQ(breaches({form("星", "ja-Latn"), form("a", "en")}).at("script_mismatch"), 1);
  EXPECT_EQ(breaches({form("星", "ja-Hrkt"), form("a", "en")}).at("script_mismatch"), 1);
  EXPECT_FALSE(breaches({form("Pretender", "ja-Jpan")}).contains("script_mismatch"));
}

TEST(CheckNames, WantExactlyOneDefault) {
  EXPECT_EQ(breaches({form("A one", "en", true), form("B two", "fr", true)}).at("default_title"),
            1);
  EXPECT_EQ(breaches({form("A one", "en", false)}).at("default_title"), 1);
  EXPECT_FALSE(breaches({form("A one", "en")}).contains("default_title"));
}

TEST(CheckNames, FindTwoLanguagesInOneTitle) {
  EXPECT_EQ(breaches({form("夜明け (Daybreak)", "ja-Jpan")}).at("side_by_side_title"), 1);
  EXPECT_EQ(breaches({form("Daybreak（夜明け）", "en")}).at("side_by_side_title"), 1);
  EXPECT_FALSE(breaches({form("夜明け (Live)", "ja-Jpan")}).empty());
  EXPECT_FALSE(breaches({form("Rise (Remix)", "en")}).contains("side_by_side_title"));
}

TEST(CheckNames, FindOddCharactersAndCase) {
  EXPECT_EQ(breaches({form("ＡＢＣ", "en")}).at("character_form"), 1);
  EXPECT_EQ(breaches({form("ｻｸﾗ", "ja-Kana")}).at("character_form"), 1);
  EXPECT_EQ(breaches({form("SHOUTING TITLE", "en")}).at("letter_case"), 1);
  EXPECT_FALSE(breaches({form("TKG", "en")}).contains("letter_case"));
}

TEST(CheckNames, KeepGuestsOutOfArtistNames) {
  EXPECT_EQ(breaches({form("Umi feat. Nami", "en")}, false).at("guest_in_artist_name"), 1);
  EXPECT_TRUE(breaches({form("Defeat. Ltd", "en")}, false).empty());
}

}  // namespace
}  // namespace umikoe::catalogue
