#include "localisation/readiness.h"

#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>

namespace umikoe::localisation {
namespace {

ReadinessFacts bare_sound() {
  ReadinessFacts facts;
  facts.title_needs_reading = true;
  return facts;
}

NeedState state(const Readiness& readiness, Need need) {
  for (const ReadinessItem& item : readiness.items) {
    if (item.need == need) return item.state;
  }
  return NeedState::not_needed;
}

TEST(Readiness, NothingOnFileIsNothingReady) {
  const Readiness english = readiness(bare_sound(), "en");
  EXPECT_EQ(english.score, 0);
  EXPECT_FALSE(english.understood);
  EXPECT_EQ(english.missing(), (std::vector<Need>{Need::title_latin, Need::title_language,
                                                  Need::artist_latin, Need::reading}));
}

TEST(Readiness, LatinNamesAreUnderstood) {
  ReadinessFacts facts = bare_sound();
  facts.latin_title = facts.latin_artist = facts.reading = true;
  const Readiness english = readiness(facts, "en");
  EXPECT_TRUE(english.understood);
  EXPECT_EQ(english.score, 70 * 100 / 85);
  facts.title_languages = {"en"};
  EXPECT_EQ(readiness(facts, "en").score, 100);
  EXPECT_EQ(state(readiness(facts, "pt"), Need::title_language), NeedState::missing);
}

TEST(Readiness, ALatinOriginalNeedsNoForms) {
  ReadinessFacts facts;
  facts.title_is_latin = facts.artist_is_latin = true;
  EXPECT_EQ(readiness(facts, "en").score, 100);
}

TEST(Readiness, KeptByWishIsFinished) {
  ReadinessFacts facts = bare_sound();
  facts.title_kept = true;
  facts.latin_artist = facts.reading = true;
  const Readiness english = readiness(facts, "en");
  EXPECT_EQ(state(english, Need::title_latin), NeedState::kept);
  EXPECT_TRUE(english.understood);
  EXPECT_EQ(english.score, 100);
}

TEST(Readiness, ProposalsWaitAndDoNotCount) {
  ReadinessFacts facts = bare_sound();
  facts.latin_title_waiting = facts.reading_waiting = true;
  const Readiness english = readiness(facts, "en");
  EXPECT_EQ(state(english, Need::title_latin), NeedState::waiting);
  EXPECT_EQ(english.score, 0);
  EXPECT_FALSE(english.understood);
}

TEST(Readiness, VideosNeedSubtitlesInTheLanguageOrEnglish) {
  ReadinessFacts facts;
  facts.video = true;
  facts.title_is_latin = facts.artist_is_latin = true;
  EXPECT_FALSE(readiness(facts, "pt").understood);
  facts.subtitle_languages = {"en"};
  EXPECT_TRUE(readiness(facts, "pt").understood);
  facts.subtitle_languages = {"fr"};
  EXPECT_FALSE(readiness(facts, "pt").understood);
  facts.instrumental = true;
  EXPECT_TRUE(readiness(facts, "pt").understood);
}

TEST(Readiness, JapaneseNeedsOnlyTheReading) {
  const Readiness japanese = readiness(bare_sound(), "ja");
  EXPECT_TRUE(japanese.understood);
  EXPECT_EQ(japanese.missing(), std::vector<Need>{Need::reading});
}

TEST(MainLanguage, FollowsUnicode) {
  EXPECT_EQ(main_language("BR"), "pt");
  EXPECT_EQ(main_language("MX"), "es");
  EXPECT_EQ(main_language("TW"), "zh");
  EXPECT_EQ(main_language("JP"), "ja");
  EXPECT_EQ(main_language("US"), "en");
  EXPECT_EQ(main_language("ES-CN"), "es");
}

RC_GTEST_PROP(Readiness, MoreOnFileIsNeverLessReady, ()) {
  ReadinessFacts facts;
  facts.video = *rc::gen::arbitrary<bool>();
  facts.title_needs_reading = *rc::gen::arbitrary<bool>();
  facts.latin_title = *rc::gen::arbitrary<bool>();
  facts.latin_artist = *rc::gen::arbitrary<bool>();
  facts.reading = *rc::gen::arbitrary<bool>();
  if (*rc::gen::arbitrary<bool>()) facts.subtitle_languages = {"en"};
  const Readiness before = readiness(facts, "en");
  ReadinessFacts more = facts;
  switch (*rc::gen::inRange(0, 4)) {
    case 0:
      more.latin_title = true;
      break;
    case 1:
      more.latin_artist = true;
      break;
    case 2:
      more.reading = true;
      break;
    default:
      more.subtitle_languages = {"en"};
  }
  const Readiness after = readiness(more, "en");
  RC_ASSERT(after.score >= before.score);
  RC_ASSERT(after.understood || !before.understood);
  RC_ASSERT(after.score >= 0 && after.score <= 100);
  RC_ASSERT(after.missing().empty() == (after.score == 100));
}

}  // namespace
}  // namespace umikoe::localisation
