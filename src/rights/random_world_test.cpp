#include "rights/random_world_test.h"

namespace umikoe::rights::testing {
namespace {

using catalogue::Party;
using catalogue::ReleaseKind;

// All boundaries are multiples of half an hour, and so are the offsets of these territories.
constexpr int64_t half_hour = 1800;
constexpr const char* territories[] = {"JP", "BR", "US", "KI", "ES", "ES-CN", "GB", "IN"};

class Draw {
 public:
  explicit Draw(uint64_t seed) : random_(seed) {}
  int below(int n) { return static_cast<int>(random_() % static_cast<uint64_t>(n)); }
  bool chance(int percent) { return below(100) < percent; }

 private:
  std::mt19937_64 random_;
};

const Date middle = *Date::of(2024, 10, 27);  // GB and ES leave summer time on this day

Party party(int number) {
  Party p;
  p.dpid = "PADPIDA000000000" + std::to_string(number) + "X";
  p.name = "Party " + std::to_string(number);
  return p;
}

WrittenTime draw_time(Draw& draw) {
  const int64_t day = middle.days + draw.below(9) - 4;
  const int64_t seconds = day * seconds_per_day + draw.below(48) * half_hour;
  return {draw.chance(50) ? day * seconds_per_day : seconds, draw.chance(60)};
}

ValidityPeriod draw_period(Draw& draw) {
  ValidityPeriod period;
  if (draw.chance(90)) period.start = draw_time(draw);
  if (draw.chance(50)) period.end = draw_time(draw);
  return period;
}

TerritoryScope draw_scope(Draw& draw) {
  TerritoryScope scope;
  scope.excluding = draw.chance(35);
  if (draw.chance(35) && !scope.excluding) {
    scope.codes = {"Worldwide"};
    return scope;
  }
  const int count = 1 + draw.below(3);
  for (int i = 0; i < count; ++i) scope.codes.emplace_back(territories[draw.below(8)]);
  return scope;
}

Deal draw_deal(Draw& draw, const std::vector<Party>& everybody) {
  Deal deal;
  for (const char* reference : {"R0", "R1", "R2"}) {
    if (draw.chance(reference[1] == '1' ? 80 : 30)) deal.release_references.emplace_back(reference);
  }
  if (draw.chance(95)) deal.territory = draw_scope(draw);
  const int periods = draw.chance(80) ? 1 : draw.below(3);
  for (int i = 0; i < periods; ++i) deal.periods.push_back(draw_period(draw));
  deal.uses = draw.chance(80) ? every_use : bit(Use::download);
  deal.models = draw.chance(80) ? every_model : bit(Model::subscription);
  deal.is_pre_order = draw.chance(12);
  deal.is_takedown = draw.chance(8);
  deal.is_out_of_band = draw.chance(3);
  if (deal.is_pre_order && draw.chance(40)) deal.instant_gratification = {"A1"};
  if (draw.chance(15)) deal.channels.push_back(everybody[static_cast<size_t>(3 + draw.below(3))]);
  if (draw.chance(12)) {
    deal.excluded_channels.push_back(everybody[static_cast<size_t>(3 + draw.below(3))]);
  }
  return deal;
}

StatedRelease draw_release(Draw& draw, const char* reference, ReleaseKind kind, const Isrc& isrc) {
  StatedRelease release{reference, kind, {}};
  if (draw.chance(85)) {
    StatedAsset asset{isrc, "A1", draw.chance(8), std::nullopt};
    if (draw.chance(20)) asset.asset_duration_ms = draw.chance(50) ? 90'000 : 200'000;
    release.assets.push_back(asset);
  }
  const bool album = kind == ReleaseKind::main && draw.chance(70);
  if (album) release.assets.push_back({*Isrc::parse("JPZZ02400099"), "A9", false, {}});
  return release;
}

Statement draw_statement(Draw& draw, const RandomWorld& world, int number, int release) {
  Statement s;
  s.id = StatementId{number};
  s.kind = draw.chance(12) ? StatementKind::purge : StatementKind::release;
  s.sender = world.everybody[static_cast<size_t>(draw.below(3))];
  if (draw.chance(25)) s.on_behalf_of = world.everybody[static_cast<size_t>(draw.below(3))];
  s.recipients.push_back(world.everybody[static_cast<size_t>(3 + draw.below(2))]);
  if (draw.chance(15))
    s.recipients.push_back(world.everybody[static_cast<size_t>(3 + draw.below(3))]);
  s.message_id = "M" + std::to_string(draw.below(30));
  s.source_sha256 = std::to_string(number);
  s.created = {middle.days * seconds_per_day + (draw.below(9) - 4) * seconds_per_day +
               draw.below(48) * half_hour};
  if (draw.chance(30)) s.created.seconds = middle.days * seconds_per_day;
  const std::string name = "0000000000000" + std::to_string(release);
  if (draw.chance(70)) s.main_release.icpns.push_back(name);
  if (s.main_release.icpns.empty() || draw.chance(50)) s.main_release.grids.push_back("G" + name);
  if (s.kind == StatementKind::purge) return s;
  s.releases.push_back(draw_release(draw, "R0", ReleaseKind::main, world.isrc));
  s.releases.push_back(draw_release(draw, "R1", ReleaseKind::track, world.isrc));
  if (draw.chance(30))
    s.releases.push_back(draw_release(draw, "R2", ReleaseKind::clip, world.isrc));
  const int deals = draw.below(4);
  for (int i = 0; i < deals; ++i) s.deals.push_back(draw_deal(draw, world.everybody));
  prepare(s);
  return s;
}

void draw_licences(Draw& draw, RandomWorld& world) {
  const int count = draw.chance(50) ? 0 : 1 + draw.below(3);
  for (int i = 0; i < count; ++i) {
    Licence licence;
    licence.isrc = world.isrc;
    licence.party = world.everybody[static_cast<size_t>(draw.below(3))];
    licence.territory = draw_scope(draw);
    if (draw.chance(50)) licence.start = middle.plus(draw.below(9) - 6);
    if (draw.chance(40)) licence.end = middle.plus(draw.below(9) - 2);
    if (draw.chance(20)) licence.uses = bit(Use::download);
    licence.exclusive = draw.chance(50);
    if (draw.chance(50)) prepare(licence);
    world.licences.push_back(licence);
  }
}

void draw_sightings(Draw& draw, RandomWorld& world) {
  const int count = draw.chance(50) ? 0 : 1 + draw.below(4);
  for (int i = 0; i < count; ++i) {
    Sighting sighting;
    sighting.isrc = world.isrc;
    sighting.service = world.everybody[static_cast<size_t>(3 + draw.below(3))];
    sighting.territory = *TerritoryCode::parse(territories[draw.below(8)]);
    sighting.observed_on = middle.plus(draw.below(60) - 55);
    sighting.observed_from =
        draw.chance(80) ? sighting.observed_on : sighting.observed_on.plus(-draw.below(31));
    sighting.seen = static_cast<Seen>(draw.below(3));
    world.sightings.push_back(sighting);
  }
}

// What contracts say beyond plain master licences, in half of the worlds: other rights, refusals
// and silence, terms that renew, sell off and revert. Drawn apart, so that the plain worlds stay.
void draw_terms(Draw& draw, LicenceTerms& terms, bool has_end) {
  if (has_end && draw.chance(60)) {
    terms.auto_renewal_months = 1 + draw.below(3);
    if (draw.chance(50)) terms.notice_days = draw.below(20);
    if (terms.notice_days == 0 && draw.chance(50)) terms.notice_months = draw.below(3);
    if (draw.chance(50)) terms.notice_given = middle.plus(draw.below(120) - 90);
  }
  if (draw.chance(40)) terms.sell_off_days = draw.below(12);
  if (draw.chance(15)) terms.reversion_on = middle.plus(draw.below(15) - 7);
}

void draw_contract(Draw& draw, const RandomWorld& world, Licence& licence) {
  if (draw.chance(50)) licence.right = static_cast<Right>(draw.below(right_count));
  if (draw.chance(40)) licence.scope = static_cast<Scope>(draw.below(4));
  if (draw.chance(40)) licence.grantor = world.everybody[static_cast<size_t>(draw.below(3))];
  if (draw.chance(30)) licence.uses |= bit(Use::physical);
  // Ends long ago make the renewals count.
  if (licence.end && draw.chance(40)) licence.end = licence.end->plus(-draw.below(200));
  if (draw.chance(60)) draw_terms(draw, licence.terms, licence.end.has_value());
}

void draw_contracts(Draw& draw, RandomWorld& world) {
  const int more = draw.below(3);
  for (int i = 0; i < more; ++i) {
    Licence licence;
    licence.isrc = world.isrc;
    licence.party = world.everybody[static_cast<size_t>(draw.below(3))];
    licence.territory = draw_scope(draw);
    if (draw.chance(40)) licence.start = middle.plus(draw.below(9) - 6);
    if (draw.chance(50)) licence.end = middle.plus(draw.below(9) - 4);
    licence.right = static_cast<Right>(draw.below(right_count));
    world.licences.push_back(licence);
  }
  for (Licence& licence : world.licences) draw_contract(draw, world, licence);
}

void draw_states(Draw& draw, RandomWorld& world) {
  for (Sighting& sighting : world.sightings) {
    if (!draw.chance(60)) continue;
    const auto state = static_cast<SightingState>(1 + draw.below(9));
    sighting.seen = seen_in(state);
    sighting.detail = detail_of(state, draw.chance(50) ? "as listed" : "");
  }
}

}  // namespace

RandomWorld draw_world(uint64_t seed) {
  Draw draw(seed);
  RandomWorld world;
  world.isrc = *Isrc::parse("JPZZ02400001");
  world.today = middle.plus(draw.below(6));
  if (draw.chance(60)) world.length_ms = 240'000;
  for (int i = 0; i < 6; ++i) world.everybody.push_back(party(i));
  Draw more(seed ^ 0x5eedULL << 32);
  if (more.chance(30)) {
    world.everybody[static_cast<size_t>(3 + more.below(3))].name =
        more.chance(50) ? "Line Music" : "PANDORA";
  }
  const int releases = draw.chance(10) ? 0 : 1 + draw.below(2);
  int number = 1;
  for (int release = 0; release < releases; ++release) {
    const int statements = 1 + draw.below(12);
    for (int i = 0; i < statements; ++i) {
      world.statements.push_back(draw_statement(draw, world, number++, release));
    }
  }
  draw_licences(draw, world);
  draw_sightings(draw, world);
  if (more.chance(50)) draw_contracts(more, world);
  if (more.chance(50)) draw_states(more, world);
  for (const auto& p : world.everybody) world.parties.add(p);
  return world;
}

Question draw_question(const RandomWorld& world, std::mt19937_64& random) {
  Draw draw(random());
  Question question;
  question.territory = *TerritoryCode::parse(territories[draw.below(8)]);
  question.date = middle.plus(draw.below(11) - 5);
  question.today = world.today;
  if (draw.chance(20)) question.use = Use::download;
  if (draw.chance(15)) question.models = bit(Model::ad_supported);
  if (draw.chance(20)) {
    question.services = {
        world.parties.find(world.everybody[static_cast<size_t>(3 + draw.below(3))])};
  }
  if (draw.chance(15))
    question.as = world.parties.find(world.everybody[static_cast<size_t>(draw.below(3))]);
  if (draw.chance(10)) question.use = Use::physical;
  return question;
}

}  // namespace umikoe::rights::testing
