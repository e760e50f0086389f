// From a plan to a verdict over a world in memory: who may do what, what is kept, and what the next
// plan learns.
#include <gtest/gtest.h>

#include <cmath>

#include "app/import_files.h"
#include "app/plan/approval_paper.h"
#include "app/plan/steering.h"
#include "app/plan/stored_plans.h"
#include "app/plan/territory_brief.h"
#include "stores/memory_files.h"
#include "stores/memory_store.h"

namespace umikoe::app {
namespace {

const Date today = *Date::of(2026, 11, 20);
const Instant now{int64_t{today.days} * seconds_per_day};

constexpr std::string_view recordings =
    "isrc,title,artist\nJPZZ02600001,Umi,Nami\nJPZZ02600002,Kaze,Kaze\n";
constexpr std::string_view licences =
    "isrc,party,territories,document\n"
    "JPZZ02600001,Label,JP,K-1\nJPZZ02600002,Label,Worldwide,K-2\n";
constexpr std::string_view statement =
    "service,isrc,territory,usage_month,use_type,units,currency,ours,statement,sender,payment_"
    "month\n"
    "Spotify,JPZZ02600001,JP,2026-09,OnDemandStream,60000,JPY,15000,S-1,Dist,2026-10\n"
    "Spotify,JPZZ02600002,JP,2026-09,OnDemandStream,50000,JPY,12500,S-1,Dist,2026-10\n"
    "Spotify,JPZZ02600002,BR,2026-09,OnDemandStream,30000,JPY,6000,S-1,Dist,2026-10\n"
    "Spotify,JPZZ02600002,FR,2026-09,OnDemandStream,90000,JPY,18000,S-1,Dist,2026-10\n";

constexpr std::string_view deliveries =
    "isrc,service,territories,party,recipient,observed_on\n"
    "JPZZ02600002,Spotify,Worldwide,Label,Dist,2026-11-18\n";

class PlanToVerdict : public testing::Test {
 protected:
  void SetUp() override {
    store_ = stores::make_memory_store("Label");
    ASSERT_TRUE(store_->set_as_of(today, false));
    stores::MemoryFiles files;
    ASSERT_TRUE(files.make_folder("d"));
    ASSERT_TRUE(files.write("d/recordings.csv", recordings));
    ASSERT_TRUE(files.write("d/licences.csv", licences));
    ASSERT_TRUE(files.write("d/statement.csv", statement));
    ASSERT_TRUE(files.write("d/deliveries.csv", deliveries));
    ImportOptions options;
    options.viewer = access::local_viewer(store_->info()->organisation.id);
    options.received_at = now;
    const auto imported = import_files(*store_, files, {"d"}, options);
    ASSERT_TRUE(imported);
  }
  std::unique_ptr<LoadedWorld> world() const { return *LoadedWorld::load(*store_, today); }
  PlanReport plan(PlanQuestion question = {}) const {
    question.budget = "6000000JPY";
    question.horizon = "2027";
    auto report = make_plan(*world(), question);
    EXPECT_TRUE(report) << report.error().code;
    return *std::move(report);
  }
  // With a collaboration in Brazil, whatever else is worth doing.
  StoredPlan save(const std::string& by = "aoki") {
    PlanQuestion question;
    for (const plan::Opportunity& one : plan().opportunities.all) {
      const bool there = one.territory == TerritoryCode::parse("BR");
      if (there && one.kind == plan::ActionKind::collaboration) {
        question.wishes.pinned = {one.id};
      }
    }
    return *save_plan(*store_, *world(), plan(question), "autumn", by, now);
  }

