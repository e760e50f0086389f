#include "app/loaded_world.h"

#include <algorithm>
#include <iterator>
#include <set>

#include "app/recording_cards.h"
#include "app/reported_usage.h"
#include "base/ascii.h"
#include "catalogue/group_links.h"
#include "demand/worth.h"

namespace umikoe::app {

std::optional<rights::Sighting> sighting_of(const UsageTotal& usage) {
  if (usage.paid_units < rights::paid_units_min) return std::nullopt;
  rights::Sighting sighting;
  sighting.delivery = usage.delivery;
  sighting.document = "DSR";
  const auto dpid = parse_dpid(usage.service);
  if (dpid) {
    sighting.service.dpid = dpid->text;
    sighting.service.name = usage.service_name;
  } else {
    sighting.service.name = usage.service;
  }
  sighting.isrc = usage.isrc;
  sighting.territory = usage.territory;
  sighting.observed_from = usage.period_start;
  sighting.observed_on = usage.period_end;
  sighting.seen = rights::Seen::yes;
  sighting.detail = std::to_string(usage.paid_units);
  sighting.method = "paid_use";
  return sighting;
}

const catalogue::Party* LoadedWorld::own_party() const {
  const auto own =
      std::ranges::find(declared_, catalogue::PartyRole::own, &catalogue::DeclaredParty::role);
  return own == declared_.end() ? nullptr : &own->party;
}

std::vector<Isrc> recordings_of(const LoadedWorld& world, const Hold& hold) {
  if (!hold.isrc.empty()) {
    const auto isrc = Isrc::parse(hold.isrc);
    return isrc ? std::vector{*isrc} : std::vector<Isrc>{};
  }
  const auto same = [](const std::string& name, const std::string& written) {
    return !written.empty() && std::ranges::equal(name, written, {}, ascii_lower, ascii_lower);
  };
  std::vector<Isrc> out;
  for (const auto& [isrc, card] : world.recordings()) {
    if (same(card.artist, hold.artist) || same(card.artist_en, hold.artist) ||
        same(card.label, hold.label)) {
      out.push_back(isrc);
    }
  }
  return out;
}

Result<std::unique_ptr<LoadedWorld>> LoadedWorld::load(const WorldStore& store, Date today,
                                                       WorldExtent extent) {
  std::unique_ptr<LoadedWorld> world(new LoadedWorld);
  UMIKOE_TRY(world->read(store, std::nullopt, extent));
  world->as_of_ = world->info_.as_of.value_or(today);
  UMIKOE_TRY(world->charts_, store.charts(world->as_of_));
  UMIKOE_TRY(world->prepare());
  return world;
}

Result<std::unique_ptr<LoadedWorld>> LoadedWorld::load_some(const WorldStore& store, Date today,
                                                            const OfRecordings& recordings,
                                                            rights::PartyDirectory known) {
  std::unique_ptr<LoadedWorld> world(new LoadedWorld);
  world->parties_ = std::move(known);
  UMIKOE_TRY(world->read(store, recordings, WorldExtent::without_views));
  world->as_of_ = world->info_.as_of.value_or(today);
  UMIKOE_TRY(world->prepare());
  return world;
}

Result<void> LoadedWorld::prepare() {
  gather_parties();
  arrange();
  link_groups();
  compiled_ = std::make_unique<CompiledAnswers>(parties_, as_of_);
  describe();
  return apply_holds();
}

Result<void> LoadedWorld::read(const WorldStore& store, const OfRecordings& of,
                               WorldExtent extent) {
  UMIKOE_TRY(info_, store.info());
  UMIKOE_TRY(declared_, store.parties());
  if (extent != WorldExtent::demand_alone) {
    UMIKOE_TRY(read_rights(store, of));
  }
  UMIKOE_TRY(contents_, store.contents(of));
  UMIKOE_TRY(names_, store.names(of));
  UMIKOE_TRY(captions_, store.captions(of));
  if (extent != WorldExtent::without_plays) {
    UMIKOE_TRY(usage_, store.usage(of));
    UMIKOE_TRY(read_money(store, of));
    UMIKOE_TRY(read_videos(store, of));
    if (extent != WorldExtent::without_views) {
      UMIKOE_TRY(read_views(store));
    }
  }
  UMIKOE_TRY(groups_, store.groups());
  UMIKOE_TRY(edits_, store.edits());
  for (const UsageTotal& usage : usage_) {
    if (auto sighting = sighting_of(usage)) sightings_.push_back(std::move(*sighting));
  }
  return {};
}

Result<void> LoadedWorld::read_rights(const WorldStore& store, const OfRecordings& of) {
  UMIKOE_TRY(statements_, store.statements(of));
  UMIKOE_TRY(licences_, store.licences(of));
  for (rights::Licence& licence : licences_) rights::prepare(licence);
  UMIKOE_TRY(sightings_, store.sightings(of));
  return {};
}

// Plays that statements report join those of sales reports before anybody counts them.
Result<void> LoadedWorld::read_money(const WorldStore& store, const OfRecordings& of) {
  UMIKOE_TRY(revenue_, store.revenue(of));
  UMIKOE_TRY(paid_, store.revenue_statements());
  add_statement_usage(usage_, revenue_, paid_);
  return {};
}

// Official videos are sightings.
Result<void> LoadedWorld::read_videos(const WorldStore& store, const OfRecordings& of) {
  UMIKOE_TRY(const auto videos, store.videos(of));
  UMIKOE_TRY(assets_, store.assets(of));
  VideoDocuments documents{videos, assets_, declared_, {}};
  for (const auto& delivered : contents_) {
    for (const auto& recording : delivered.contents.recordings) {
      if (!recording.isrc || !recording.duration_ms) continue;
      int64_t& length = documents.lengths_ms[*recording.isrc];
      length = std::max(length, *recording.duration_ms);
    }
  }
  videos_ = judge_videos(documents);
  const auto markets = demand::markets();
  for (auto& sighting : sightings_of(videos_, markets.territories)) {
    sightings_.push_back(std::move(sighting));
  }
  return {};
}

// Views of claimed uploads are use made by others.
Result<void> LoadedWorld::read_views(const WorldStore& store) {
  UMIKOE_TRY(const auto views, store.views());
  const ViewedRecordings recordings(videos_, assets_);
  add_claimed_views(usage_, views,
                    [&](const demand::VideoViews& row) { return recordings.of(row); });
  loose_views_ = loose_views_of(views, recordings);
  return {};
}

void LoadedWorld::gather_parties() {
  for (const auto& declared : declared_) parties_.declare(declared);
  for (const auto& s : statements_) {
    parties_.add(s.sender);
    parties_.add(s.party());
    for (const auto& recipient : s.recipients) parties_.add(recipient);
    for (const auto& deal : s.deals) {
      for (const auto& channel : deal.channels) parties_.add(channel);
      for (const auto& channel : deal.excluded_channels) parties_.add(channel);
    }
  }
  for (const auto& licence : licences_) {
    parties_.add(licence.party);
    if (licence.grantor) parties_.add(*licence.grantor);
  }
  for (const auto& sighting : sightings_) parties_.add(sighting.service);
}

void LoadedWorld::arrange() {
  std::vector<const rights::Statement*> all;
  for (const auto& s : statements_) all.push_back(&s);
  threads_ = rights::threads_of(all, parties_);
  const auto file_of = [&](const Isrc& isrc) -> rights::RecordingFile& {
    auto& file = files_[isrc];
    file.isrc = isrc;
    return file;
  };
  for (const rights::Thread& thread : threads_) {
    std::set<Isrc> mentioned;
    for (const auto* statement : thread.timeline) {
      for (const auto& release : statement->releases) {
        for (const auto& asset : release.assets) mentioned.insert(asset.isrc);
      }
    }
    for (const Isrc& isrc : mentioned) file_of(isrc).threads.push_back(thread);
  }
  for (const auto& licence : licences_) file_of(licence.isrc).licences.push_back(licence);
  for (const auto& sighting : sightings_) file_of(sighting.isrc).sightings.push_back(sighting);
}

// Files point at each other; a map never moves what it holds.
void LoadedWorld::link_groups() {
  const auto file_of = [&](const Isrc& isrc) {
    rights::RecordingFile& file = files_[isrc];
    file.isrc = isrc;
    return &file;
  };
  for (const auto& [isrc, links] : catalogue::links_of(groups_)) {
    rights::RecordingFile* file = file_of(isrc);
    for (const Isrc& same : links.same_performance) file->members.push_back(file_of(same));
    for (const auto& [other, kind] : links.versions) {
      file->versions.push_back({file_of(other), kind});
    }
  }
}

void LoadedWorld::describe() {
  cards_ = recording_cards(contents_, names_, edits_);
  for (auto& [isrc, file] : files_) cards_.try_emplace(isrc);
  for (const auto& delivered : contents_) {
    for (const auto& recording : delivered.contents.recordings) {
      if (!recording.isrc) continue;
      auto& file = files_[*recording.isrc];
      file.isrc = *recording.isrc;
      for (const auto length : {recording.duration_ms, recording.asset_duration_ms}) {
        if (length) file.length_ms = std::max(file.length_ms.value_or(0), *length);
      }
    }
  }
}

Result<void> LoadedWorld::apply_holds() {
  UMIKOE_TRY(auto holds, holds_of(edits_));
  for (Hold& hold : holds) {
    auto recordings = recordings_of(*this, hold);
    held_back_.add(std::move(hold), std::move(recordings));
  }
  return {};
}

const RecordingCard* LoadedWorld::card(const Isrc& isrc) const {
  const auto at = cards_.find(isrc);
  return at == cards_.end() ? nullptr : &at->second;
}

const rights::RecordingFile& LoadedWorld::file(const Isrc& isrc) const {
  const auto at = files_.find(isrc);
  return at == files_.end() ? empty_ : at->second;
}

}  // namespace umikoe::app
