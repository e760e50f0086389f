// No sequence of events lets a text out that should not go out. Random sequences by few people are
// judged by an oracle that keeps nothing but the list of what was done.
#include "localisation/translation_states.h"

#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>

#include <algorithm>

#include "localisation/translation_gate.h"

namespace umikoe::localisation {
namespace {

const TerritorySet world = TerritorySet::all();

SourceText lyric(std::string text = "星の音") {
  SourceText source;
  source.key = {TextObject::work, "T0345246801", TextField::lyric_line, 1};
  source.text = std::move(text);
  source.work = "T0345246801";
  source.owner = "海音";
  return source;
}

Person person(std::string id, std::vector<PersonRole> roles) {
  return {.id = std::move(id),
          .display = "",
          .languages = {"en"},
          .roles = std::move(roles),
          .acts_for = {},
          .terms_version = "2026-1",
          .terms_accepted = Date{20000}};
}

Roster roster() {
  using enum PersonRole;
  Roster people;
  people["tess"] = person("tess", {translator});
  people["ren"] = person("ren", {translator, reviewer});
  people["aki"] = person("aki", {artist});
  // One who holds every role is who could do the most harm.
  people["all"] = person("all", {translator, reviewer, artist, agency, publisher, label});
  return people;
}

RightsGrant grant(Date from, std::optional<Date> until) {
  return {.id = "G1",
          .work = "T0345246801",
          .lyricist = "L",
          .publisher = "P",
          .languages = {"en"},
          .media = {GrantMedium::lyric_services},
          .territories = world,
          .from = from,
          .until = until,
          .credit_wording = "",
          .moral_conditions = "",
          .evidence = "grant.pdf"};
}

UnitEvent event(UnitAction action, std::string by, std::string text = "") {
  UnitEvent out;
  out.unit = {lyric().key, "en"};
  out.action = action;
  out.by = std::move(by);
  out.text = std::move(text);
  if (action == UnitAction::publish) {
    out.media = {GrantMedium::lyric_services};
    out.territories = world;
  }
  if (action == UnitAction::send_back) out.note = "why";
  return out;
}

// A unit with its gate, moved a step at a time.
struct Desk {
  Roster people = roster();
  std::vector<RightsGrant> grants;
  SourceText source = lyric();
  Date today{20500};
  UnitState unit;

