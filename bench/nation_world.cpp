#include "nation_world.h"

#include <fmt/format.h>

#include <algorithm>

namespace umikoe::bench {
namespace {

using catalogue::Party;
using rights::Deal;
using rights::Licence;
using rights::Statement;

const Isrc track = *Isrc::parse("JPZZ02400001");
const Isrc album_track = *Isrc::parse("JPZZ02400002");
const Isrc other_track = *Isrc::parse("JPZZ02400003");

Party party(std::string_view kind, size_t number) {
  Party made;
  made.party_ids = {fmt::format("BENCH:{}{}", kind, number)};
  made.name = fmt::format("{} {}", kind, number);
  return made;
}

TerritorySet some_territories(Rng& rng, int count) {
  TerritorySet set;
  while (set.size() < count) {
    set.insert({static_cast<uint8_t>(rng.below(static_cast<uint64_t>(territory_count())))});
  }
  return set;
}

// Home alone, the world, the world but some places, or some places.
TerritorySet policy(Rng& rng) {
  TerritorySet home;
  home.insert(*TerritoryCode::parse("JP"));
  switch (rng.below(5)) {
    case 0:
      return home;
    case 1:
      return TerritorySet::all();
    case 2:
      return TerritorySet::all() - some_territories(rng, 1 + static_cast<int>(rng.below(6)));
    default:
      return home | some_territories(rng, 2 + static_cast<int>(rng.below(100)));
  }
}

// Many labels of very different size: the square of a uniform draw.
size_t drawn(Rng& rng, size_t count) {
  const double u = rng.uniform();
  return static_cast<size_t>(u * u * static_cast<double>(count));
}

int32_t below(Rng& rng, int32_t end) {
  return static_cast<int32_t>(rng.below(static_cast<uint64_t>(end)));
}

}  // namespace

NationWorld::NationWorld(uint64_t seed) : seed_(seed), today_(*Date::of(2026, 11, 20)) {
  Rng rng(seed);
  for (size_t i = 0; i < 6; ++i) services_.push_back(party("Service", i));
  std::vector<Party> distributors;
  for (size_t i = 0; i < 8; ++i) distributors.push_back(party("Distributor", i));
  // As many distinct territory sets as the public sample messages have.
  std::vector<TerritorySet> scopes;
  for (int i = 0; i < 271; ++i) scopes.push_back(policy(rng));
  for (size_t i = 0; i < 300; ++i) {
    Label label{party("Label", i), distributors[rng.below(distributors.size())], {}, {}, {}};
    for (int k = 0; k < 4; ++k) label.policies.push_back(scopes[drawn(rng, scopes.size())]);
    for (int k = 0; k < 3; ++k) label.contracts.push_back(scopes[drawn(rng, 40)]);
    for (int k = 0; k < 3; ++k) label.bulk_days.push_back(today_.plus(-below(rng, 4'000)));
    labels_.push_back(std::move(label));
  }
  for (int k = 0; k < 24; ++k) {
    lists_.push_back(some_territories(rng, 20 + static_cast<int>(rng.below(160))));
  }
  for (const Label& label : labels_) parties_.add(label.party);
  for (const auto* list : {&services_, &distributors}) {
    for (const Party& one : *list) parties_.add(one);
  }
}

Statement NationWorld::statement(const Label& label, const Party& service, uint64_t number,
                                 Instant created) const {
  Statement made;
  made.sender = label.distributor;
  made.on_behalf_of = label.party;
  made.recipients = {service};
  made.created = created;
  made.main_release.icpns = {fmt::format("{:014}", number)};
  made.releases = {
      {"R0",
       catalogue::ReleaseKind::main,
       {{track, "A1", false, {}}, {album_track, "A2", false, {}}, {other_track, "A3", false, {}}}},
      {"R1", catalogue::ReleaseKind::track, {{track, "A1", false, {}}}}};
  return made;
}

void NationWorld::add_deals(Statement& statement, const TerritorySet& granted, Date start) const {
  Deal deal;
  deal.release_references = {"R0", "R1"};
  deal.granted = granted;
  deal.periods = {{WrittenTime::at_local_midnight(start), {}}};
  deal.models = bit(rights::Model::subscription) | bit(rights::Model::ad_supported);
  deal.uses = bit(rights::Use::on_demand_stream) | bit(rights::Use::non_interactive_stream);
  statement.deals.push_back(deal);
  deal.models = bit(rights::Model::pay_as_you_go);
  deal.uses = bit(rights::Use::download);
  statement.deals.push_back(std::move(deal));
  statement.index = rights::StatedIndex(statement);
}

void NationWorld::add_statements(MadeRelease& release, const Label& label, uint64_t number,
                                 Rng& rng) const {
  // Two in three came with the label's older catalogue, the rest on a Wednesday.
  Date start = label.bulk_days[rng.below(label.bulk_days.size())];
  if (rng.below(3) == 0) start = today_.plus(-7 * below(rng, 600) + 70);
  const size_t before = rng.below(label.policies.size());
  const size_t services = 1 + rng.below(3);
  const bool changes = rng.below(20) == 0;
  const size_t messages = std::max<size_t>(services, 1 + drawn(rng, 12));
  for (size_t i = 0; i < messages; ++i) {
    const int64_t day = start.days - 20 + static_cast<int64_t>(i) * (60 + below(rng, 90));
    const Instant created{day * seconds_per_day + below(rng, 86'400)};
    Statement made = statement(label, services_[i % services], number, created);
    const bool changed = changes && i == messages - 1 && i >= services;
    if (changed && rng.below(4) == 0) {
      made.kind = rights::StatementKind::purge;
      made.releases.clear();
    } else {
      const size_t policy = changed ? (before + 1) % label.policies.size() : before;
      add_deals(made, label.policies[policy], start);
    }
    release.statements.push_back(std::move(made));
  }
}

void NationWorld::add_licences(MadeRelease& release, const Label& label, size_t label_number,
                               Rng& rng) const {
  const size_t contract = rng.below(label.contracts.size());
  Licence licence;
  licence.document = fmt::format("Contract {}-{}", label_number, contract);
  licence.line = static_cast<long>(contract) + 1;
  licence.isrc = track;
  licence.party = label.party;
  licence.granted = label.contracts[contract];
  if (contract == 0) {
    licence.end = today_.plus(static_cast<int32_t>(label_number) * 3 - 300);
    licence.terms.auto_renewal_months = label_number % 2 == 0 ? 12 : 0;
  }
  release.licences.push_back(licence);
  if (rng.below(10) != 0) return;
  licence.right = rights::Right::production_committee;
  licence.scope = rng.below(2) == 0 ? rights::Scope::not_asked : rights::Scope::yes;
  licence.document = fmt::format("Committee {}", label_number);
  licence.granted = TerritorySet::all();
  release.licences.push_back(std::move(licence));
}

void NationWorld::add_sightings(MadeRelease& release, Rng& rng) const {
  if (rng.below(3) != 0) return;
  const size_t list = rng.below(lists_.size());
  rights::Sighting sighting;
  sighting.service = services_[list % services_.size()];
  sighting.isrc = track;
  sighting.observed_on = today_.plus(-static_cast<int32_t>(3 + 14 * (list % 3)));
  sighting.observed_from = sighting.observed_on;
  for (int t = 0; t < territory_count(); ++t) {
    sighting.territory = {static_cast<uint8_t>(t)};
    const bool playable = lists_[list].contains(sighting.territory);
    if (!playable && t % 3 != 0) continue;  // a list names a part of what it does not show
    sighting.seen = playable ? rights::Seen::yes : rights::Seen::no;
    sighting.detail = rights::detail_of(
        playable ? rights::SightingState::playable : rights::SightingState::greyed, "");
    release.sightings.push_back(sighting);
  }
}

MadeRelease NationWorld::release(uint64_t number) const {
  Rng rng(seed_ * 0x9E37'79B9'7F4A'7C15 + number);
  MadeRelease made;
  const size_t label_number = drawn(rng, labels_.size());
  const Label& label = labels_[label_number];
  made.tracks = rng.below(2) == 0 ? 1 + static_cast<uint32_t>(rng.below(3))
                                  : 8 + static_cast<uint32_t>(rng.below(9));
  made.last_is_album_only = made.tracks > 3 && rng.below(20) == 0;
  made.artist = static_cast<uint32_t>(drawn(rng, artists));
  add_statements(made, label, number, rng);
  add_licences(made, label, label_number, rng);
  add_sightings(made, rng);
  return made;
}

rights::RecordingFile NationWorld::file(const MadeRelease& release, bool album_only) const {
  rights::RecordingFile file;
  file.isrc = album_only ? album_track : track;
  std::vector<const Statement*> all;
  for (const Statement& statement : release.statements) all.push_back(&statement);
  file.threads = rights::threads_of(all, parties_);
  file.licences = release.licences;
  file.sightings = release.sightings;
  return file;
}

void NationWorld::restate(MadeRelease& release) const {
  Statement next = release.statements.back();
  next.kind = rights::StatementKind::release;
  if (next.releases.empty()) next.releases = release.statements.front().releases;
  next.deals = release.statements.front().deals;
  for (Deal& deal : next.deals) {
    const bool home_alone = deal.granted.size() == 1;
    deal.granted = TerritorySet::all();
    if (!home_alone) deal.granted.erase(*TerritoryCode::parse("BR"));
  }
  next.created.seconds += 86'400 * 3;
  release.statements.push_back(std::move(next));
}

}  // namespace umikoe::bench
