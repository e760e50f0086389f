#include "messages/messages.h"

#include <gtest/gtest.h>

#include <set>

#include "base/utf8.h"

namespace umikoe::messages {
namespace {

std::set<std::string> places(std::string_view pattern) {
  std::set<std::string> out;
  for (size_t at = pattern.find('{'); at != std::string_view::npos; at = pattern.find('{', at + 1)) {
    out.insert(std::string(pattern.substr(at, pattern.find('}', at) - at)));
  }
  return out;
}

TEST(Messages, EveryKeyIsUniqueAndHasBothLanguages) {
  std::set<std::string_view> keys;
  for (const auto& table : tables()) {
    for (const Message& m : table) {
      EXPECT_TRUE(keys.insert(m.key).second) << m.key << " stands twice";
      EXPECT_FALSE(m.en.empty()) << m.key;
      EXPECT_FALSE(m.ja.empty()) << m.key;
      EXPECT_EQ(first_invalid_utf8(m.ja), std::string_view::npos) << m.key;
    }
  }
  EXPECT_GT(keys.size(), 100u);
}

TEST(Messages, BothLanguagesNameTheSamePlaces) {
  for (const auto& table : tables()) {
    for (const Message& m : table) {
      const auto en = places(m.en);
      const auto ja = places(m.ja);
      // English may name more: Japanese leaves out what its order makes plain, never the reverse.
      for (const auto& place : ja) EXPECT_TRUE(en.contains(place)) << m.key << " " << place;
      for (const auto& place : en) EXPECT_TRUE(ja.contains(place)) << m.key << " " << place;
    }
  }
}

TEST(Messages, JapaneseIsJapanese) {
  for (const auto& table : tables()) {
    for (const Message& m : table) {
      if (m.en == m.ja) continue;
      const ScriptsInText scripts = scripts_in(m.ja);
      EXPECT_TRUE(scripts.kanji || scripts.kana || m.ja.find('{') == 0) << m.key << ": " << m.ja;
      const ScriptsInText english = scripts_in(m.en);
      EXPECT_FALSE(english.kanji || english.kana) << m.key << ": " << m.en;
    }
  }
}

TEST(Messages, WordsOfTheGlossaryAreKept) {
  // 不明 is not our word for an unknown state, ライブ is a concert, 制作委員会 is miswritten.
  EXPECT_EQ(text(Language::ja, "state.unknown"), "未確認");
  EXPECT_EQ(text(Language::ja, "role.committee"), "製作委員会");
  for (const auto& table : tables()) {
    for (const Message& m : table) {
      EXPECT_EQ(m.ja.find("ライブ"), std::string_view::npos) << m.key;
      EXPECT_EQ(m.ja.find("制作委員会"), std::string_view::npos) << m.key;
    }
  }
}

TEST(Messages, FillsPlacesAndKeepsUnknownOnes) {
  EXPECT_EQ(text(Language::en, "error.no_such_file", {{"path", "/x"}}),
            "There is no file or folder \"/x\".");
  EXPECT_EQ(text(Language::en, "error.no_such_file"), "There is no file or folder \"{path}\".");
  EXPECT_EQ(text(Language::en, "no.such.key"), "<no.such.key>");
}

TEST(Messages, SentencesNameTheirPlace) {
  const Error error{"file_empty", {}, {"a.csv", 3, "isrc"}};
  EXPECT_EQ(sentence(Language::en, error), "a.csv:3 isrc: The file is empty.");
}

}  // namespace
}  // namespace umikoe::messages