  std::string try_it(const UnitEvent& wanted) {
    const auto judged = let_through(unit, wanted, {people, grants, source, today});
    if (!judged) return judged.error().code;
    const auto done = apply(unit, *judged, is_lyric(source));
    return done ? "" : done.error().code;
  }
  UnitStage stage() const { return stage_for(unit.now, source_hash(source)); }
};

TEST(TranslationStates, AUnitIsPublishedByFourHands) {
  Desk desk;
  desk.grants = {grant(Date{20000}, std::nullopt)};
  EXPECT_EQ(desk.try_it(event(UnitAction::set, "tess", "Sound of stars")), "");
  EXPECT_EQ(desk.try_it(event(UnitAction::review, "ren")), "unit_stage");
  EXPECT_EQ(desk.try_it(event(UnitAction::submit, "tess")), "");
  EXPECT_EQ(desk.try_it(event(UnitAction::review, "tess")), "person_not_reviewer");
  EXPECT_EQ(desk.try_it(event(UnitAction::review, "ren")), "");
  EXPECT_EQ(desk.try_it(event(UnitAction::approve, "ren")), "person_not_approver");
  EXPECT_EQ(desk.try_it(event(UnitAction::approve, "aki")), "");
  EXPECT_EQ(desk.unit.now.role, PersonRole::artist);
  EXPECT_EQ(desk.try_it(event(UnitAction::publish, "aki")), "");
  EXPECT_EQ(desk.unit.now.grants, std::vector<std::string>{"G1"});
  EXPECT_EQ(desk.try_it(event(UnitAction::set, "tess", "Better")), "unit_published");
  EXPECT_EQ(desk.try_it(event(UnitAction::withdraw, "aki")), "");
  EXPECT_EQ(desk.try_it(event(UnitAction::undo, "aki")), "");
  EXPECT_EQ(desk.stage(), UnitStage::published);
}

TEST(TranslationStates, AChangedSourceReopensApproval) {
  Desk desk;
  desk.grants = {grant(Date{20000}, std::nullopt)};
  for (const auto& [action, by] : {std::pair{UnitAction::set, "tess"}, {UnitAction::submit, "tess"},
                                   {UnitAction::review, "ren"}, {UnitAction::approve, "aki"}}) {
    ASSERT_EQ(desk.try_it(event(action, by, "Sound of stars")), "");
  }
  desk.source = lyric("星の声");
  EXPECT_EQ(desk.stage(), UnitStage::draft);
  EXPECT_EQ(desk.unit.now.text, "Sound of stars");
  EXPECT_TRUE(source_changed(desk.unit.now, source_hash(desk.source)));
  EXPECT_EQ(desk.try_it(event(UnitAction::publish, "aki")), "unit_source_changed");
  EXPECT_EQ(desk.try_it(event(UnitAction::set, "tess", "Voice of stars")), "");
  EXPECT_FALSE(source_changed(desk.unit.now, source_hash(desk.source)));
  EXPECT_EQ(desk.unit.now.reviewer, "");
}

TEST(TranslationStates, GrantsAreNamedByWhatIsMissing) {
  Desk desk;
  for (const auto& [action, by] : {std::pair{UnitAction::set, "tess"}, {UnitAction::submit, "tess"},
                                   {UnitAction::review, "ren"}, {UnitAction::approve, "aki"}}) {
    ASSERT_EQ(desk.try_it(event(action, by, "x")), "");
  }
  const auto publish = event(UnitAction::publish, "aki");
  EXPECT_EQ(desk.try_it(publish), "grant_missing_work");
  RightsGrant given = grant(Date{20000}, std::nullopt);
  given.languages = {"ko"};
  desk.grants = {given};
  EXPECT_EQ(desk.try_it(publish), "grant_missing_language");
  given.languages = {"en"};
  given.until = desk.today;
  desk.grants = {given};
  EXPECT_EQ(desk.try_it(publish), "grant_not_in_force");
  given.until = desk.today.plus(1);
  given.media = {GrantMedium::site};
  desk.grants = {given};
  EXPECT_EQ(desk.try_it(publish), "grant_missing_medium");
  given.media = {GrantMedium::lyric_services};
  given.territories = world;
  given.territories.erase(*TerritoryCode::parse("BR"));
  desk.grants = {given};
  const auto refused = let_through(desk.unit, publish,
                                   {desk.people, desk.grants, desk.source, desk.today});
  ASSERT_FALSE(refused);
  EXPECT_EQ(refused.error().code, "grant_missing_territory");
  EXPECT_EQ(refused.error().arguments.back().second, "BR");
  // Two grants may share the world between them.
  RightsGrant brazil = grant(Date{20000}, std::nullopt);
  brazil.id = "G2";
  brazil.territories = {};
  brazil.territories.insert(*TerritoryCode::parse("BR"));
  desk.grants.push_back(brazil);
  EXPECT_EQ(desk.try_it(publish), "");
  EXPECT_EQ(desk.unit.now.grants, (std::vector<std::string>{"G1", "G2"}));
  // The day the first ends nothing is undone by itself, but the standing no longer holds.
  desk.today = desk.today.plus(1);
  const auto over = still_granted(desk.unit.now, publish.unit,
                                  {desk.people, desk.grants, desk.source, desk.today});
  ASSERT_FALSE(over);
  EXPECT_EQ(over.error().code, "grant_missing_territory");
}

TEST(TranslationStates, AMachinesDraftIsNobodysUntilSubmitted) {
  Desk desk;
  UnitEvent machine = event(UnitAction::set, "tess", "Star sound");
  machine.origin = TextOrigin::machine;
  EXPECT_EQ(desk.try_it(machine), "");
  EXPECT_TRUE(desk.unit.now.authors.empty());
  EXPECT_EQ(desk.try_it(event(UnitAction::submit, "ren")), "");
  EXPECT_EQ(desk.try_it(event(UnitAction::review, "ren")), "unit_own_text");
  EXPECT_EQ(desk.try_it(machine), "unit_has_text");
}

TEST(TranslationStates, KeptByTheArtistsWishIsFinished) {
  Desk desk;
  EXPECT_EQ(desk.try_it(event(UnitAction::keep, "ren")), "person_not_approver");
  EXPECT_EQ(desk.try_it(event(UnitAction::keep, "aki")), "");
  EXPECT_EQ(desk.stage(), UnitStage::kept_original);
  EXPECT_EQ(desk.try_it(event(UnitAction::set, "tess", "x")), "unit_kept");
  desk.source = lyric("other words");
  EXPECT_EQ(desk.stage(), UnitStage::kept_original);
  EXPECT_EQ(desk.try_it(event(UnitAction::undo, "aki")), "");
  EXPECT_EQ(desk.stage(), UnitStage::missing);
}

// What was done, in order; the oracle reads nothing else.
struct Done {
  UnitEvent event;
  std::string shown;  // the text that stood afterwards
};

// The people who wrote any text that led to the published one: everybody who set or submitted since
// the beginning, since texts are written over each other.
bool wrote(const std::vector<Done>& done, const std::string& by) {
  for (const Done& step : done) {
    const bool writes = step.event.action == UnitAction::submit ||
                        (step.event.action == UnitAction::set &&
                         step.event.origin != TextOrigin::machine);
    if (writes && step.event.by == by) return true;
  }
  return false;
}

RC_GTEST_PROP(TranslationStates, NobodyAlonePublishes, ()) {
  Desk desk;
  desk.grants = {grant(Date{0}, std::nullopt)};
  const auto steps = *rc::gen::container<std::vector<int>>(rc::gen::inRange(0, 36));
  for (const int step : steps) {
    UnitEvent wanted = event(static_cast<UnitAction>(step % 9), "all", "text");
    if (step >= 27) wanted.origin = TextOrigin::machine;
    if (step % 7 == 0) desk.source = lyric(step % 2 == 0 ? "a" : "b");
    desk.try_it(wanted);
    RC_ASSERT(desk.unit.now.stage != UnitStage::published);
    RC_ASSERT(desk.unit.now.stage != UnitStage::reviewed);
  }
}

RC_GTEST_PROP(TranslationStates, LyricsNeverGoOutWithoutAGrantOrByTheirAuthor, ()) {
  Desk desk;
  const std::vector<std::string> people{"tess", "ren", "aki", "all"};
  std::vector<Done> done;
  const auto steps = *rc::gen::container<std::vector<std::tuple<int, int, int>>>(
      rc::gen::tuple(rc::gen::inRange(0, 12), rc::gen::inRange(0, 4), rc::gen::inRange(0, 8)));
  for (const auto& [what, who, how] : steps) {
    if (what == 9) {
      const Date from{20490 + how * 5};
      desk.grants = {grant(from, how % 2 ? std::optional(from.plus(12)) : std::nullopt)};
      continue;
    }
    if (what == 10) {
      desk.today = desk.today.plus(how * 4);
      continue;
    }
    if (what == 11) {
      desk.source = lyric(how < 4 ? "a" : "b");
      continue;
    }
    UnitEvent wanted = event(static_cast<UnitAction>(what), people[static_cast<size_t>(who)],
                             "text " + std::to_string(how));
    if (how == 7) wanted.origin = TextOrigin::machine;
    const UnitStage before = desk.unit.now.stage;
    if (!desk.try_it(wanted).empty()) continue;
    done.push_back({wanted, desk.unit.now.text});
    if (desk.unit.now.stage != UnitStage::published || before == UnitStage::published) continue;
    // The slow oracle: some grant is in force for the whole of this use on this very day …
    const auto granted = std::ranges::any_of(desk.grants, [&](const RightsGrant& held) {
      return held.from <= desk.today && (!held.until || desk.today < *held.until);
    });
    RC_ASSERT(granted);
    // … whoever let it out wrote nothing of it, and somebody else had reviewed these words.
    RC_ASSERT(!wrote(done, wanted.by) || wanted.action == UnitAction::undo);
    RC_ASSERT(!desk.unit.now.authors.contains(wanted.by));
    RC_ASSERT(!desk.unit.now.authors.contains(desk.unit.now.reviewer));
    RC_ASSERT(!desk.unit.now.reviewer.empty());
    RC_ASSERT(desk.unit.now.source_hash == source_hash(desk.source));
  }
}

}  // namespace
}  // namespace umikoe::localisation
