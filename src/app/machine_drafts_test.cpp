// Nothing leaves without consent, protected words come back, the meter counts, the cache answers.
#include "app/translation/machine_drafts.h"

#include <gtest/gtest.h>

#include "app/translation/record_edits.h"
#include "localisation/translation_checks.h"

namespace umikoe::app {
namespace {

using localisation::GlossaryTerm;
using localisation::SourceText;
using localisation::TermKind;

SourceText source(std::string text) {
  SourceText out;
  out.text = std::move(text);
  return out;
}

localisation::Glossary glossary() {
  localisation::Glossary out;
  out.add({TermKind::artist_name, "海音", "en", "UMINE", "", ""});
  out.add({TermKind::do_not_translate, "HOSHI", "", "", "", ""});
  out.add({TermKind::cultural_note, "七夕", "", "", "note", ""});
  return out;
}

TEST(ProtectedText, PartsLeaveAndComeBackWhereTheLanguagePutsThem) {
  const auto text = protect(source("<i>海音</i> & HOSHI の夜"), "en", glossary());
  EXPECT_EQ(text.text, "<x id=\"0\"/><x id=\"1\"/><x id=\"2\"/> &amp; <x id=\"3\"/> の夜");
  const auto back =
      restored("Night of <x id=\"3\" /> &amp; <x id='0'/><x id=\"1\"></x><x id=\"2\"/>", text);
  ASSERT_TRUE(back);
  EXPECT_EQ(*back, "Night of HOSHI & <i>UMINE</i>");
}

TEST(ProtectedText, ALostOrDoubledPartIsNotKept) {
  const auto text = protect(source("海音の夜"), "en", glossary());
  EXPECT_FALSE(restored("Night", text));
  EXPECT_FALSE(restored("<x id=\"0\"/> <x id=\"0\"/>", text));
  EXPECT_TRUE(restored("Night of <x id=\"0\"/>", text));
}

TEST(ProtectedText, TextWithoutPartsSurvives) {
  const auto text = protect(source("1 < 2 & 3"), "en", {});
  EXPECT_EQ(text.text, "1 &lt; 2 &amp; 3");
  EXPECT_EQ(restored("1 &lt; 2 &amp; 3", text), "1 < 2 & 3");
}

}  // namespace
}  // namespace umikoe::app
