#include "localisation/translation_checks.h"

#include <gtest/gtest.h>

namespace umikoe::localisation {
namespace {

Glossary glossary() {
  Glossary out;
  out.add({TermKind::artist_name, "海音", "en", "UMINE", "", "mori"});
  out.add({TermKind::term, "星", "en", "star", "", "mori"});
  out.add({TermKind::do_not_translate, "HOSHI", "", "", "", "mori"});
  out.add({TermKind::forbidden, "oriental", "en", "", "", "mori"});
  out.add({TermKind::cultural_note, "七夕", "", "", "Star festival of 7 July", "mori"});
  out.add({TermKind::artist_name, "Ado", "en", "Ado", "", "mori"});
  return out;
}

std::string found(std::string source, std::string_view target, TextField field = TextField::bio) {
  SourceText text;
  text.key = {TextObject::recording, "X", field, is_numbered(field) ? 1 : 0};
  text.text = std::move(source);
  text.start_ms = 0;
  text.end_ms = 2000;
  std::string out;
  for (const auto& result : check_translation(text, target, "en", glossary())) {
    out += (out.empty() ? "" : ", ") + std::string(result.check) +
           (result.detail.empty() ? "" : "(" + result.detail + ")");
  }
  return out;
}

TEST(TranslationChecks, EachCheckFindsItsFault) {
  EXPECT_EQ(found("海音の星", "UMINE's star"), "");
  EXPECT_EQ(found("海音の星", " \n"), "empty");
  EXPECT_EQ(found("海音の歌", "Umine's song"), "glossary(海音 → UMINE)");
  EXPECT_EQ(found("星の歌", "Star song"), "");
  EXPECT_EQ(found("HOSHI の歌", "Song of Hoshi"), "glossary(HOSHI → HOSHI)");
  EXPECT_EQ(found("歌", "an Oriental song"), "forbidden(oriental)");
  EXPECT_EQ(found("<i>歌</i> {name} %1$s", "<i>song {name}"), "markup(%1$s </i>)");
  EXPECT_EQ(found("歌", "<b>song"), "markup(+<b>)");
  EXPECT_EQ(found("３回と１，０００人", "three times, 1000 people"), "numbers(3)");
  EXPECT_EQ(found("うた", "うた"), "same_as_source, script(en)");
  EXPECT_EQ(found("歌", "歌 song "), "outer_space");
  EXPECT_EQ(found("七夕の歌", "Song of Tanabata"), "") << "a note asks nothing";
}

TEST(TranslationChecks, LatinNamesAreWholeWords) {
  EXPECT_EQ(found("shadow", "Schatten"), "");
  EXPECT_EQ(found("Ado と", "ADO and"), "glossary(Ado → Ado)");
}

TEST(TranslationChecks, CuesAreReadAtAPace) {
  EXPECT_EQ(found("歌", "a song of twenty and more letters, far too long",
                  TextField::subtitle_cue),
            "reading_speed(24 > 20), line_width(47 > 42)");
  EXPECT_EQ(found("歌", "a song", TextField::subtitle_cue), "");
}

TEST(TranslationChecks, EveryFieldHasAWidthWhereOneIsSet) {
  SourceText text;
  text.text = "題";
  text.max_width = 5;
  EXPECT_EQ(check_translation(text, "title", "en", {}).size(), 0u);
  EXPECT_EQ(check_translation(text, "titles", "en", {}).at(0).check, "length");
}

TEST(TranslationChecks, MarkupIsToldFromWords) {
  EXPECT_TRUE(markup_in("5 < 6 and 7 > 3, 100 % of it, {not this}").empty());
  EXPECT_EQ(markup_in("<c.yellow>a</c> {0} %d").size(), 4u);
}

TEST(Glossary, MeetsTermsOnceAndShowsNotes) {
  const Glossary all = glossary();
  const auto met = all.met_in("七夕の星と海音の星", "en");
  ASSERT_EQ(met.size(), 3u);
  EXPECT_EQ(all.met_in("海音", "ko").size(), 0u);
}

TEST(Glossary, ALongerWordHidesTheShorterInside) {
  Glossary all = glossary();
  all.add({TermKind::artist_name, "星文", "en", "Hoshibumi", "", "mori"});
  ASSERT_EQ(all.met_in("星文の歌", "en").size(), 1u);
  EXPECT_EQ(all.met_in("星文の歌", "en").front()->target, "Hoshibumi");
  EXPECT_EQ(all.met_in("星文と星", "en").size(), 2u);
}

}  // namespace
}  // namespace umikoe::localisation
