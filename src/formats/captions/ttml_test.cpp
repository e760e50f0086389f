// TTML: times, containers, ruby, white space, regions, and what the writers write.

#include "formats/captions/ttml.h"

#include <gtest/gtest.h>

#include "formats/captions/cue_text.h"
#include "formats/captions/lrc.h"
#include "formats/captions/ttml_time.h"

namespace umikoe::formats::captions {
namespace {

using localisation::CaptionTrack;
using localisation::TextAlign;
using localisation::WritingDirection;

std::string document(const std::string& body, const std::string& head = "",
                     const std::string& attributes = "") {
  return "<tt xmlns=\"http://www.w3.org/ns/ttml\" xmlns:tts=\"http://www.w3.org/ns/ttml#styling\" "
         "xmlns:ttp=\"http://www.w3.org/ns/ttml#parameter\" "
         "xmlns:ttm=\"http://www.w3.org/ns/ttml#metadata\" "
         "xmlns:itunes=\"http://music.apple.com/lyric-ttml-internal\" xml:lang=\"ja\" " +
         attributes + "><head>" + head + "</head>" + body + "</tt>";
}

Result<CaptionTrack> read(const std::string& text) {
  Findings findings;
  return read_ttml(from_memory(text), findings);
}

CaptionTrack track_of(const std::string& body, const std::string& head = "",
                      const std::string& attributes = "") {
  auto track = read(document(body, head, attributes));
  EXPECT_TRUE(track) << (track ? "" : track.error().code);
  return track ? *std::move(track) : CaptionTrack{};
}

using Times = std::vector<std::pair<double, std::optional<double>>>;
Times times_of(const std::string& body) {
  Times times;
  for (const auto& cue : track_of(body).cues) times.emplace_back(cue.start_ms, cue.end_ms);
  return times;
}

std::string tree_of(const std::string& paragraph, const std::string& attributes = "") {
  const auto track = track_of("<body><div><p begin=\"0s\" end=\"9s\" " + attributes + ">" +
                              paragraph + "</p></div></body>");
  return track.cues.size() == 1 ? list_cue_text(track.cues[0].content) : "no cue";
}

TEST(TtmlTime, ReadsEveryExpression) {
  TtmlClock clock;
  clock.frame_rate = 25;
  clock.frame_rate_stated = true;
  clock.sub_frame_rate = 2;
  struct Case {
    const char* written;
    double ms;
  };
  for (const Case& c :
       {Case{"00:00:01", 1000}, Case{"00:00:01.5", 1500}, Case{"01:00:00.000", 3600000},
        Case{"100:00:00", 360000000}, Case{"00:00:01:05", 1200}, Case{"00:00:01:05.1", 1220},
        Case{"1h", 3600000}, Case{"1.5m", 90000}, Case{"2s", 2000}, Case{"0.25s", 250},
        Case{"7ms", 7}, Case{"50f", 2000}, Case{"100t", 2000}, Case{" 1s ", 1000}}) {
    EXPECT_EQ(parse_ttml_time(c.written, clock), c.ms) << c.written;
  }
  for (const char* written : {"", "1", "1:2", "-1s", "1 s", "s", ".5s", "1.s", "1:00.5",
                              "00:00:01.", "00:00:01:", "a", "1d", "00:00:00:00:00", "1e3s"}) {
    EXPECT_EQ(parse_ttml_time(written, clock), std::nullopt) << written;
  }
}

TEST(TtmlTime, FramesCountAtTheEffectiveRate) {
  TtmlClock clock;
  clock.frame_rate = 30;
  clock.multiplier = 1000.0 / 1001;
  EXPECT_NEAR(*parse_ttml_time("30f", clock), 1001, 1e-9);
  EXPECT_NEAR(*parse_ttml_time("00:00:01:15", clock), 1000 + 500.5, 1e-9);
  clock.smpte = true;
  EXPECT_NEAR(*parse_ttml_time("00:01:00:00", clock), 60060, 1e-9);
  clock.drop_mode = DropMode::drop_ntsc;
  EXPECT_NEAR(*parse_ttml_time("01:00:00:00", clock), 3599996.4, 1e-6);
  EXPECT_NEAR(*parse_ttml_time("00:01:00:02", clock), 1800 * 1001.0 / 30, 1e-9);
  EXPECT_EQ(parse_multiplier("1000 1001"), 1000.0 / 1001);
  EXPECT_EQ(parse_multiplier("1000:1001"), 1000.0 / 1001);
  EXPECT_EQ(parse_multiplier("1000"), std::nullopt);
  EXPECT_EQ(parse_multiplier("0 1"), std::nullopt);
}

TEST(TtmlTime, TicksAreAFrameWhereNothingElseIsSaid) {
  TtmlClock clock;
  EXPECT_EQ(parse_ttml_time("2t", clock), 2000);
  clock.tick_rate = 10000000;
  EXPECT_EQ(parse_ttml_time("25000000t", clock), 2500);
}

TEST(Ttml, TimesNestInParallelContainers) {
  EXPECT_EQ(
      times_of("<body begin=\"10s\"><div begin=\"1s\" end=\"5s\"><p begin=\"1s\" dur=\"1s\">a</p>"
               "<p begin=\"2s\" end=\"9s\">b</p><p>c</p></div></body>"),
      (Times{{12000, 13000}, {13000, 15000}, {11000, 15000}}));
  EXPECT_EQ(times_of("<body><div><p begin=\"1s\" end=\"4s\" dur=\"1s\">a</p>"
                     "<p begin=\"1s\" end=\"2s\" dur=\"9s\">b</p><p begin=\"3s\">c</p><p>d</p>"
                     "</div></body>"),
            (Times{{1000, 2000}, {1000, 2000}, {3000, std::nullopt}, {0, std::nullopt}}));
}

TEST(Ttml, TimesFollowEachOtherInSequences) {
  EXPECT_EQ(times_of("<body timeContainer=\"seq\"><div timeContainer=\"seq\"><p dur=\"1s\">a</p>"
                     "<p begin=\"1s\" dur=\"2s\">b</p></div><div><p end=\"3s\">c</p></div></body>"),
            (Times{{0, 1000}, {2000, 4000}, {4000, 7000}}));
  // A paragraph without a duration in a sequence has no end: its text lasts.
  EXPECT_EQ(times_of("<body timeContainer=\"seq\"><p>a</p></body>"), (Times{{0, std::nullopt}}));
}

TEST(Ttml, SpansWithTimesAreWordsOrCues) {
  EXPECT_EQ(tree_of("<span begin=\"1s\" end=\"2s\">a</span> <span begin=\"2s\">b</span>"),
            "<?timestamp 00:00:01.000>\n\"a\"\n<?timestamp 00:00:02.000>\n\" b\"\n");
  EXPECT_EQ(times_of("<body><div><p><span begin=\"1s\" end=\"2s\">a</span><br/>"
                     "<span begin=\"2s\" end=\"3s\">b</span></p></div></body>"),
            (Times{{1000, 2000}, {2000, 3000}}));
}

TEST(Ttml, WhiteSpaceIsCollapsedUnlessItIsPreserved) {
  EXPECT_EQ(tree_of("\n  a\n  b <span> c </span>\td<br/>  e  "), "\"a b c d\\ne\"\n");
  EXPECT_EQ(tree_of(" a  b ", "xml:space=\"preserve\""), "\" a  b \"\n");
  EXPECT_EQ(tree_of("a<span xml:space=\"preserve\">  </span>b"), "\"a  b\"\n");
}

TEST(Ttml, KeepsEmphasisFromStylesWhereverTheyStand) {
  const auto track = track_of(
      "<body style=\"s\"><div><p begin=\"0s\" end=\"1s\">a<span tts:fontStyle=\"normal\" "
      "tts:color=\"#ff0\">b</span><span tts:color=\"#FFFF00FF\" "
      "style=\"u\">c</span></p></div></body>",
      "<styling><style xml:id=\"r\" tts:fontStyle=\"italic\"/><style xml:id=\"s\" style=\"r\"/>"
      "<style xml:id=\"u\" tts:fontWeight=\"bold\" tts:textDecoration=\"underline\"/></styling>");
  EXPECT_EQ(list_cue_text(track.cues.at(0).content),
            "<i>\n  \"a\"\n\"b\"\n<span>\n  class=\"yellow\"\n  <i>\n    <b>\n      <u>\n        "
            "\"c\"\n");
}

TEST(Ttml, PutsRubyTogether) {
  const std::string expected = "\"a \"\n<ruby>\n  \"漢\"\n  <rt>\n    \"かん\"\n\"b\"\n";
  EXPECT_EQ(tree_of("a <span tts:ruby=\"container\"> <span tts:ruby=\"base\">漢</span> "
                    "<span tts:ruby=\"text\">かん</span> </span>b"),
            expected);
  EXPECT_EQ(tree_of("a <span tts:ruby=\"container\"><span tts:ruby=\"base\">漢</span>"
                    "<span tts:ruby=\"delimiter\">(</span><span tts:ruby=\"text\">かん</span>"
                    "<span tts:ruby=\"delimiter\">)</span></span>b"),
            expected);
  EXPECT_EQ(tree_of("<span tts:ruby=\"container\"><span tts:ruby=\"baseContainer\">"
                    "<span tts:ruby=\"base\">漢</span><span tts:ruby=\"base\">字</span></span>"
                    "<span tts:ruby=\"textContainer\"><span tts:ruby=\"text\">かん</span>"
                    "<span tts:ruby=\"text\">じ</span></span></span>"),
            "<ruby>\n  \"漢\"\n  <rt>\n    \"かん\"\n  \"字\"\n  <rt>\n    \"じ\"\n");
  EXPECT_EQ(tree_of("<span tts:ruby=\"container\"><span tts:ruby=\"base\">a</span></span>"),
            "\"a\"\n");
}

TEST(Ttml, KeepsSpeakersLanguagesAndTheTitle) {
  const auto track = track_of(
      "<body><div><p begin=\"0s\" end=\"1s\" ttm:agent=\"v1\">a<span "
      "xml:lang=\"en\">b</span></p></div></body>",
      "<metadata><ttm:title>Song</ttm:title><ttm:agent xml:id=\"v1\" type=\"person\">"
      "<ttm:name type=\"full\">Umi &amp; Kai</ttm:name></ttm:agent></metadata>");
  EXPECT_EQ(track.language, "ja");
  ASSERT_EQ(track.tags.size(), 1u);
  EXPECT_EQ(track.tags[0].value, "Song");
  EXPECT_EQ(list_cue_text(track.cues.at(0).content),
            "<span>\n  title=\"Umi & Kai\"\n  \"a\"\n  <span>\n    lang=\"en\"\n    \"b\"\n");
}

TEST(Ttml, RegionsGiveAlignmentDirectionAndPlace) {
  const auto track = track_of(
      "<body><div><p region=\"low\" begin=\"0s\" end=\"1s\" tts:textAlign=\"right\">a</p>"
      "<p region=\"side\" begin=\"0s\" end=\"1s\">b</p><p begin=\"0s\" "
      "end=\"1s\">c</p></div></body>",
      "<layout><region xml:id=\"low\" tts:origin=\"192px 80%\" tts:extent=\"80% 18%\" "
      "tts:displayAlign=\"after\"/><region xml:id=\"side\"><style "
      "tts:writingMode=\"tbrl\"/></region></layout>",
      "tts:extent=\"1920px 1080px\"");
  ASSERT_EQ(track.cues.size(), 3u);
  ASSERT_EQ(track.regions.size(), 1u);
  EXPECT_EQ(track.regions[0], (localisation::CaptionRegion{"low", 80, 3, 0, 100, 10, 98, false}));
  EXPECT_EQ(track.cues[0].settings.region, 0u);
  EXPECT_EQ(track.cues[0].settings.align, TextAlign::right);
  EXPECT_EQ(track.cues[1].settings.direction, WritingDirection::vertical_growing_left);
  EXPECT_EQ(track.cues[2].settings.align, TextAlign::start);
}

TEST(Ttml, NothingIsShownLongerThanItsRegion) {
  const auto track = track_of(
      "<body><div region=\"r\"><p begin=\"5s\" end=\"15s\">a</p><p begin=\"16s\" end=\"25s\">b</p>"
      "<p>c</p></div></body>",
      "<layout><region xml:id=\"r\" begin=\"10s\" end=\"20s\"/></layout>");
  ASSERT_EQ(track.cues.size(), 3u);
  EXPECT_EQ(track.cues[0].start_ms, 10000);
  EXPECT_EQ(track.cues[0].end_ms, 15000);
  EXPECT_EQ(track.cues[1].end_ms, 20000);
  EXPECT_EQ(track.cues[2].start_ms, 10000);
  EXPECT_EQ(track.cues[2].end_ms, 20000);
}

TEST(Ttml, WhatNeverAppearsIsLeftOutAndSaid) {
  Findings findings;
  const auto track =
      read_ttml(from_memory(document("<body><div end=\"10s\"><p begin=\"5s\" dur=\"9s\">a</p>"
                                     "<p begin=\"15s\" dur=\"1s\">b</p><p begin=\"1s\" end=\"9s\" "
                                     "timeContainer=\"seq\">c<span dur=\"2s\">d</span></p>"
                                     "<p begin=\"4s\" end=\"3s\">e</p></div></body>")),
                findings);
  ASSERT_TRUE(track);
  ASSERT_EQ(track->cues.size(), 3u);
  EXPECT_EQ(track->cues[0].end_ms, 10000);
  EXPECT_EQ(localisation::base_text(track->cues[1].content), "d");
  EXPECT_EQ(track->cues[2].end_ms, 3000);  // a mistake to be shown, not to be hidden
  const auto said = findings.take();
  ASSERT_EQ(said.size(), 2u);
  EXPECT_EQ(said[0].code, "ttml_never_shown");
}

TEST(Ttml, RefusesWhatItIsNotAndSaysWhere) {
  EXPECT_EQ(read("<html/>").error().code, "ttml_root_missing");
  EXPECT_EQ(read("").error().code, "xml_not_well_formed");
  EXPECT_EQ(read("<tt><body>\n</tt>").error().code, "xml_not_well_formed");
  EXPECT_EQ(read("<!DOCTYPE tt [<!ENTITY a 'b'>]><tt/>").error().code, "xml_doctype_refused");
  const auto time = read(document("\n<body>\n<div><p begin=\"soon\">a</p></div></body>"));
  ASSERT_FALSE(time);
  EXPECT_EQ(time.error().code, "ttml_time_malformed");
  EXPECT_EQ(time.error().where.line, 3);
  EXPECT_EQ(time.error().where.element, "begin");
}

TEST(Ttml, ElementsOfOthersAreNoText) {
  EXPECT_EQ(tree_of("a<metadata><ttm:desc>no</ttm:desc></metadata><set begin=\"1s\"/>b"),
            "\"ab\"\n");
  EXPECT_EQ(times_of("<body><div><p begin=\"1s\">a<f:span xmlns:f=\"urn:f\">no</f:span></p>"
                     "<f:p xmlns:f=\"urn:f\" begin=\"1s\">no</f:p></div></body>"),
            (Times{{1000, std::nullopt}}));
}

TEST(TtmlWriter, WritesImscThatReadsBack) {
  const std::string body =
      "<body><div><p xml:id=\"p1\" begin=\"1.5s\" end=\"4s\" region=\"bottom\">a &amp; "
      "&lt;b&gt;<br/>"
      "<span tts:fontStyle=\"italic\">c</span><span tts:ruby=\"container\"><span "
      "tts:ruby=\"base\">漢"
      "</span><span tts:ruby=\"text\">かん</span></span><span begin=\"1s\" end=\"2s\">d</span></p>"
      "<p begin=\"5s\">open</p></div></body>";
  const CaptionTrack track = track_of(body);
  const std::string written = write_ttml(track);
  EXPECT_NE(written.find("ttp:contentProfiles=\"http://www.w3.org/ns/ttml/profile/imsc1.1/text\""),
            std::string::npos);
  EXPECT_NE(written.find("tts:rubyReserve=\"outside\""), std::string::npos);
  const auto again = read(written);
  ASSERT_TRUE(again);
  ASSERT_EQ(again->cues.size(), 2u);
  EXPECT_EQ(again->cues[0].id, "p1");
  EXPECT_EQ(again->cues[0].start_ms, 1500);
  EXPECT_EQ(again->cues[0].end_ms, 4000);
  EXPECT_EQ(again->cues[0].content, track.cues[0].content);
  EXPECT_EQ(again->cues[1].end_ms, std::nullopt);
  EXPECT_EQ(write_ttml(*again), written);
}

TEST(TtmlWriter, NotesAndCreditsAreDescriptionsThatReadBack) {
  CaptionTrack track;
  track.tags = {{"ti", "海越え"}, {"translator", "Tess & Co"}, {"note", "one\n<two>"}};
  const std::string written = write_ttml(track);
  EXPECT_TRUE(written.contains("<ttm:desc>translator: Tess &amp; Co</ttm:desc>"));
  const auto again = read(written);
  ASSERT_TRUE(again);
  const std::vector<localisation::CaptionTag> tags = {
      {"note", "translator: Tess & Co"}, {"note", "one\n<two>"}, {"ti", "海越え"}};
  EXPECT_EQ(again->tags, tags);
  EXPECT_EQ(write_ttml(*again), written);
}

TEST(Ttml, WhatARegionSaysOfItselfIsNoNoteOfTheDocument) {
  const auto track =
      track_of("<body/>",
               "<metadata><ttm:desc>of all</ttm:desc><ttm:desc></ttm:desc></metadata>"
               "<layout><region xml:id=\"r\"><metadata><ttm:desc>of r</ttm:desc>"
               "</metadata></region></layout>");
  const std::vector<localisation::CaptionTag> tags = {{"note", "of all"}};
  EXPECT_EQ(track.tags, tags);
}

TEST(AppleLyrics, StateEveryLineAndWordFromTheStartOfTheSong) {
  Findings findings;
  const auto song = read_lrc(
      from_memory("[00:10.00]<00:10.00>one <00:11.00>two<00:12.00>\n[01:13.00]three\n[01:15.00]\n"),
      findings);
  ASSERT_TRUE(song);
  const std::string written = write_apple_lyrics(*song);
  EXPECT_NE(written.find("itunes:timing=\"Word\""), std::string::npos);
  EXPECT_NE(
      written.find("<p begin=\"00:10.000\" end=\"01:13.000\" itunes:key=\"L1\" ttm:agent=\"v1\">"
                   "<span begin=\"00:10.000\" end=\"00:11.000\">one</span> "
                   "<span begin=\"00:11.000\" end=\"00:12.000\">two</span></p>"),
      std::string::npos)
      << written;
  const auto again = read(written);
  ASSERT_TRUE(again) << again.error().code;
  ASSERT_EQ(again->cues.size(), 2u);
  EXPECT_EQ(again->cues[0].start_ms, 10000);
  EXPECT_EQ(again->cues[1].end_ms, 75000);
  EXPECT_EQ(write_apple_lyrics(*again), written);
}

}  // namespace
}  // namespace umikoe::formats::captions