  std::unique_ptr<WorldStore> store_;
};
using StoredPlans = PlanToVerdict;
using Steering = PlanToVerdict;
using Brief = PlanToVerdict;
using Planned = PlanToVerdict;

const StoredAction& of_artist(const StoredPlan& plan) {
  for (const StoredAction& action : plan.actions) {
    if (action.kind == plan::ActionKind::collaboration) return action;
  }
  ADD_FAILURE() << "no action of one artist";
  return plan.actions.front();
}

TEST_F(Planned, TheSameQuestionGivesTheSameBytesAndAnotherSeedOthers) {
  const auto one = world();
  EXPECT_EQ(plan_json(plan(), *one, true, messages::Language::en),
            plan_json(plan(), *one, true, messages::Language::en));
  PlanQuestion other;
  other.seed = 2;
  EXPECT_NE(plan_json(plan(), *one, true, messages::Language::en),
            plan_json(plan(other), *one, true, messages::Language::en));
}

// What moves moves because of the wish: nothing is drawn anew.
TEST_F(Planned, WhatIsForbiddenLeavesAndNothingElseIsDrawnAnew) {
  const PlanReport before = plan();
  ASSERT_FALSE(before.chosen.empty());
  const std::string id = before.opportunities.all[before.chosen.front()].id;
  PlanQuestion question;
  question.wishes.forbidden = {id};
  const PlanReport after = plan(question);
  for (const size_t place : after.chosen) EXPECT_NE(after.opportunities.all[place].id, id);
  for (size_t i = 0; i < before.gains.size(); ++i) {
    EXPECT_EQ(before.gains[i].listeners, after.gains[i].listeners);
  }
  question.wishes = {.pinned = {id}, .forbidden = {}};
  question.costs = {{id, 1'234}};
  const PlanReport pinned = plan(question);
  bool found = false;
  for (const size_t place : pinned.chosen) {
    found = found || pinned.opportunities.all[place].id == id;
    if (pinned.opportunities.all[place].id == id) EXPECT_EQ(pinned.costs[place], 1'234);
  }
  EXPECT_TRUE(found);
  question.wishes.pinned = {"nothing"};
  question.budget = "1";
  question.horizon = "2027";
  EXPECT_EQ(make_plan(*world(), question).error().code, "plan_action_unknown");
}

TEST_F(StoredPlans, NobodyApprovesWhatTheySaved) {
  const StoredPlan saved = save();
  EXPECT_EQ(saved.version, 1);
  EXPECT_EQ(
      decide_plan(*store_, *world(), "autumn", PlanDecision::approve, "aoki", now).error().code,
      "plan_own_proposal");
  EXPECT_EQ(decide_plan(*store_, *world(), "autumn", PlanDecision::approve, "", now).error().code,
            "plan_by_needed");
  ASSERT_TRUE(decide_plan(*store_, *world(), "autumn", PlanDecision::approve, "kita", now));
  const StoredPlan kept = *stored_plan(*world(), "autumn");
  EXPECT_EQ(kept.state, edits::EditState::applied);
  EXPECT_EQ(kept.by, "aoki");
  EXPECT_EQ(kept.approved_by, "kita");
  EXPECT_EQ(kept.actions.size(), saved.actions.size());
  EXPECT_EQ(stored_plan_json(kept).size() > 100, true);
  EXPECT_EQ(
      decide_plan(*store_, *world(), "autumn", PlanDecision::reject, "kita", now).error().code,
      "plan_decided");
  ASSERT_TRUE(decide_plan(*store_, *world(), "autumn", PlanDecision::withdraw, "kita", now));
  EXPECT_EQ(save("kita").version, 2);
  EXPECT_EQ(stored_plans(*world())->size(), 2u);
}

TEST_F(StoredPlans, AnEntryThatIsNoneOfOursIsToldByItsNumber) {
  edits::EditDraft draft;
  draft.author = "x";
  draft.kind = plan_edit;
  draft.subject = "broken";
  draft.body = R"({"version":1,"actions":[{"id":5}]})";
  ASSERT_TRUE(store_->append_edit(draft));
  const auto plans = stored_plans(*world());
  ASSERT_FALSE(plans);
  EXPECT_EQ(plans.error().code, "edit_broken");
}

TEST_F(Steering, TheLogTellsWhatWasExpectedFoundAndDecided) {
  const StoredPlan saved = save();
  const StoredAction& action = of_artist(saved);
  InterventionWords words{"autumn", action.id, "2026-12-01", "", "mori"};
  EXPECT_EQ(start_intervention(*store_, *world(), words, now).error().code, "plan_not_approved");
  ASSERT_TRUE(decide_plan(*store_, *world(), "autumn", PlanDecision::approve, "kita", now));
  words.starts = "2026-11-20";
  EXPECT_EQ(start_intervention(*store_, *world(), words, now).error().code, "intervention_late");
  words.starts = "2026-12-01";
  words.review = "2026-12-02";
  EXPECT_EQ(start_intervention(*store_, *world(), words, now).error().code, "intervention_review");
  words.review = "";
  const auto begun = start_intervention(*store_, *world(), words, now);
  ASSERT_TRUE(begun) << begun.error().code;
  EXPECT_EQ(interventions_of(*world())->front(), *begun);

  ASSERT_TRUE(
      decide_intervention(*store_, *world(), {begun->id, "stop", "no money", "kita", {}}, now));
  const auto rows = *steering_log(*world());
  ASSERT_EQ(rows.size(), 1u);
  EXPECT_FALSE(rows[0].effect);
  EXPECT_EQ(rows[0].decision->word, "stop");
  EXPECT_EQ(rows[0].decision->made_on, today);
  EXPECT_EQ(measure_intervention(*world(), begun->id, {}, 1).error().code,
            "intervention_not_begun");
  const InterventionMeasurement early{*begun, {}, true};
  EXPECT_EQ(keep_effect(*store_, *world(), early, "kita", now).error().code,
            "measure_before_review");
}

// A kept effect of two kinds moves both, by their expected shares, and never more surely than one.
TEST_F(Steering, WhatTwoActionsDidTogetherIsSharedAndTeaches) {
  const PlanBeliefs before = *plan_beliefs(*world());
  Intervention done;
  done.id = "spring";
  done.kinds = {plan::ActionKind::subtitle, plan::ActionKind::showcase};
  done.artist = "Kaze";
  done.review = today;
  impact::Measurement said;
  said.effect = 0.384;
  said.interval = {0.242, 0.526};
  said.verdict = impact::Verdict::worked;
  InterventionMeasurement measured{done, {}, false};
  measured.measurement.away = said;
  ASSERT_TRUE(keep_effect(*store_, *world(), measured, "kita", now));
  const PlanBeliefs after = *plan_beliefs(*world());
  const auto at = [](const PlanBeliefs& beliefs, plan::ActionKind kind) {
    return beliefs.beliefs[static_cast<size_t>(kind)];
  };
  double together = 0;
  for (const plan::ActionKind kind : done.kinds) {
    EXPECT_GT(at(after, kind).middle(), at(before, kind).middle());
    EXPECT_EQ(at(after, kind).measured, 1u);
    together += at(after, kind).mean - at(before, kind).mean;
  }
  EXPECT_LT(together, std::log1p(0.384));
  EXPECT_EQ(at(after, plan::ActionKind::promote).mean, at(before, plan::ActionKind::promote).mean);
}

TEST_F(Brief, OnePageOfWhatIsClosedPlannedAndFound) {
  save();
  ASSERT_TRUE(decide_plan(*store_, *world(), "autumn", PlanDecision::approve, "kita", now));
  const auto one = world();
  const TerritoryBrief brief = *territory_brief(*one, "BR");
  EXPECT_EQ(brief.recordings, 2);
  EXPECT_EQ(brief.totals.closed, 1);
  EXPECT_FALSE(brief.planned.empty());
  EXPECT_TRUE(brief.done.empty());
  const std::string page = brief_page(brief, *one);
  EXPECT_NE(page.find("lang=\"ja\""), std::string::npos);
  EXPECT_NE(page.find("lang=\"en\""), std::string::npos);
  EXPECT_EQ(page.find("http"), std::string::npos) << "nothing from elsewhere";
  EXPECT_EQ(territory_brief(*one, "QQ").error().code, "territory_unknown_word");
}

TEST_F(Brief, APaperSaysPurposeCostRangeRiskAndExitInBothLanguages) {
  const std::string paper = approval_paper(plan(), *world(), "autumn & <b>", "aoki");
  for (const char* words :
       {"稟議書", "中止基準", "Exit rule", "リスク", "決裁", "autumn &amp; &lt;b&gt;"}) {
    EXPECT_NE(paper.find(words), std::string::npos) << words;
  }
}

}  // namespace
}  // namespace umikoe::app
