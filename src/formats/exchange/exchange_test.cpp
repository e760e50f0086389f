#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>
#include <unistd.h>

#include <cstdio>
#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <pugixml.hpp>

#include "formats/exchange/exchange_file.h"

namespace umikoe::formats::exchange {
namespace {

using localisation::UnitStage;

ExchangeUnit unit(std::string id, std::string source, std::string target, UnitStage stage) {
  ExchangeUnit out;
  out.id = std::move(id);
  out.source_language = "ja";
  out.target_language = "en";
  out.source = std::move(source);
  out.target = std::move(target);
  out.stage = stage;
  return out;
}

std::vector<ExchangeUnit> all_stages() {
  std::vector<ExchangeUnit> units;
  int number = 0;
  for (const UnitStage stage :
       {UnitStage::missing, UnitStage::draft, UnitStage::translated, UnitStage::reviewed,
        UnitStage::rights_approved, UnitStage::published, UnitStage::withdrawn,
        UnitStage::kept_original}) {
    auto one = unit("work:lyric_line." + std::to_string(++number) + ":en:T1", "星 & <i>夜</i>\n二行目",
                    stage == UnitStage::missing ? "" : "Star & <i>night</i>\n\"two\"", stage);
    one.context = "星の音";
    one.note = "海音 → UMINE\n七夕 (Star festival)";
    one.credits = {"Tess", "Ren <ren>"};
    one.max_width = 42;
    units.push_back(one);
  }
  return units;
}

// Written, read, written: the same units, the same bytes.
TEST(Exchange, EveryFormatKeepsWhatItHolds) {
  const auto units = all_stages();
  for (const auto format : {ExchangeFormat::xliff12, ExchangeFormat::xliff21, ExchangeFormat::po,
                            ExchangeFormat::csv}) {
    const std::string bytes = write_exchange(format, units, false);
    const auto read = read_exchange(bytes);
    ASSERT_TRUE(read) << word(format) << " " << read.error().code;
    EXPECT_EQ(read->units, units) << word(format);
    EXPECT_TRUE(read->findings.empty()) << word(format);
    EXPECT_EQ(write_exchange(format, read->units, false), bytes) << word(format);
  }
  const auto with_mark = read_exchange(write_exchange_csv(units, true));
  ASSERT_TRUE(with_mark);
  EXPECT_EQ(with_mark->units, units);
}

RC_GTEST_PROP(Exchange, AnyTextSurvives, (std::vector<std::string> texts)) {
  std::vector<ExchangeUnit> units;
  for (const auto& text : texts) {
    std::string ascii;
    for (const char c : text) {
      // XML holds no control characters, and CSV drops a bare carriage return.
      if (static_cast<unsigned char>(c) >= 0x20 && static_cast<unsigned char>(c) < 0x7f) ascii += c;
    }
    units.push_back(unit("u" + std::to_string(units.size()), "=" + ascii, "'-" + ascii + "\t\n",
                         UnitStage::translated));
  }
  for (const auto format : {ExchangeFormat::xliff12, ExchangeFormat::xliff21, ExchangeFormat::po,
                            ExchangeFormat::csv}) {
    const auto read = read_exchange(write_exchange(format, units, false));
    RC_ASSERT(read);
    auto expected = units;
    if (format == ExchangeFormat::po && expected.empty()) continue;
    RC_ASSERT(read->units == expected);
  }
}

TEST(Exchange, XliffIsAsTheStandardsSay) {
  const auto units = all_stages();
  pugi::xml_document first;
  ASSERT_TRUE(first.load_string(write_xliff12(units).c_str()));
  const auto file = first.child("xliff").child("file");
  EXPECT_STREQ(file.attribute("target-language").value(), "en");
  int approved = 0;
  for (const auto& trans : file.child("body").children("trans-unit")) {
    approved += std::string_view(trans.attribute("approved").value()) == "yes";
    EXPECT_STREQ(trans.child("source").attribute("xml:lang").value(), "ja");
  }
  EXPECT_EQ(approved, 3);
  pugi::xml_document second;
  ASSERT_TRUE(second.load_string(write_xliff21(units).c_str()));
  EXPECT_STREQ(second.child("xliff").attribute("version").value(), "2.1");
  std::vector<std::string> states;
  for (const auto& one : second.child("xliff").child("file").children("unit")) {
    states.emplace_back(one.child("segment").attribute("state").value());
  }
  EXPECT_EQ(states, (std::vector<std::string>{"initial", "initial", "translated", "reviewed",
                                              "final", "final", "initial", "final"}));
}

// As Weblate and translate-toolkit write it: no attributes of ours, a state the tool changed.
TEST(Exchange, ReadsWhatToolsWrite) {
  const auto weblate = read_exchange(R"(<?xml version='1.0' encoding='UTF-8'?>
<xliff xmlns="urn:oasis:names:tc:xliff:document:1.2" version="1.2">
<file original="x" source-language="ja" target-language="en" datatype="plaintext"><body>
<trans-unit id="1" resname="recording:title:en:JPZZ02600001" xml:space="preserve" approved="yes">
<source>星</source><target state="final">Star<g id="1"> of</g><x id="2" equiv-text="!"/></target>
<alt-trans><source>no</source><target>no</target></alt-trans>
</trans-unit>
<trans-unit id="2" xml:space="preserve"><source>夜</source>
<target state="needs-translation">Night</target></trans-unit>
</body></file></xliff>)");
  ASSERT_TRUE(weblate) << weblate.error().code;
  ASSERT_EQ(weblate->units.size(), 2u);
  EXPECT_EQ(weblate->units[0].target, "Star of!");
  EXPECT_EQ(weblate->units[0].stage, UnitStage::rights_approved);
  EXPECT_EQ(weblate->units[1].id, "2");
  EXPECT_EQ(weblate->units[1].stage, UnitStage::draft);
  EXPECT_EQ(weblate->findings.size(), 2u);
  const auto segments = read_exchange(R"(<xliff xmlns="urn:oasis:names:tc:xliff:document:2.0"
 version="2.0" srcLang="ja" trgLang="en"><file id="f"><unit id="a" name="n">
 <mtc:matches xmlns:mtc="urn:oasis:names:tc:xliff:matches:2.0"><mtc:match ref="#1">
 <source>x</source><target>y</target></mtc:match></mtc:matches>
 <segment state="reviewed"><source>一</source><target>One</target></segment>
 <ignorable><source> </source><target> </target></ignorable>
 <segment state="translated"><source>二</source><target>two</target></segment>
 </unit></file></xliff>)");
  ASSERT_TRUE(segments) << segments.error().code;
  EXPECT_EQ(segments->units.at(0).source, "一 二");
  EXPECT_EQ(segments->units.at(0).target, "One two");
  EXPECT_EQ(segments->units.at(0).stage, UnitStage::translated);
}

// A stale word of ours does not outlive the state a tool set.
TEST(Exchange, TheStandardsStateCountsFirst) {
  std::string bytes = write_xliff21({unit("u", "a", "b", UnitStage::published)});
  bytes.replace(bytes.find("state=\"final\""), 13, "state=\"initial\"");
  EXPECT_EQ(read_exchange(bytes)->units.at(0).stage, UnitStage::draft);
}

TEST(Exchange, TmxHoldsEveryPair) {
  const auto omegat = read_exchange(R"(<?xml version="1.0" encoding="UTF-8"?>
<!DOCTYPE tmx SYSTEM "tmx11.dtd">
<tmx version="1.1"><header srclang="JA" segtype="sentence"/><body>
<tu><tuv lang="JA"><seg>星</seg></tuv><tuv lang="EN"><seg>Star<bpt i="1">&lt;b&gt;</bpt></seg></tuv>
<tuv lang="KO"><seg>별</seg></tuv></tu></body></tmx>)");
  ASSERT_TRUE(omegat) << omegat.error().code;
  ASSERT_EQ(omegat->units.size(), 2u);
  EXPECT_EQ(omegat->units[0].source, "星");
  EXPECT_EQ(omegat->units[0].target, "Star");
  EXPECT_EQ(omegat->units[1].target_language, "KO");
  auto one = unit("recording:title:en:X", "星", "Star", UnitStage::translated);
  one.context = "T1";
  const auto again = read_exchange(write_tmx({one}));
  ASSERT_TRUE(again);
  EXPECT_EQ(again->units, std::vector{one});
}

TEST(Exchange, HostileFilesAreRefused) {
  const auto code = [](std::string_view bytes) {
    const auto read = read_exchange(bytes);
    return read ? std::string("read") : read.error().code;
  };
  EXPECT_EQ(code(""), "file_empty");
  EXPECT_EQ(code("<!DOCTYPE x [<!ENTITY a 'b'>]><xliff version='1.2'/>"), "xml_doctype_refused");
  EXPECT_EQ(code("<!DOCTYPE tmx [<!ENTITY a 'b'>]><tmx/>"), "xml_doctype_refused");
  EXPECT_EQ(code("<!DOCTYPE xliff SYSTEM 'http://x'><xliff version='1.2'/>"),
            "xml_doctype_refused");
  EXPECT_EQ(code("<xliff version='3.0'/>"), "xliff_version");
  EXPECT_EQ(code("<other/>"), "exchange_unknown");
  EXPECT_EQ(code("<xliff version='1.2'><file"), "xml_not_well_formed");
  EXPECT_EQ(code("<xliff version='1.2'><file><body><trans-unit id='1'><source>a</source>"
                 "</trans-unit></body></file></xliff>"),
            "xliff_languages");
  EXPECT_EQ(code("<xliff version='1.2'><file source-language='ja'><body><trans-unit/></body>"
                 "</file></xliff>"),
            "xliff_unit_id");
  std::string deep = "<xliff version='1.2'>";
  for (int i = 0; i < 100; ++i) deep += "<file>";
  EXPECT_EQ(code(deep), "limit_exceeded");
  EXPECT_EQ(code("msgid \"a\"\n"), "po_syntax");
  EXPECT_EQ(code("msgid \"a\nmsgstr \"\"\n"), "po_syntax");
  EXPECT_EQ(code("msgid \"\"\nmsgstr \"Content-Type: text/plain; charset=EUC-JP\\n\"\n"),
            "po_charset");
  EXPECT_EQ(code("a,b\n1,2\n"), "exchange_column_missing");
}

TEST(Exchange, PoIsReadAsToolsWriteIt) {
  const auto po = read_exchange(R"(# Translators
msgid ""
msgstr ""
"Language: en\n"
"Content-Type: text/plain; charset=UTF-8\n"

#: src
#, fuzzy, c-format
#| msgid "old"
msgctxt "a"
msgid "one "
"two"
msgstr ""
"Eins "
"zwei\n"

msgid "many"
msgid_plural "manies"
msgstr[0] "x"
msgstr[1] "y"

#~ msgid "gone"
#~ msgstr "weg"
)");
  ASSERT_TRUE(po) << po.error().code;
  ASSERT_EQ(po->units.size(), 2u);
  EXPECT_EQ(po->units[0].source, "one two");
  EXPECT_EQ(po->units[0].target, "Eins zwei\n");
  EXPECT_EQ(po->units[0].stage, UnitStage::draft);
  EXPECT_EQ(po->units[1].target, "x");
  EXPECT_EQ(po->findings.size(), 2u);
}

// gettext's own judge, where it is installed.
TEST(Exchange, GettextAcceptsOurPo) {
  if (std::system("msgfmt --version > /dev/null 2>&1") != 0) {
    GTEST_SKIP() << "msgfmt is not installed (apt-get install gettext)";
  }
  const auto path = std::filesystem::temp_directory_path() /
                    ("umikoe-exchange-" + std::to_string(::getpid()) + ".po");
  auto units = all_stages();
  // msgfmt asks that both texts end alike; ours do.
  std::ofstream(path) << write_po(units);
  EXPECT_EQ(std::system(("msgfmt --check -o /dev/null " + path.string()).c_str()), 0);
  std::filesystem::remove(path);
}

}  // namespace
}  // namespace umikoe::formats::exchange
