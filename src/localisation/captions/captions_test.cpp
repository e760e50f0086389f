#include <gtest/gtest.h>

#include "localisation/captions/cue_ends.h"
#include "localisation/captions/lyric_line.h"
#include "localisation/captions/parallel_lines.h"
#include "localisation/captions/readability.h"

namespace umikoe::localisation {
namespace {

Cue cue(double start_s, std::optional<double> end_s, std::string text) {
  Cue made;
  made.start_ms = start_s * 1000;
  if (end_s) made.end_ms = *end_s * 1000;
  made.content = plain_content(text);
  made.text = std::move(text);
  return made;
}

CaptionTrack track(std::vector<Cue> cues) {
  CaptionTrack made;
  made.cues = std::move(cues);
  return made;
}

std::vector<std::string> rules_of(const CaptionTrack& judged, std::string_view profile) {
  std::vector<std::string> rules;
  for (const auto& finding : check_readability(judged, *find_profile(profile))) {
    rules.push_back(std::to_string(finding.cue) + " " + finding.rule);
  }
  return rules;
}

using Rules = std::vector<std::string>;

TEST(Readability, AGoodFileIsGood) {
  EXPECT_EQ(rules_of(track({cue(0, 2, "Hello there."), cue(2.1, 4, "Two lines\nof text.")}), "en"),
            Rules{});
  EXPECT_EQ(rules_of(track({cue(0, 3, "ここは海の町です"), cue(4, 6, "波の音")}), "ja"), Rules{});
}

TEST(Readability, MeasuresSpeedByTheProfilesCharacters) {
  // 21 characters in a second; eight full-width and two half-width ones are nine.
  auto found = check_readability(track({cue(0, 1, "abcdefghijklmnopqrstu")}), *find_profile("en"));
  ASSERT_EQ(found.size(), 1u);
  EXPECT_EQ(found[0].rule, "reading_speed");
  EXPECT_EQ(found[0].measured, 21);
  EXPECT_EQ(found[0].limit, 20);
  found = check_readability(track({cue(0, 1, "ここは海の町ですAB")}), *find_profile("ja"));
  ASSERT_EQ(found.size(), 1u);
  EXPECT_EQ(found[0].measured, 9);
  EXPECT_EQ(found[0].limit, 4);
  EXPECT_EQ(found[0].severity, CaptionSeverity::error);
  found = check_readability(track({cue(0, 1, "ここは海の町ですAB")}), *find_profile("lyrics-ja"));
  EXPECT_EQ(found.at(0).severity, CaptionSeverity::warning);
}

TEST(Readability, AmbiguousWidthIsWideInJapanese) {
  const std::string fourteen = "①②③④⑤⑥⑦⑧⑨⑩①②③④";
  EXPECT_EQ(rules_of(track({cue(0, 7, fourteen)}), "ja"), (Rules{"0 line_width"}));
  EXPECT_EQ(rules_of(track({cue(0, 7, fourteen)}), "en"), Rules{});
}

TEST(Readability, MarksAreNoCharactersOfTheirOwn) {
  std::string text;
  for (int i = 0; i < 42; ++i) text += "e\u0301";
  EXPECT_EQ(rules_of(track({cue(0, 7, text)}), "en"), Rules{});
}

TEST(Readability, RubyIsNotCounted) {
  Cue judged = cue(0, 2, "");
  judged.content = {
      {.kind = CueNodeKind::ruby},
      {.kind = CueNodeKind::text, .depth = 1, .value = "海原遥か"},
      {.kind = CueNodeKind::ruby_text, .depth = 1},
      {.kind = CueNodeKind::text, .depth = 2, .value = "うなばらはるかうなばらはるか"}};
  EXPECT_EQ(rules_of(track({judged}), "ja"), Rules{});
  EXPECT_EQ(base_text(judged.content), "海原遥か");
  EXPECT_EQ(bracketed_text(judged.content), "海原遥か（うなばらはるかうなばらはるか）");
}

TEST(Readability, LinesAndTimesHaveLimits) {
  EXPECT_EQ(rules_of(track({cue(0, 5, "a\nb\nc")}), "en"),
            (Rules{"0 line_count", "0 line_ends_on_word"}));
  EXPECT_EQ(rules_of(track({cue(0, 0.5, "hi")}), "en"), (Rules{"0 duration_short"}));
  EXPECT_EQ(rules_of(track({cue(0, 7.5, "hi")}), "en"), (Rules{"0 duration_long"}));
  EXPECT_EQ(rules_of(track({cue(0, 5.0 / 6, "hi")}), "en"), Rules{});
  EXPECT_EQ(rules_of(track({cue(2, 1, "hi")}), "lyrics"), (Rules{"0 end_before_start"}));
  EXPECT_EQ(rules_of(track({cue(0, 2, " ")}), "en"), (Rules{"0 text_empty"}));
}

TEST(Readability, NeighboursOverlapOrStandTooClose) {
  EXPECT_EQ(rules_of(track({cue(0, 2, "a."), cue(1.5, 3, "b.")}), "lyrics"), (Rules{"1 overlap"}));
  EXPECT_EQ(rules_of(track({cue(0, 2, "a."), cue(2.05, 4, "b.")}), "en"), (Rules{"1 gap_short"}));
  EXPECT_EQ(rules_of(track({cue(0, 2, "a."), cue(2, 4, "b.")}), "lyrics"), Rules{});
  // The one that lasts longest counts, whatever the order of the file.
  EXPECT_EQ(rules_of(track({cue(5, 6, "c."), cue(0, 7, "a."), cue(1, 2, "b.")}), "lyrics"),
            (Rules{"0 overlap", "2 overlap"}));
}

TEST(Readability, WhatIsNotKnownIsNotJudged) {
  EXPECT_EQ(rules_of(track({cue(0, std::nullopt, "a long line that nobody could read in no time")}),
                     "lyrics"),
            (Rules{"0 line_width"}));
}

TEST(Readability, JapaneseLinesKeepToKinsoku) {
  const auto found =
      check_readability(track({cue(0, 5, "海へ行く「\n、ねえ")}), *find_profile("ja"));
  ASSERT_EQ(found.size(), 2u);
  EXPECT_EQ(found[0].rule, "line_begins_with");
  EXPECT_EQ(found[0].detail, "、");
  EXPECT_EQ(found[0].text_line, 2);
  EXPECT_EQ(found[1].rule, "line_ends_with");
  EXPECT_EQ(found[1].detail, "「");
}

TEST(Readability, EnglishLinesAreNotBrokenAfterSmallWords) {
  EXPECT_EQ(rules_of(track({cue(0, 3, "down to the\nsea")}), "en"), (Rules{"0 line_ends_on_word"}));
  EXPECT_EQ(rules_of(track({cue(0, 3, "down to\nThe")}), "lyrics"), Rules{});
}

TEST(Readability, EveryRuleOfAProfileHasAName) {
  EXPECT_EQ(find_profile("klingon"), nullptr);
  for (const auto& profile : readability_profiles()) {
    EXPECT_EQ(find_profile(profile.name), &profile);
    EXPECT_FALSE(profile.source.empty());
  }
}

TEST(CueEnds, AreTheNextStartOrFiveSeconds) {
  const std::vector<Cue> cues{cue(0, std::nullopt, "a"), cue(0, 9, "b"), cue(3, std::nullopt, "c")};
  EXPECT_EQ(cue_ends(cues), (std::vector<double>{3000, 9000, 8000}));
}

TEST(LyricLine, PartsACueAtItsTimestamps) {
  Cue sung = cue(1, 5, "");
  sung.content = {{.kind = CueNodeKind::text, .value = " "},
                  {.kind = CueNodeKind::timestamp, .at_ms = 1000},
                  {.kind = CueNodeKind::text, .value = "two\n"},
                  {.kind = CueNodeKind::timestamp, .at_ms = 2000},
                  {.kind = CueNodeKind::text, .value = "words"},
                  {.kind = CueNodeKind::timestamp, .at_ms = 3000}};
  const LyricLine line = lyric_line(sung);
  EXPECT_EQ(line.words, (std::vector<LyricWord>{{1000, 2000, "two "}, {2000, 3000, "words"}}));
  Cue again = cue(1, 5, "");
  again.content = sung_content(line);
  EXPECT_EQ(lyric_line(again).words, line.words);
}

TEST(ParallelLines, MeetByTime) {
  const auto lines = parallel_lines(track({cue(0, 2, "一"), cue(2, 4, "二"), cue(4, 6, "三")}),
                                    track({cue(4.2, 5.8, "three"), cue(0.1, 1, "one"),
                                           cue(1.1, 2.2, "uno"), cue(20, 21, "lost")}));
  EXPECT_EQ(lines.match, LineMatch::by_time);
  EXPECT_EQ(lines.lines, (std::vector<ParallelLine>{{0, {1, 2}}, {1, {}}, {2, {0}}}));
  EXPECT_EQ(lines.unmatched, (std::vector<size_t>{3}));
}

TEST(ParallelLines, SeveralLinesAtOneTimeKeepTheirOrder) {
  const auto lines = parallel_lines(track({cue(0, 2, "一"), cue(0, 2, "二")}),
                                    track({cue(0, 2, "one"), cue(0, 2, "two")}));
  EXPECT_EQ(lines.lines, (std::vector<ParallelLine>{{0, {0}}, {1, {1}}}));
}

TEST(ParallelLines, MeetByOrderWhereTimesDoNot) {
  const auto lines = parallel_lines(track({cue(0, 1, "一"), cue(1, 2, "二")}),
                                    track({cue(100, 101, "one"), cue(101, 102, "two")}));
  EXPECT_EQ(lines.match, LineMatch::by_order);
  EXPECT_EQ(lines.lines, (std::vector<ParallelLine>{{0, {0}}, {1, {1}}}));
}

}  // namespace
}  // namespace umikoe::localisation
