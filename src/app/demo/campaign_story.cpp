#include "app/demo/campaign_story.h"

#include "app/demo/words.h"
#include "app/plan/interventions.h"

namespace umikoe::app::demo {
namespace {

using plan::ActionKind;

Date day(int year, int month, int day) { return *Date::of(year, month, day); }

Intervention registered(const Campaign& campaign) {
  Intervention out;
  out.plan = "spring-2026";
  out.version = 1;
  out.artist = artist_words()[campaign.artist_index].ja;
  out.territories = {*TerritoryCode::parse(campaign.territory)};
  out.owner = "mori";
  out.registered = day(2026, 2, 2);
  out.starts = day(2026, 2, 16);
  out.acts_from = day(2026, 4, 1);
  out.review = day(2026, 10, 1);
  return out;
}

edits::EditDraft draft_of(const Intervention& intervention) {
  edits::EditDraft draft;
  draft.author = intervention.owner;
  draft.made_at = Instant{int64_t{intervention.registered.days} * seconds_per_day};
  draft.kind = intervention_edit;
  draft.subject = intervention.id;
  draft.body = body_of(intervention);
  return draft;
}

}  // namespace

std::vector<Campaign> campaigns() { return {{1, "BR", 17, 136}, {1, "PH", 17, 104}}; }

std::vector<edits::EditDraft> campaign_edits() {
  Intervention brazil = registered(campaigns()[0]);
  brazil.id = "spring-2026-BR";
  brazil.kinds = {ActionKind::subtitle, ActionKind::showcase};
  brazil.action = "BR";
  brazil.low = 0.02;
  brazil.middle = 0.15;
  brazil.high = 0.4;
  brazil.cost_jpy = 3'400'000;
  Intervention philippines = registered(campaigns()[1]);
  philippines.id = "spring-2026-PH";
  philippines.kinds = {ActionKind::promote};
  philippines.action = "PH";
  philippines.low = 0;
  philippines.middle = 0.06;
  philippines.high = 0.15;
  philippines.cost_jpy = 1'500'000;
  return {draft_of(brazil), draft_of(philippines)};
}

}  // namespace umikoe::app::demo
