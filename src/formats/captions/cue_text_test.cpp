// The cue text parsing rules of W3C WebVTT, state by state, on cases of our own.

#include "formats/captions/cue_text.h"

#include <gtest/gtest.h>

#include "base/limits.h"
#include "formats/captions/webvtt_writer.h"

namespace umikoe::formats::captions {
namespace {

std::string tree(std::string_view text) {
  const auto content = parse_cue_text(text);
  EXPECT_TRUE(content) << text;
  return content ? list_cue_text(*content) : std::string();
}

// The one text that the cue text consists of.
std::string text_of(std::string_view written) {
  const auto content = parse_cue_text(written);
  EXPECT_TRUE(content && content->size() == 1) << written;
  return content && content->size() == 1 ? content->front().value : std::string();
}

TEST(CueText, TextIsQuoted) {
  EXPECT_EQ(tree(""), "");
  EXPECT_EQ(tree("plain"), "\"plain\"\n");
  EXPECT_EQ(tree("two\nlines"), "\"two\\nlines\"\n");
  EXPECT_EQ(tree("a > b --> c"), "\"a > b --> c\"\n");
}

TEST(CueText, EveryTagBecomesItsElement) {
  EXPECT_EQ(tree("<c>a"), "<span>\n  \"a\"\n");
  EXPECT_EQ(tree("<i>a"), "<i>\n  \"a\"\n");
  EXPECT_EQ(tree("<b>a"), "<b>\n  \"a\"\n");
  EXPECT_EQ(tree("<u>a"), "<u>\n  \"a\"\n");
  EXPECT_EQ(tree("<ruby>a<rt>b"), "<ruby>\n  \"a\"\n  <rt>\n    \"b\"\n");
  EXPECT_EQ(tree("<v Mary Ann>a"), "<span>\n  title=\"Mary Ann\"\n  \"a\"\n");
  EXPECT_EQ(tree("<lang ja-JP>a"), "<span>\n  lang=\"ja-JP\"\n  \"a\"\n");
  EXPECT_EQ(tree("<v>a"), "<span>\n  title=\"\"\n  \"a\"\n");
  EXPECT_EQ(tree("<lang>a"), "<span>\n  lang=\"\"\n  \"a\"\n");
}

TEST(CueText, UnknownTagsAreLeftOutAndPartTheText) {
  EXPECT_EQ(tree("a<x>b</x>c"), "\"a\"\n\"b\"\n\"c\"\n");
  EXPECT_EQ(tree("a<>b"), "\"a\"\n\"b\"\n");
  EXPECT_EQ(tree("a</>b"), "\"a\"\n\"b\"\n");
  EXPECT_EQ(tree("<I>a"), "\"a\"\n");
  EXPECT_EQ(tree("a<"), "\"a\"\n");
  EXPECT_EQ(tree("a<b"), "\"a\"\n<b>\n");
  EXPECT_EQ(tree("a</b"), "\"a\"\n");
  EXPECT_EQ(tree("< b>a"), "\"a\"\n");
  EXPECT_EQ(tree("<b/>a"), "\"a\"\n");
  EXPECT_EQ(tree("<!-- a -->b"), "\"b\"\n");
}

TEST(CueText, EndTagsCloseOnlyTheInnermostElement) {
  EXPECT_EQ(tree("<b>a</b>c"), "<b>\n  \"a\"\n\"c\"\n");
  EXPECT_EQ(tree("<b><i>a</b>c</i>d"), "<b>\n  <i>\n    \"a\"\n    \"c\"\n  \"d\"\n");
  EXPECT_EQ(tree("a</b>c"), "\"a\"\n\"c\"\n");
  EXPECT_EQ(tree("<c.x>a</c.x>b"), "<span>\n  class=\"x\"\n  \"a\"\n  \"b\"\n");
  EXPECT_EQ(tree("<c>a</c >b"), "<span>\n  \"a\"\n  \"b\"\n");
  EXPECT_EQ(tree("<v A>a</v>b"), "<span>\n  title=\"A\"\n  \"a\"\n\"b\"\n");
  EXPECT_EQ(tree("<lang a>a</lang>b"), "<span>\n  lang=\"a\"\n  \"a\"\n\"b\"\n");
  EXPECT_EQ(tree("<u>a</u>b"), "<u>\n  \"a\"\n\"b\"\n");
}

TEST(CueText, RubyTextNeedsARubyAndEndsWithIt) {
  EXPECT_EQ(tree("<rt>a"), "\"a\"\n");
  EXPECT_EQ(tree("<ruby><b><rt>a"), "<ruby>\n  <b>\n    \"a\"\n");
  EXPECT_EQ(tree("<ruby>a<rt>b</rt>c<rt>d</ruby>e"),
            "<ruby>\n  \"a\"\n  <rt>\n    \"b\"\n  \"c\"\n  <rt>\n    \"d\"\n\"e\"\n");
  EXPECT_EQ(tree("<ruby>a<rt>b<rt>c"), "<ruby>\n  \"a\"\n  <rt>\n    \"b\"\n    \"c\"\n");
  EXPECT_EQ(tree("<ruby>a<rt><i>b</ruby>c"),
            "<ruby>\n  \"a\"\n  <rt>\n    <i>\n      \"b\"\n      \"c\"\n");
}

TEST(CueText, ClassesFollowTheNameAndEmptyOnesAreLeftOut) {
  EXPECT_EQ(tree("<c.a.b>x"), "<span>\n  class=\"a b\"\n  \"x\"\n");
  EXPECT_EQ(tree("<i..a.>x"), "<i>\n  class=\"a\"\n  \"x\"\n");
  EXPECT_EQ(tree("<v.loud Mary>x"), "<span>\n  class=\"loud\"\n  title=\"Mary\"\n  \"x\"\n");
  EXPECT_EQ(tree("<b.a"), "<b>\n  class=\"a\"\n");
  EXPECT_EQ(tree("<.a>x"), "\"x\"\n");
  EXPECT_EQ(tree("<c.a\tnote>x"), "<span>\n  class=\"a\"\n  \"x\"\n");
  EXPECT_EQ(tree("<c.&amp;>x"), "<span>\n  class=\"&amp;\"\n  \"x\"\n");
}

TEST(CueText, AnnotationsAreTrimmedAndTheirBlanksJoined) {
  EXPECT_EQ(tree("<v   Mary \t\n Ann  >x"), "<span>\n  title=\"Mary Ann\"\n  \"x\"\n");
  EXPECT_EQ(tree("<v\nMary>x"), "<span>\n  title=\"Mary\"\n  \"x\"\n");
  EXPECT_EQ(tree("<v.a\nMary>x"), "<span>\n  class=\"a\"\n  title=\"Mary\"\n  \"x\"\n");
  EXPECT_EQ(tree("<v\fMary>x"), "<span>\n  title=\"Mary\"\n  \"x\"\n");
  EXPECT_EQ(tree("<v A&amp;B&gt;C>x"), "<span>\n  title=\"A&B>C\"\n  \"x\"\n");
  EXPECT_EQ(tree("<v A&>x"), "<span>\n  title=\"A&\"\n  \"x\"\n");
  EXPECT_EQ(tree("<v A<b>x"), "<span>\n  title=\"A<b\"\n  \"x\"\n");
  EXPECT_EQ(tree("<v Mary"), "<span>\n  title=\"Mary\"\n");
  EXPECT_EQ(tree("<i note>x"), "<i>\n  \"x\"\n");
}

TEST(CueText, TimestampsAreInstructions) {
  EXPECT_EQ(tree("a<00:01.000>b"), "\"a\"\n<?timestamp 00:00:01.000>\n\"b\"\n");
  EXPECT_EQ(tree("<1:00:00.500>"), "<?timestamp 01:00:00.500>\n");
  EXPECT_EQ(tree("<100:00:00.000>"), "<?timestamp 100:00:00.000>\n");
  EXPECT_EQ(tree("<b><00:01.000></b>"), "<b>\n  <?timestamp 00:00:01.000>\n");
  EXPECT_EQ(tree("<00:01.000"), "<?timestamp 00:00:01.000>\n");
  for (const char* broken : {"<00:01.000 >", "<00:01>", "<00:61.000>", "<00:01.0000>", "<0>",
                             "<00:01.000/>", "<60:00.000>"}) {
    EXPECT_EQ(tree(broken), "") << broken;
  }
}

TEST(CueText, CharacterReferencesAreThoseOfHtml) {
  EXPECT_EQ(text_of("&amp;&lt;&gt;&quot;&apos;"), "&<>\"'");
  EXPECT_EQ(text_of("&nbsp;"), "\u00a0");
  EXPECT_EQ(text_of("a&lrm;b&rlm;c"), "a\u200eb\u200fc");
  EXPECT_EQ(text_of("&copy;&copy"), "©©");
  EXPECT_EQ(text_of("&AMP;&AMP&LT;"), "&&<");
  EXPECT_EQ(text_of("&amp"), "&");
  EXPECT_EQ(text_of("&ampx"), "&x");
  EXPECT_EQ(text_of("&notit;"), "¬it;");
  EXPECT_EQ(text_of("&notin;"), "∉");
  EXPECT_EQ(text_of("&hearts;&CounterClockwiseContourIntegral;"), "♥∳");
  EXPECT_EQ(text_of("&acE;"), "∾\u0333");
  EXPECT_EQ(text_of("&hearts"), "&hearts");  // this one needs its semicolon
  EXPECT_EQ(text_of("&unknown;"), "&unknown;");
  EXPECT_EQ(text_of("&;"), "&;");
  EXPECT_EQ(text_of("&"), "&");
  EXPECT_EQ(text_of("& amp;"), "& amp;");
  EXPECT_EQ(text_of("&&amp;"), "&&");
  EXPECT_EQ(text_of("&Amp;"), "&Amp;");
}

TEST(CueText, NumbersNameCharactersAsInHtml) {
  EXPECT_EQ(text_of("&#65;&#x41;&#X41;&#x3042;"), "AAAあ");
  EXPECT_EQ(text_of("&#65"), "A");
  EXPECT_EQ(text_of("&#65x"), "Ax");
  EXPECT_EQ(text_of("&#x1F3B5;"), "🎵");
  EXPECT_EQ(text_of("&#128;&#x9f;"), "€Ÿ");  // what they were in Windows-1252
  EXPECT_EQ(text_of("&#0;&#xD800;&#x110000;&#99999999999999999999;"), "\ufffd\ufffd\ufffd\ufffd");
  EXPECT_EQ(text_of("&#;"), "&#;");
  EXPECT_EQ(text_of("&#x;"), "&#x;");
  EXPECT_EQ(text_of("&#-1;"), "&#-1;");
  EXPECT_EQ(text_of("&#xg"), "&#xg");
}

TEST(CueText, AReferenceBeforeATagIsOnlyAnAmpersand) {
  EXPECT_EQ(tree("&<b>a"), "\"&\"\n<b>\n  \"a\"\n");
  EXPECT_EQ(tree("&amp<b>a"), "\"&\"\n<b>\n  \"a\"\n");
}

TEST(CueText, NestingHasALimitWithAName) {
  std::string deep;
  for (int i = 0; i < limits::cue_text_depth.value; ++i) deep += "<b>";
  EXPECT_TRUE(parse_cue_text(deep));
  const auto beyond = parse_cue_text(deep + "<b>");
  ASSERT_FALSE(beyond);
  EXPECT_EQ(beyond.error().code, "limit_exceeded");
}

TEST(CueText, WritesWhatParsesToTheSame) {
  for (const char* text : {"<v.a.b Mary &amp; Ann>Hi <i>you", "<ruby>漢<rt>かん</rt>字<rt>じ",
                           "a<00:01.000>b<lang ja>c</lang>&lt;d&gt; & e", "<c.x><c.y>z"}) {
    const auto content = parse_cue_text(text);
    ASSERT_TRUE(content);
    EXPECT_EQ(parse_cue_text(write_cue_text(*content)), content) << text;
  }
}

}  // namespace
}  // namespace umikoe::formats::captions
