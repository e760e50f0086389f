// Properties: what is written reads back, whatever was read; and hostile input costs its length.

#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>

#include "base/limits.h"
#include "formats/captions/caption_format.h"
#include "formats/captions/cue_text.h"
#include "formats/captions/cue_text_tokens.h"
#include "formats/captions/webvtt_reader.h"
#include "formats/captions/webvtt_writer.h"

namespace umikoe::formats::captions {
namespace {

using localisation::CaptionTrack;

// Texts made of the pieces that matter to the formats.
rc::Gen<std::string> caption_bytes() {
  const auto piece = rc::gen::element<std::string>(
      "WEBVTT\n\n", "00:01.000 --> 00:02.000", "00:00:03,500 --> 00:00:04,000", "\n", "\n\n",
      "\r\n", "1\n", "id", " line:50%,end", " region:a", " align:left position:10%",
      "REGION\nid:a\nlines:2\n", "STYLE\nx\n", "NOTE y\n", "<i>", "</i>", "<b", ">", "<v A B>",
      "<c.x.y>", "</c>", "<ruby>漢<rt>かん", "</ruby>", "<00:01.500>", "&amp;", "&lt;", "&", "-->",
      "[00:01.00]", "[ti:x]", "<00:01.20>word ", "0:00:01.000,0:00:02.000\n", "{\\an8}", "日本語",
      "\t", "5", "]", "{", "}", "[br]", " ");
  return rc::gen::map(rc::gen::container<std::vector<std::string>>(piece),
                      [](const std::vector<std::string>& pieces) {
                        std::string out;
                        for (const auto& p : pieces) out += p;
                        return out;
                      });
}

std::optional<CaptionTrack> read(CaptionFormat format, std::string_view bytes,
                                 size_t piece = 65536) {
  auto file = read_captions(format, from_memory(bytes, piece));
  if (!file || !read_contents(file->track)) return std::nullopt;
  return std::move(file->track);
}

void writes_the_same_again(CaptionFormat format, const std::string& bytes) {
  const auto first = read(format, bytes);
  if (!first) return;
  const std::string written = write_captions(format, *first);
  const auto second = read(format, written);
  RC_ASSERT(second.has_value());
  RC_ASSERT(write_captions(format, *second) == written);
}

RC_GTEST_PROP(CaptionRoundTrip, WebvttKeepsEveryCue, ()) {
  const auto track = read(CaptionFormat::vtt, "WEBVTT\n\n" + *caption_bytes());
  RC_PRE(track.has_value());
  const auto again = read(CaptionFormat::vtt, write_webvtt(*track));
  RC_ASSERT(again.has_value());
  RC_ASSERT(again->cues.size() == track->cues.size());
  for (size_t i = 0; i < track->cues.size(); ++i) {
    localisation::Cue cue = again->cues[i];
    cue.line = track->cues[i].line;
    RC_ASSERT(cue == track->cues[i]);
  }
  RC_ASSERT(again->regions == track->regions);
  RC_ASSERT(again->style_sheets == track->style_sheets);
  RC_ASSERT(again->tags == track->tags);
}

RC_GTEST_PROP(CaptionRoundTrip, EveryFormatWritesTheSameAgain, ()) {
  const std::string bytes = *caption_bytes();
  for (const auto format :
       {CaptionFormat::vtt, CaptionFormat::srt, CaptionFormat::sbv, CaptionFormat::lrc}) {
    writes_the_same_again(format, format == CaptionFormat::vtt ? "WEBVTT\n\n" + bytes : bytes);
  }
}

RC_GTEST_PROP(CaptionRoundTrip, EveryFormatReadsWhatAnyTrackIsWrittenAs, ()) {
  const auto track = read(CaptionFormat::vtt, "WEBVTT\n\n" + *caption_bytes());
  RC_PRE(track.has_value());
  for (const auto format : {CaptionFormat::vtt, CaptionFormat::srt, CaptionFormat::sbv,
                            CaptionFormat::lrc, CaptionFormat::ttml, CaptionFormat::apple}) {
    const std::string written = write_captions(format, *track);
    const auto again = read(format, written);
    RC_ASSERT(again.has_value());
    if (format == CaptionFormat::lrc || format == CaptionFormat::apple) continue;
    const std::string second = write_captions(format, *again);
    const auto third = read(format, second);
    RC_ASSERT(third.has_value());
    RC_ASSERT(write_captions(format, *third) == second);
  }
}

RC_GTEST_PROP(CaptionRoundTrip, CueTextParsesToWhatItWasWrittenFrom, ()) {
  const auto content = parse_cue_text(*caption_bytes());
  RC_PRE(content.has_value());
  const auto again = parse_cue_text(write_cue_text(*content));
  RC_ASSERT(again.has_value());
  RC_ASSERT(localisation::normalised(*again) == localisation::normalised(*content));
}

RC_GTEST_PROP(CaptionRoundTrip, PiecesSayTheSameAsTheWhole, ()) {
  const std::string bytes = *caption_bytes();
  const size_t piece = *rc::gen::inRange<size_t>(1, 9);
  for (const auto format :
       {CaptionFormat::vtt, CaptionFormat::srt, CaptionFormat::sbv, CaptionFormat::lrc}) {
    const std::string whole = format == CaptionFormat::vtt ? "WEBVTT\n" + bytes : bytes;
    RC_ASSERT(read(format, whole) == read(format, whole, piece));
  }
}

// The work on hostile cue text, counted: tokens and bytes in them never exceed the bytes given.
TEST(CaptionWork, TokensNeverHoldMoreThanTheText) {
  for (const char* unit :
       {"<", "&", "&a", "<b>", "</b>", "<c.", "<v a&amp;", "<00:", "&#x", "<b.a "}) {
    std::string text;
    while (text.size() < 20'000) text += unit;
    CueTextTokens tokens(text);
    size_t count = 0;
    size_t bytes = 0;
    for (auto token = tokens.next(); token; token = tokens.next()) {
      ++count;
      bytes += token->value.size() + token->annotation.size();
      for (const auto& name : token->classes) bytes += name.size();
    }
    EXPECT_LE(count, text.size()) << unit;
    EXPECT_LE(bytes, text.size()) << unit;
  }
}

// A line that is repeated is kept for each repetition, up to a limit with a name.
TEST(CaptionWork, RepeatedLinesOfLyricsStopAtALimit) {
  std::string line;
  while (line.size() < 1'000'000) line += "[00:01.00]";
  line += std::string(100'000, 'x');
  const auto file = read_captions(CaptionFormat::lrc, from_memory(line));
  ASSERT_FALSE(file);
  EXPECT_EQ(file.error().code, "limit_exceeded");
}

TEST(CaptionLimits, ThereAreOnlySoManyCues) {
  std::string bytes;
  for (int64_t i = 0; i <= limits::cue_count_max.value; ++i) bytes += "00:01,00:02\n";
  const auto file = read_captions(CaptionFormat::sbv, from_memory(bytes));
  ASSERT_FALSE(file);
  EXPECT_EQ(file.error().code, "limit_exceeded");
  EXPECT_EQ(file.error().where.line, limits::cue_count_max.value + 1);
}

TEST(CaptionLimits, AFileMayNotBeLargerThanItsLimit) {
  const std::string bytes(static_cast<size_t>(limits::caption_file_bytes.value) + 1, 'x');
  const auto file = read_captions(CaptionFormat::srt, from_memory(bytes));
  ASSERT_FALSE(file);
  EXPECT_EQ(file.error().code, "limit_exceeded");
}

}  // namespace
}  // namespace umikoe::formats::captions
