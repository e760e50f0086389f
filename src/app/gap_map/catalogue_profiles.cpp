#include "app/gap_map/catalogue_profiles.h"

#include <algorithm>
#include <set>

#include "app/loaded_world.h"
#include "catalogue/group_links.h"

namespace umikoe::app {
namespace {

// Parts of a catalogue in order, none of which cuts a group of one performance.
std::vector<std::vector<Isrc>> parts_of(const std::vector<Isrc>& recordings,
                                        std::span<const catalogue::GroupMember> groups,
                                        size_t most) {
  const auto links = catalogue::links_of(groups);
  std::set<Isrc> ahead;  // of a part before their turn
  std::vector<std::vector<Isrc>> parts(1);
  for (const Isrc& isrc : recordings) {
    if (ahead.erase(isrc) > 0) continue;
    if (parts.back().size() >= most) parts.emplace_back();
    parts.back().push_back(isrc);
    const auto at = links.find(isrc);
    if (at == links.end()) continue;
    for (const Isrc& same : at->second.same_performance) {
      if (same <= isrc || !ahead.insert(same).second) continue;
      parts.back().push_back(same);
    }
  }
  return parts;
}

using Profiled = std::pair<Isrc, uint32_t>;

class Compiler {
 public:
  Compiler(const WorldStore& store, Date today) : store_(store), today_(today) {}

  // False where the part makes one of two known parties: whatever was compiled must be again.
  Result<bool> add(const std::vector<Isrc>& part) {
    UMIKOE_TRY(const auto world, load(part));
    if (!world->parties().extends(out_->parties)) return false;
    out_->parties = world->parties();
    for (const Isrc& isrc : part) {
      if (!world->card(isrc)) continue;
      const uint32_t profile =
          out_->book->profile_of(world->file(isrc), rights::Use::on_demand_stream);
      profiled_.emplace_back(isrc, profile);
    }
    return true;
  }
  // Knows the parties of a part, and those known before.
  Result<void> meet_parties(const std::vector<Isrc>& part) {
    UMIKOE_TRY(const auto world, load(part));
    out_->parties = world->parties();
    return {};
  }
  void begin(Date day) {
    profiled_.clear();
    out_->book =
        std::make_unique<rights::ProfileBook>(out_->parties, day, rights::usual_window(day));
  }
  std::unique_ptr<CatalogueProfiles> finish() {
    std::ranges::sort(profiled_);
    for (const auto& [isrc, profile] : profiled_) {
      out_->isrcs.push_back(isrc);
      out_->profile_of.push_back(profile);
    }
    return std::move(out_);
  }

 private:
  Result<std::unique_ptr<LoadedWorld>> load(const std::vector<Isrc>& part) const {
    return LoadedWorld::load_some(store_, today_, OfRecordings(part), out_->parties);
  }

  const WorldStore& store_;
  Date today_;
  std::unique_ptr<CatalogueProfiles> out_ = std::make_unique<CatalogueProfiles>();
  std::vector<Profiled> profiled_;
};

}  // namespace

bool CatalogueProfiles::is_open(const Isrc& isrc, TerritoryCode territory) const {
  const auto at = std::ranges::lower_bound(isrcs, isrc);
  if (at == isrcs.end() || *at != isrc) return false;
  const auto tables = book->tables();
  const uint32_t profile = profile_of[static_cast<size_t>(at - isrcs.begin())];
  return tables.outcome(profile, territory, tables.today).answer == rights::LinkState::open;
}

Result<std::unique_ptr<CatalogueProfiles>> catalogue_profiles(const WorldStore& store, Date today,
                                                              size_t part) {
  UMIKOE_TRY(const WorldInfo info, store.info());
  UMIKOE_TRY(const auto recordings, store.recordings());
  UMIKOE_TRY(const auto groups, store.groups());
  const auto parts = parts_of(recordings, groups, part);
  Compiler compiler(store, today);
  compiler.begin(info.as_of.value_or(today));
  for (size_t i = 0; i < parts.size(); ++i) {
    UMIKOE_TRY(const bool fits, compiler.add(parts[i]));
    if (fits) continue;
    for (size_t rest = i; rest < parts.size(); ++rest) {
      UMIKOE_TRY(compiler.meet_parties(parts[rest]));
    }
    compiler.begin(info.as_of.value_or(today));
    for (const auto& again : parts) {
      UMIKOE_TRY(const bool known, compiler.add(again));
      if (!known) return fail("world_broken", {{"reason", "parties"}});
    }
    break;
  }
  return compiler.finish();
}

}  // namespace umikoe::app
