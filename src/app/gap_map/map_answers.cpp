#include "app/gap_map/map_answers.h"

#include <algorithm>
#include <bit>
#include <set>

#include "base/ascii.h"
#include "catalogue/group_links.h"
#include "demand/worth.h"

namespace umikoe::app {
namespace {

// Whole groups of the recordings: one of a performance is open through another.
Result<std::vector<Isrc>> with_their_groups(const WorldStore& store,
                                            const std::vector<Isrc>& recordings) {
  UMIKOE_TRY(const auto groups, store.groups());
  const auto links = catalogue::links_of(groups);
  std::set<Isrc> whole(recordings.begin(), recordings.end());
  for (const Isrc& isrc : recordings) {
    const auto at = links.find(isrc);
    if (at == links.end()) continue;
    whole.insert(at->second.same_performance.begin(), at->second.same_performance.end());
  }
  return std::vector<Isrc>(whole.begin(), whole.end());
}

bool is_kept(std::span<const uint64_t> keep, uint32_t recording) {
  return (keep[recording / 64] >> (recording % 64) & 1) != 0;
}

// A world compiled: what its map will hold, and of when it is.
struct Compiled {
  std::unique_ptr<const MapContent> content;
  int64_t generation = 0;
  Date day;
};

Result<Compiled> compiled(const WorldStore& store, Date today, const Parallel& parallel) {
  UMIKOE_TRY(const auto world, LoadedWorld::load(store, today));
  UMIKOE_TRY(auto content, map_content(*world, parallel));
  return Compiled{std::make_unique<const MapContent>(std::move(content)),
                  world->info().generation, world->as_of()};
}

Result<void> write(MapFolder& folder, const Compiled& made) {
  return folder.replace(WorldMap::name_of(made.generation), made.generation,
                        made.content->sections());
}

// The newest map that may be of use: of this program, and of no later generation than the world.
std::optional<int64_t> newest_map(const MapFolder& folder, int64_t generation) {
  std::optional<int64_t> newest;
  for (const std::string& name : folder.names()) {
    const auto of = WorldMap::generation_in(name);
    if (of && *of <= generation && (!newest || *of > *newest)) newest = of;
  }
  return newest;
}

}  // namespace

MapAnswers::MapAnswers(std::shared_ptr<const WorldMap> map)
    : map_(std::move(map)), outcomes_(map_->words().outcomes) {}

Result<MapAnswers> MapAnswers::make(const WorldStore& store, MapFolder& folder, Date today,
                                    const Parallel& parallel) {
  UMIKOE_TRY(const Compiled made, compiled(store, today, parallel));
  UMIKOE_TRY(write(folder, made));
  UMIKOE_TRY(auto file, folder.open(WorldMap::name_of(made.generation)));
  UMIKOE_TRY(auto map, WorldMap::open(std::move(file), made.day));
  MapAnswers answers(std::move(map));
  answers.compiled_now_ = true;
  return answers;
}

Result<MapAnswers> MapAnswers::open(const WorldStore& store, MapFolder& folder, Date today,
                                    const Parallel& parallel) {
  UMIKOE_TRY(const WorldInfo info, store.info());
  if (const auto newest = newest_map(folder, info.generation)) {
    const auto file = folder.open(WorldMap::name_of(*newest));
    const auto map = file ? WorldMap::open(*file, info.as_of.value_or(today))
                          : std::unexpected(file.error());
    if (map) {
      UMIKOE_TRY(auto answers, beside(store, *map, today, info.generation));
      if (answers) return *std::move(answers);
    }
  }
  return renew(store, folder, today, parallel);
}

Result<MapAnswers> MapAnswers::renew(const WorldStore& store, MapFolder& folder, Date today,
                                     const Parallel& parallel) {
  UMIKOE_TRY(Compiled made, compiled(store, today, parallel));
  // A folder that cannot be written costs the next question the same time, and nothing else.
  static_cast<void>(write(folder, made));
  UMIKOE_TRY(auto map, WorldMap::of(std::move(made.content), made.generation));
  MapAnswers answers(std::move(map));
  answers.compiled_now_ = true;
  return answers;
}

Result<std::optional<MapAnswers>> MapAnswers::beside(const WorldStore& store,
                                                     std::shared_ptr<const WorldMap> map,
                                                     Date today, int64_t generation) {
  if (map->generation() == generation) return MapAnswers(std::move(map));
  const size_t most = std::min(newer_most, map->recordings() / 100);
  UMIKOE_TRY(const Changes changes, store.changes_since(map->generation(), most));
  if (!changes.only_rights || changes.recordings.size() > most) return std::nullopt;
  MapAnswers answers(std::move(map));
  UMIKOE_TRY(const auto recordings, with_their_groups(store, changes.recordings));
  if (recordings.size() > newer_most) return std::nullopt;
  const rights::PartyDirectory& known = answers.map_->words().parties;
  UMIKOE_TRY(auto world, LoadedWorld::load_some(store, today, recordings, known));
  // Parties that have become one, or have another role, are so in every answer.
  if (!world->parties().extends(known)) return std::nullopt;
  if (recordings.empty()) return answers;
  UMIKOE_TRY(answers.take(std::move(world), recordings));
  return answers;
}

Result<void> MapAnswers::take(std::unique_ptr<LoadedWorld> world,
                              std::span<const Isrc> recordings) {
  world_ = std::move(world);
  UMIKOE_TRY(const size_t map_artists, map_->artists());
  std::map<std::string, uint32_t> numbers;
  for (uint32_t number = 0; number < map_artists; ++number) {
    UMIKOE_TRY(const std::string_view name, map_->artist(number));
    numbers.emplace(name, number);
  }
  std::vector<const rights::RecordingFile*> files;
  for (const Isrc& isrc : recordings) {
    const RecordingCard* card = world_->card(isrc);
    const std::string name = card ? card->artist : std::string();
    const auto [artist, fresh] =
        numbers.try_emplace(name, static_cast<uint32_t>(map_artists + artists_.size()));
    if (fresh) artists_.push_back(name);
    const auto known = map_->recording(isrc);
    const auto next = static_cast<uint32_t>(map_->recordings() + added_);
    newer_.push_back({isrc, known.value_or(next), artist->second, name});
    if (!known) ++added_;
    files.push_back(&world_->file(isrc));
  }
  world_->compiled().read(files, rights::Use::on_demand_stream,
                          [&](const rights::ProfileTables& tables, const auto&) {
                            for (const rights::Outcome& outcome : tables.outcomes) {
                              outcome_of_newer_.push_back(outcome_id(outcome));
                            }
                          });
  return {};
}

uint32_t MapAnswers::outcome_id(const rights::Outcome& outcome) {
  const auto at = std::ranges::find(outcomes_, outcome);
  const auto place = static_cast<uint32_t>(at - outcomes_.begin());
  if (at == outcomes_.end()) outcomes_.push_back(outcome);
  return place;
}

std::map<uint32_t, TerritorySet> MapAnswers::held_on(Date date) const {
  std::map<uint32_t, TerritorySet> held;
  for (const MapHold& hold : map_->words().holds) {
    if (date >= hold.until) continue;
    for (const uint32_t recording : hold.recordings) {
      held[recording] = held[recording] | hold.territories;
    }
  }
  return held;
}

bool MapAnswers::stored(const MapQuestion& question) const {
  return newer_.empty() && question.date == map_->words().today &&
         question.territories == demand::markets().set() && !question.reason && !question.role &&
         question.artist.empty() && question.top <= kept_cells && held_on(question.date).empty();
}

// A bit for each recording of the artists asked about.
Result<std::vector<uint64_t>> MapAnswers::wanted(const GapColumns& columns,
                                                 const std::string& artist) const {
  std::vector<uint64_t> keep(columns.recordings() / 64 + 1, artist.empty() ? UINT64_MAX : 0);
  if (artist.empty()) return keep;
  std::vector<bool> asked;
  UMIKOE_TRY(const size_t artists, map_->artists());
  for (uint32_t number = 0; number < artists; ++number) {
    UMIKOE_TRY(const std::string_view name, map_->artist(number));
    asked.push_back(holds_part(name, artist));
  }
  for (uint32_t r = 0; r < columns.recordings(); ++r) {
    const uint32_t number = columns.artist_of[r];
    if (number < asked.size() && asked[number]) keep[r / 64] |= uint64_t{1} << (r % 64);
  }
  return keep;
}

Result<size_t> MapAnswers::recordings_of(const std::string& artist) const {
  if (artist.empty()) return recordings();
  UMIKOE_TRY(const GapColumns columns, map_->columns());
  UMIKOE_TRY(const auto keep, wanted(columns, artist));
  size_t count = 0;
  for (const uint64_t word : keep) count += static_cast<size_t>(std::popcount(word));
  for (const Newer& newer : newer_) {
    if (newer.recording < columns.recordings() && is_kept(keep, newer.recording)) --count;
    if (holds_part(newer.artist_name, artist)) ++count;
  }
  return count;
}

Result<GapSums> MapAnswers::sums(const MapQuestion& question, const Parallel& parallel) const {
  if (stored(question)) return map_->sums();
  UMIKOE_TRY(const GapColumns columns, map_->columns());
  UMIKOE_TRY(auto keep, wanted(columns, question.artist));
  const std::vector<uint64_t> asked = keep;
  auto held = held_on(question.date);
  for (const Newer& newer : newer_) {
    held.erase(newer.recording);
    if (newer.recording >= columns.recordings()) continue;
    keep[newer.recording / 64] &= ~(uint64_t{1} << (newer.recording % 64));
  }
  for (const auto& [recording, territories] : held) {
    if (recording >= columns.recordings()) return fail("map_broken", {{"reason", "holds"}});
    keep[recording / 64] &= ~(uint64_t{1} << (recording % 64));
  }
  const RankQuestion of_columns{question.date, question.territories, question.reason,
                                question.role, keep,                 question.top};
  GapSums sums = sum_gaps(columns, of_columns, parallel);
  ApartSums apart(sums, of_columns, outcomes_);
  for (const auto& [recording, territories] : held) {
    if (!is_kept(asked, recording)) continue;
    const uint32_t partition =
        columns.profiles.partition_on(columns.profile_of[recording], question.date);
    apart.add(columns.apart(recording, columns.artist_of[recording],
                            columns.profiles.partitions[partition], territories));
  }
  if (world_) add_newer(apart, columns, question);
  apart.end();
  return sums;
}

void MapAnswers::add_newer(ApartSums& apart, const GapColumns& columns,
                           const MapQuestion& question) const {
  std::vector<const rights::RecordingFile*> files;
  for (const Newer& newer : newer_) files.push_back(&world_->file(newer.isrc));
  const auto territories = TerritorySet::all().members();
  world_->compiled().read(
      files, rights::Use::on_demand_stream,
      [&](const rights::ProfileTables& tables, std::span<const uint32_t> profiles) {
        for (size_t i = 0; i < newer_.size(); ++i) {
          const Newer& newer = newer_[i];
          if (!holds_part(newer.artist_name, question.artist)) continue;
          rights::Partition partition =
              tables.partitions[tables.partition_on(profiles[i], question.date)];
          for (const TerritoryCode t : territories) {
            partition[t.index] = outcome_of_newer_[partition[t.index]];
          }
          TerritorySet held;
          for (const TerritoryCode t : territories) {
            if (world_->held_back().on(newer.isrc, t, question.date)) held.insert(t);
          }
          apart.add(columns.apart(newer.recording, newer.artist, partition, held));
        }
      });
}

const Isrc& MapAnswers::isrc(uint32_t recording) const {
  if (recording < map_->recordings()) return map_->isrc(recording);
  return std::ranges::find(newer_, recording, &Newer::recording)->isrc;
}

Result<std::string> MapAnswers::title(uint32_t recording) const {
  const auto newer = std::ranges::find(newer_, recording, &Newer::recording);
  if (newer != newer_.end()) {
    const RecordingCard* card = world_->card(newer->isrc);
    return card ? card->title : std::string();
  }
  UMIKOE_TRY(const std::string_view title, map_->title(recording));
  return std::string(title);
}

Result<std::string> MapAnswers::artist_of(uint32_t recording) const {
  const auto newer = std::ranges::find(newer_, recording, &Newer::recording);
  if (newer != newer_.end()) return newer->artist_name;
  UMIKOE_TRY(const uint32_t number, map_->artist_number(recording));
  return artist(number);
}

Result<std::string> MapAnswers::artist(uint32_t number) const {
  UMIKOE_TRY(const size_t known, map_->artists());
  if (number >= known) return artists_[number - known];
  UMIKOE_TRY(const std::string_view name, map_->artist(number));
  return std::string(name);
}

}  // namespace umikoe::app
