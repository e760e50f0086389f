#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>

#include <algorithm>
#include <set>

#include "catalogue/linkage/likeness.h"
#include "catalogue/linkage/link.h"
#include "catalogue/linkage/link_weights.h"
#include "catalogue/linkage/title_parts.h"

namespace umikoe::catalogue {
namespace {

ComparableName latin(std::string letters) {
  ComparableName name;
  name.plain = letters;
  name.skeletons.push_back(consonant_skeleton(letters));
  name.words.push_back(letters);
  name.letters.push_back(std::move(letters));
  return name;
}

LinkRecord song(std::string id, std::string title, std::string artist = "") {
  LinkRecord record;
  record.id = std::move(id);
  record.parts = title_parts(title);
  record.title = latin(std::move(title));
  if (!artist.empty()) record.artists.push_back(latin(std::move(artist)));
  return record;
}

TEST(Likeness, SeesThroughKana) {
  EXPECT_EQ(consonant_skeleton("mirakuru"), consonant_skeleton("miracle"));
  EXPECT_EQ(consonant_skeleton("gureebu"), consonant_skeleton("grave"));
  EXPECT_DOUBLE_EQ(letter_likeness("abcd", "abce"), 0.75);
  EXPECT_DOUBLE_EQ(letter_likeness("", ""), 0);
  EXPECT_EQ(edit_distance("kitten", "sitting"), 3u);
}

TEST(Likeness, FindsTranslations) {
  ComparableName japanese;
  japanese.plain = "恋愛裁判";
  japanese.letters = {"renaisaban"};
  japanese.concepts = {{{"love", "romance"}, "renai"}, {{"trial", "judgment"}, "saiban"}};
  ComparableName english;
  english.plain = "lovetrials";
  english.letters = {"lovetrials"};
  english.words = {"love", "trials"};
  EXPECT_DOUBLE_EQ(likeness(japanese, english).meaning, 1.0);
  EXPECT_DOUBLE_EQ(likeness(english, japanese).meaning, 1.0);
  english.words = {"hate", "trials"};
  EXPECT_DOUBLE_EQ(likeness(japanese, english).meaning, 0.5);
}

TEST(TitleParts, SplitQualifiersOff) {
  const TitleParts parts = title_parts("千本桜 feat. 初音ミク (TV size)");
  EXPECT_EQ(parts.name, "千本桜");
  ASSERT_EQ(parts.qualifiers.size(), 2u);
  EXPECT_EQ(parts.qualifiers[0], (Qualifier{QualifierKind::guest, "初音ミク"}));
  EXPECT_EQ(parts.qualifiers[1], (Qualifier{QualifierKind::short_form, "TV size"}));
  EXPECT_EQ(title_parts("夜明け（Instrumental）").qualifiers.front().kind,
            QualifierKind::instrumental);
  EXPECT_EQ(title_parts("夜明け －Off Vocal－").name, "夜明け");  // full-width signs too
  EXPECT_EQ(title_parts("夜明け -off vocal-").qualifiers.front().kind, QualifierKind::instrumental);
  EXPECT_EQ(title_parts("Song (2011 Remaster)").qualifiers.front().kind, QualifierKind::remaster);
  EXPECT_EQ(title_parts("歌「あの映画」").qualifiers.front().kind, QualifierKind::tie_in);
  EXPECT_EQ(title_parts("(What's the Story)").name, "(What's the Story)");
  EXPECT_EQ(title_parts("Stay (I Missed You)").name, "Stay (I Missed You)");
  EXPECT_EQ(title_parts("").name, "");
}

TEST(TitleParts, TellRecordingsApart) {
  const auto same = [](std::string_view a, std::string_view b) {
    return same_recording_by_qualifiers(title_parts(a), title_parts(b));
  };
  EXPECT_TRUE(same("Song feat. A", "Song"));
  EXPECT_FALSE(same("Song (TV size)", "Song"));
  EXPECT_FALSE(same("Song (X remix)", "Song (Y remix)"));
  EXPECT_TRUE(same("Song (Live at Budokan)", "Song [live ver.]"));
}

TEST(Link, NeverOnATitleAlone) {
  const std::vector<LinkRecord> a{song("1", "kakurenbo"), song("2", "senbonzakura")};
  const std::vector<LinkRecord> b{song("x", "kakurenbo"), song("y", "senbonzakura")};
  for (const LinkCandidate& candidate : link_records(a, b, {})) {
    EXPECT_NE(candidate.band, Band::link);
    if (candidate.rank == 1) {
      EXPECT_EQ(candidate.band, Band::review);
      EXPECT_EQ(candidate.a, candidate.b);
    }
  }
}

TEST(Link, NeverOnAnArtistAlone) {
  LinkRecord a;
  a.id = "a";
  a.artists.push_back(latin("utadahikaru"));
  LinkRecord b = a;
  b.id = "b";
  const auto found = link_records(std::vector{a}, std::vector{b}, {});
  ASSERT_EQ(found.size(), 1u);
  EXPECT_EQ(found[0].band, Band::review);
}

TEST(Link, TitleAndPersonLink) {
  const std::vector<LinkRecord> a{song("1", "kakurenbo", "aoi umi"), song("2", "sora", "aoi umi")};
  const std::vector<LinkRecord> b{song("x", "sora", "aoi umi"), song("y", "kakurenbo", "aoi umi"),
                                  song("z", "kakurenbo", "somebody else")};
  const auto found = link_records(a, b, {});
  std::set<std::pair<size_t, size_t>> links;
  for (const LinkCandidate& candidate : found) {
    if (candidate.band == Band::link) links.emplace(candidate.a, candidate.b);
  }
  EXPECT_TRUE(links.contains({0, 1}));
  EXPECT_FALSE(links.contains({0, 2}));
}

TEST(Link, IdentifiersLinkAndVersionsDoNot) {
  LinkRecord a = song("1", "kakurenbo");
  LinkRecord b = song("x", "hide and seek");
  a.isrc = b.isrc = Isrc::parse("JPZZ02400001");
  auto found = link_records(std::vector{a}, std::vector{b}, {});
  ASSERT_EQ(found.size(), 1u);
  EXPECT_EQ(found[0].band, Band::link);
  LinkRecord whole = song("1", "kakurenbo", "aoi umi");
  LinkRecord cut = song("x", "kakurenbo", "aoi umi");
  cut.parts = title_parts("kakurenbo (TV size)");
  found = link_records(std::vector{whole}, std::vector{cut}, {});
  ASSERT_EQ(found.size(), 1u);
  EXPECT_NE(found[0].band, Band::link);
}

TEST(Link, OneIsNotGivenToTwo) {
  const std::vector<LinkRecord> a{song("1", "kakurenbo", "aoi umi"),
                                  song("2", "kakurenbo", "aoi umi")};
  const std::vector<LinkRecord> b{song("x", "kakurenbo", "aoi umi")};
  for (const LinkCandidate& candidate : link_records(a, b, {})) {
    EXPECT_LE(candidate.score, 0.51);
  }
}

RC_GTEST_PROP(Link, ScoresAreSharesAndRanksAreInOrder, ()) {
  const auto names = rc::gen::elementOf(
      std::vector<std::string>{"kakurenbo", "kakurenba", "sora", "hoshi", "hoshizora", "umi"});
  const auto make = [&](const std::string& side) {
    std::vector<LinkRecord> records;
    const auto titles = *rc::gen::container<std::vector<std::string>>(names);
    for (const std::string& title : titles) records.push_back(song(side, title, *names));
    return records;
  };
  const auto a = make("a");
  const auto b = make("b");
  const auto found = link_records(a, b, {});
  std::vector<double> of_a(a.size());
  std::vector<double> of_b(b.size());
  for (size_t i = 0; i < found.size(); ++i) {
    RC_ASSERT(found[i].score >= 0 && found[i].score <= 1);
    of_a[found[i].a] += found[i].score;
    of_b[found[i].b] += found[i].score;
    if (i > 0 && found[i].a == found[i - 1].a) {
      RC_ASSERT(found[i].rank == found[i - 1].rank + 1);
      RC_ASSERT(found[i].score <= found[i - 1].score);
    }
  }
  for (const double sum : of_a) RC_ASSERT(sum <= 1.0001);
  for (const double sum : of_b) RC_ASSERT(sum <= 1.0001);
}

}  // namespace
}  // namespace umikoe::catalogue
