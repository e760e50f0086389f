// SRT, SBV and LRC as they are found in the wild.

#include <gtest/gtest.h>

#include "formats/captions/cue_text.h"
#include "formats/captions/lrc.h"
#include "formats/captions/sbv.h"
#include "formats/captions/srt.h"

namespace umikoe::formats::captions {
namespace {

using localisation::CaptionTrack;

struct Read {
  CaptionTrack track;
  std::vector<Finding> findings;
};
Read srt(std::string_view text) {
  Findings findings;
  auto track = read_srt(from_memory(text), findings);
  EXPECT_TRUE(track) << text;
  return {track ? *std::move(track) : CaptionTrack{}, findings.take()};
}
Read lrc(std::string_view text) {
  Findings findings;
  auto track = read_lrc(from_memory(text), findings);
  EXPECT_TRUE(track) << text;
  return {track ? *std::move(track) : CaptionTrack{}, findings.take()};
}

TEST(Srt, ReadsThePlainForm) {
  const auto [track, findings] = srt(
      "1\n00:00:01,000 --> 00:00:02,500\nHello\nworld\n\n2\n00:00:03,000 --> 00:00:04,000\nBye\n");
  ASSERT_EQ(track.cues.size(), 2u);
  EXPECT_EQ(track.cues[0].id, "1");
  EXPECT_EQ(track.cues[0].start_ms, 1000);
  EXPECT_EQ(track.cues[0].end_ms, 2500);
  EXPECT_EQ(track.cues[0].text, "Hello\nworld");
  EXPECT_EQ(track.cues[1].text, "Bye");
  EXPECT_TRUE(findings.empty());
}

TEST(Srt, ForgivesWhatPeopleWrite) {
  const auto [track, findings] =
      srt("\xef\xbb\xbf"
          "1\r\n0:00:01.5-->00:00:02  X1:10 Y1:20\r\na\r\n\r\nsecond text\r\n\r\n"
          "01:02,25 --> 01:03,5\r\nno index\r\n3\r\n00:02:00,000 --> "
          "00:02:01,000\r\nglued\r\n\r\n\r\n");
  ASSERT_EQ(track.cues.size(), 3u);
  EXPECT_EQ(track.cues[0].start_ms, 1500);
  EXPECT_EQ(track.cues[0].end_ms, 2000);
  EXPECT_EQ(track.cues[0].text, "a\n\nsecond text");  // a blank line inside a text loses nothing
  EXPECT_EQ(track.cues[1].id, "");
  EXPECT_EQ(track.cues[1].start_ms, 62250);
  EXPECT_EQ(track.cues[1].text, "no index\n3");  // what was said may be a number
  EXPECT_EQ(track.cues[2].text, "glued");
  EXPECT_TRUE(findings.empty());
}

TEST(Srt, TakesANumberForAnIndexOnlyWhereItFollowsOrStandsApart) {
  const auto [track, findings] =
      srt("1\n00:00:01,000 --> 00:00:02,000\nIn the year\n1995\n\n2\n00:00:03,000 --> "
          "00:00:04,000\nb\n3\n"
          "00:00:05,000 --> 00:00:06,000\nc");
  ASSERT_EQ(track.cues.size(), 3u);
  EXPECT_EQ(track.cues[0].text, "In the year\n1995");
  EXPECT_EQ(track.cues[1].text, "b");
  EXPECT_EQ(track.cues[2].id, "3");
}

TEST(Srt, ReadsJapaneseEncodings) {
  // こんにちは in CP932 and in UTF-16.
  const std::string head = "1\r\n00:00:01,000 --> 00:00:02,000\r\n";
  EXPECT_EQ(srt(head + "\x82\xb1\x82\xf1\x82\xc9\x82\xbf\x82\xcd").track.cues.at(0).text,
            "こんにちは");
  std::string wide = "\xff\xfe";
  for (const char c : head) (wide += c) += '\0';
  wide += std::string_view("\x53\x30\x93\x30\x6b\x30\x61\x30\x6f\x30", 10);
  EXPECT_EQ(srt(wide).track.cues.at(0).text, "こんにちは");
}

TEST(Srt, SaysWhatItCannotRead) {
  const auto [track, findings] =
      srt("1\n00:00:01,000 --> soon\nlost\n\n2\n00:00:03,000 --> 00:00:04,000\nkept\n");
  ASSERT_EQ(track.cues.size(), 1u);
  EXPECT_EQ(track.cues[0].text, "kept");
  ASSERT_EQ(findings.size(), 1u);
  EXPECT_EQ(findings[0].code, "caption_timing_unreadable");
  EXPECT_EQ(findings[0].where.line, 2);
  Findings none;
  const auto text = read_srt(from_memory("just words\n"), none);
  ASSERT_FALSE(text);
  EXPECT_EQ(text.error().code, "captions_without_timings");
  EXPECT_TRUE(srt("\n \n").track.cues.empty());
}

TEST(Srt, UnderstandsItsMarkup) {
  const auto [track, findings] =
      srt("1\n00:00:01,000 --> 00:00:02,000\n{\\an8}<I>a</I> <font color=\"#FFFF00\">b</font> "
          "1 < 2 <3 & {not} {\\i1}c<b>d");
  ASSERT_EQ(track.cues.size(), 1u);
  EXPECT_EQ(
      list_cue_text(track.cues[0].content),
      "<i>\n  \"a\"\n\" \"\n<span>\n  class=\"yellow\"\n  \"b\"\n\" 1 < 2 <3 & {not} c\"\n<b>\n"
      "  \"d\"\n");
  EXPECT_EQ(track.cues[0].settings.line, 0);
  EXPECT_EQ(write_srt(track),
            "1\r\n00:00:01,000 --> 00:00:02,000\r\n{\\an8}<i>a</i> <font color=\"yellow\">b</font> "
            "1 < 2 <3 & {not} c<b>d</b>\r\n\r\n");
}

TEST(Srt, ATagThatIsNeverClosedSwallowsNoOther) {
  const auto [track, findings] = srt("00:01,0 --> 00:02,0\n<b>a<font color=\"b</b>c");
  EXPECT_EQ(list_cue_text(track.cues.at(0).content), "<b>\n  \"a<font color=\"b\"\n\"c\"\n");
}

TEST(Srt, WhatIsLeftOutMakesNoNewMarkup) {
  const auto first = srt("00:01,0 --> 00:02,0\n<i</b>>a{</b>\\b}").track;
  const std::string written = write_srt(first);
  EXPECT_EQ(write_srt(srt(written).track), written);
  EXPECT_EQ(localisation::base_text(first.cues.at(0).content), "<i>a{\\b}");
}

// Words that look like markup stay words, and what only looks a little like it stays as it was.
TEST(Srt, WritesNoMarkupThatWasNotThere) {
  for (const char* text : {"<b align:left</i>>", "<b\n</i>", "{</i>\\an8}", "</</i>b>"}) {
    const std::string written = write_srt(srt("00:01,0 --> 00:02,0\n" + std::string(text)).track);
    EXPECT_EQ(write_srt(srt(written).track), written) << text;
  }
  const auto shown = srt("00:01,0 --> 00:02,0\nI <3 {you} & <me>").track;
  EXPECT_NE(write_srt(shown).find("I <3 {you} & <me>"), std::string::npos);
}

TEST(Srt, BlankLinesAtTheEdgesOfATextAreNotWritten) {
  // The tag that closes nothing goes, and the lines above it with it.
  const auto [track, findings] = srt("00:01,0 --> 00:02,0\na\n\n</i>");
  EXPECT_EQ(write_srt(track), "1\r\n00:00:01,000 --> 00:00:02,000\r\na\r\n\r\n");
}

TEST(Srt, OverlappingMarkupIsClosedFromInside) {
  const auto [track, findings] = srt("00:01,0 --> 00:02,0\n<i>a<b>b</i>c</b>d");
  EXPECT_EQ(list_cue_text(track.cues.at(0).content),
            "<i>\n  \"a\"\n  <b>\n    \"b\"\n\"c\"\n\"d\"\n");
}

TEST(Sbv, ReadsAndWrites) {
  const std::string text =
      "0:00:01.000,0:00:02.500\nHello\nworld\n\n1:00:03.000,1:00:04.000\nBye\n\n";
  const auto track = read_sbv(from_memory(text));
  ASSERT_TRUE(track);
  ASSERT_EQ(track->cues.size(), 2u);
  EXPECT_EQ(track->cues[0].end_ms, 2500);
  EXPECT_EQ(track->cues[1].start_ms, 3603000);
  EXPECT_EQ(write_sbv(*track), text);
  const auto broken = read_sbv(from_memory("0:00:01.00,0:00:02.00\na[br]b<i>"));
  EXPECT_EQ(broken->cues.at(0).text, "a\nb<i>");
}

TEST(Lrc, ReadsLinesWordsAndTags) {
  const auto [track, findings] =
      lrc("[ti:うた]\n[ar: Umi ]\n[length:00:30]\n[00:10.00][00:20.00]again\n"
          "[00:12.50]<00:12.50>two <00:13.00>words<00:14.00>\n[00:15.00]\n");
  ASSERT_EQ(track.cues.size(), 3u);
  EXPECT_EQ(track.tags[0], (localisation::CaptionTag{"ti", "うた"}));
  EXPECT_EQ(track.tags[1].value, "Umi");
  EXPECT_EQ(track.cues[0].text, "again");
  EXPECT_EQ(track.cues[0].end_ms, 12500);
  EXPECT_EQ(track.cues[1].text, "two words");
  EXPECT_EQ(track.cues[1].end_ms, 15000);  // an empty line ends the one before it
  EXPECT_EQ(list_cue_text(track.cues[1].content),
            "<?timestamp 00:00:12.500>\n\"two \"\n<?timestamp 00:00:13.000>\n\"words\"\n"
            "<?timestamp 00:00:14.000>\n");
  EXPECT_EQ(track.cues[2].start_ms, 20000);
  EXPECT_EQ(track.cues[2].end_ms, 30000);  // the song's length
  EXPECT_EQ(write_lrc(track),
            "[ti:うた]\n[ar:Umi]\n[length:00:30]\n[00:10.00]again\n"
            "[00:12.50]<00:12.50>two <00:13.00>words<00:14.00>\n[00:15.00]\n[00:20.00]again\n"
            "[00:30.00]\n");
}

TEST(Lrc, AppliesAnOffsetAndDoesNotKeepIt) {
  const auto sooner = lrc("[offset:+500]\n[00:01.00]a\n[00:00.20]b\n").track;
  ASSERT_EQ(sooner.cues.size(), 2u);
  EXPECT_EQ(sooner.cues[0].start_ms, 0);
  EXPECT_EQ(sooner.cues[1].start_ms, 500);
  EXPECT_TRUE(sooner.tags.empty());
  EXPECT_EQ(lrc("[offset:-500]\n[00:01.00]<00:01.10>a\n").track.cues.at(0).content.at(0).at_ms,
            1600);
  EXPECT_EQ(lrc("[offset:soon]\n[00:01.00]a\n").track.cues.at(0).start_ms, 1000);
}

TEST(Lrc, TheEndOfALastLineIsNotKnown) {
  EXPECT_EQ(lrc("[00:01.00]a\n").track.cues.at(0).end_ms, std::nullopt);
}

TEST(Lrc, ReadsEveryFormOfTime) {
  struct Case {
    const char* written;
    double ms;
  };
  for (const Case& c :
       {Case{"[00:01.50]", 1500}, Case{"[00:01.5]", 1500}, Case{"[00:01.500]", 1500},
        Case{"[00:01]", 1000}, Case{"[00:01:50]", 1500}, Case{"[75:00.00]", 4500000},
        Case{"[1:02.00]", 62000}, Case{"[00:01,50]", 1500}}) {
    EXPECT_EQ(lrc(std::string(c.written) + "a").track.cues.at(0).start_ms, c.ms) << c.written;
  }
}

TEST(Lrc, BlanksMayStandBetweenTimes) {
  const auto [track, findings] = lrc("[00:01.00] [00:02.00]  a");
  ASSERT_EQ(track.cues.size(), 2u);
  EXPECT_EQ(track.cues[1].text, "a");
}

TEST(Lrc, SaysWhichLinesHaveNoTime) {
  const auto [track, findings] = lrc("[00:01.00]a\nno time\n[chorus]\n");
  EXPECT_EQ(track.cues.size(), 1u);
  ASSERT_EQ(findings.size(), 2u);
  EXPECT_EQ(findings[0].code, "lrc_line_untimed");
  EXPECT_EQ(findings[0].where.line, 2);
  Findings none;
  EXPECT_EQ(read_lrc(from_memory("just words"), none).error().code, "captions_without_timings");
}

}  // namespace
}  // namespace umikoe::formats::captions
