#include <gtest/gtest.h>

#include "app/translation/machine_drafts.h"
#include "app/translation/record_edits.h"
#include "stores/memory_store.h"

namespace umikoe::app {
namespace {

// Answers every text with itself in brackets, and keeps what left.
class Echo : public MachineTranslator {
 public:
  explicit Echo(std::vector<std::string>& sent, bool loses = false) : sent_(sent), loses_(loses) {}
  Result<std::vector<std::string>> translate(const MachineQuestion& question) override {
    std::vector<std::string> out;
    for (const auto& text : question.texts) {
      sent_.push_back(text);
      out.push_back(loses_ ? "lost" : "[" + text + "]");
    }
    return out;
  }

 private:
  std::vector<std::string>& sent_;
  bool loses_;
};

class MachineDrafts : public ::testing::Test {
 protected:
  static constexpr Instant now{1'790'000'000};
  static Date today() { return *Date::parse("2026-11-20"); }

  void SetUp() override {
    keep(RecordKind::person, {{"person", "tess"}, {"roles", "translator"}, {"languages", "en"},
                              {"terms", "1"}, {"terms_date", "2026-01-01"}});
    keep(RecordKind::provider,
         {{"provider", "stub"}, {"url", "https://mt.example"}, {"shape", "deepl"}});
    line(1, "海音の夜", "2026-01-01");
    line(2, "海音の夜", "2026-01-01");
    line(3, "まだ誰も知らない歌", "");
    keep(RecordKind::term, {{"kind", "artist_name"}, {"source", "海音"}, {"language", "en"},
                            {"target", "UMINE"}});
  }

  void line(int number, const char* text, const char* released) {
    keep(RecordKind::source, {{"id", "work:lyric_line." + std::to_string(number) + ":T1"},
                              {"text", text}, {"owner", "海音"}, {"released", released}});
  }

  void keep(RecordKind kind, const StatedWords& words) {
    load();
    const auto kept =
        keep_record(*store_, *desk_, kind, words, "mori", access::local_viewer({}), now);
    ASSERT_TRUE(kept) << kept.error().code;
  }

  void load() {
    world_ = std::move(*LoadedWorld::load(*store_, today()));
    desk_ = std::move(*TranslationDesk::load(*world_));
  }

  Result<MachineReport> ask(const std::string& unit) {
    load();
    const OpenTranslator open = [&](const TranslationProvider&) {
      return Result<std::unique_ptr<MachineTranslator>>(std::make_unique<Echo>(sent_, loses_));
    };
    return machine_drafts(*store_, *desk_, open, {unit, "", "tess"}, access::local_viewer({}), now);
  }

  std::unique_ptr<WorldStore> store_ = stores::make_memory_store("Label");
  std::unique_ptr<LoadedWorld> world_;
  std::unique_ptr<TranslationDesk> desk_;
  std::vector<std::string> sent_;
  bool loses_ = false;
};

TEST_F(MachineDrafts, NothingLeavesWithoutConsent) {
  EXPECT_EQ(ask("work:lyric_line.1:en:T1").error().code, "consent_missing");
  keep(RecordKind::consent, {{"owner", "海音"}});
  EXPECT_EQ(ask("work:lyric_line.3:en:T1").error().code, "consent_unreleased");
  EXPECT_EQ(ask("work:lyric_line:en:T1").error().code, "consent_unreleased") << "all or none";
  EXPECT_TRUE(sent_.empty());
  keep(RecordKind::consent, {{"owner", "海音"}, {"unreleased", "yes"}});
  EXPECT_TRUE(ask("work:lyric_line.3:en:T1"));
}

TEST_F(MachineDrafts, DraftsAreLabelledMeteredAndAskedForOnce) {
  keep(RecordKind::consent, {{"owner", "海音"}});
  const auto report = ask("work:lyric_line.1:en:T1");
  ASSERT_TRUE(report) << report.error().code;
  EXPECT_EQ(sent_, std::vector<std::string>{"<x id=\"0\"/>の夜"});
  EXPECT_EQ(report->characters, 13);
  const auto again = ask("work:lyric_line.2:en:T1");
  ASSERT_TRUE(again);
  EXPECT_EQ(again->from_cache, 1);
  EXPECT_EQ(sent_.size(), 1u);
  load();
  const auto unit = desk_->view(*localisation::parse_unit_key("work:lyric_line.2:en:T1"));
  EXPECT_EQ(unit.text(), "[UMINEの夜]");
  EXPECT_EQ(unit.stage, localisation::UnitStage::draft);
  EXPECT_EQ(unit.state->now.origin, localisation::TextOrigin::machine);
  EXPECT_TRUE(unit.state->now.provenance.contains("stub"));
  ASSERT_EQ(desk_->machine_use().size(), 1u);
  EXPECT_EQ(desk_->machine_use()[0].characters, 13);
  EXPECT_EQ(ask("work:lyric_line.2:en:T1").error().code, "machine_nothing_to_do");
}

// Two texts of one shape with different names are two questions.
TEST_F(MachineDrafts, AKeptAnswerIsOfTheSameWords) {
  keep(RecordKind::term, {{"kind", "artist_name"}, {"source", "夕凪"}, {"language", "en"},
                          {"target", "YUNAGI"}});
  keep(RecordKind::consent, {{"owner", "海音"}});
  line(4, "夕凪の夜", "2026-01-01");
  ASSERT_TRUE(ask("work:lyric_line.1:en:T1"));
  const auto other = ask("work:lyric_line.4:en:T1");
  ASSERT_TRUE(other);
  EXPECT_EQ(other->from_cache, 0);
  load();
  EXPECT_EQ(desk_->view(*localisation::parse_unit_key("work:lyric_line.4:en:T1")).text(),
            "[YUNAGIの夜]");
}

TEST_F(MachineDrafts, AnAnswerThatLostAWordIsNotKept) {
  loses_ = true;
  keep(RecordKind::consent, {{"owner", "海音"}});
  const auto report = ask("work:lyric_line.1:en:T1");
  ASSERT_TRUE(report);
  EXPECT_EQ(report->broken.size(), 1u);
  EXPECT_EQ(report->drafts, 0);
  load();
  EXPECT_EQ(desk_->machine_use().size(), 1u) << "it was sent, so it costs";
}

}  // namespace
}  // namespace umikoe::app
