#include "app/gap_map/map_answers.h"

#include <algorithm>
#include <bit>
#include <set>
#include <unordered_map>

#include "app/gap_map/sums_beside.h"
#include "app/link_decisions.h"
#include "app/name_forms.h"
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

// Edits that a map's answers, worth and names follow from; the others are work beside them.
bool is_in_answers(const std::string& kind) {
  return kind == held_back_edit || kind == name_form_edit || kind == link_edit;
}

Result<void> write(MapFolder& folder, const MapContent& made) {
  return folder.replace(WorldMap::name_of(made.generation), made.generation, made.sections());
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
    : map_(std::move(map)), outcomes_(map_->words().outcomes) {
  outcomes_.emplace_back();
}

Result<MapAnswers> MapAnswers::make(const WorldStore& store, MapFolder& folder, Date today,
                                    const Parallel& parallel) {
  UMIKOE_TRY(const MapContent made, map_content(store, today, parallel));
  UMIKOE_TRY(write(folder, made));
  UMIKOE_TRY(auto file, folder.open(WorldMap::name_of(made.generation)));
  UMIKOE_TRY(auto map, WorldMap::open(std::move(file), made.words.today));
  MapAnswers answers(std::move(map));
  answers.compiled_now_ = true;
  return answers;
}

Result<MapAnswers> MapAnswers::open(const WorldStore& store, MapFolder& folder, Date today,
                                    const Parallel& parallel) {
  UMIKOE_TRY(const WorldInfo info, store.info());
  if (const auto newest = newest_map(folder, info.generation)) {
    const auto file = folder.open(WorldMap::name_of(*newest));
    const auto map =
        file ? WorldMap::open(*file, info.as_of.value_or(today)) : std::unexpected(file.error());
    if (map) {
      UMIKOE_TRY(auto answers, beside(store, *map, today, info.generation));
      if (answers) return *std::move(answers);
    }
  }
  return renew(store, folder, today, parallel);
}

Result<MapAnswers> MapAnswers::renew(const WorldStore& store, MapFolder& folder, Date today,
                                     const Parallel& parallel) {
  UMIKOE_TRY(MapContent made, map_content(store, today, parallel));
  // A folder that cannot be written costs the next question the same time, and nothing else.
  static_cast<void>(write(folder, made));
  UMIKOE_TRY(auto map, WorldMap::of(std::make_unique<const MapContent>(std::move(made))));
  MapAnswers answers(std::move(map));
  answers.compiled_now_ = true;
  return answers;
}

Result<std::optional<MapAnswers>> MapAnswers::beside(const WorldStore& store,
                                                     std::shared_ptr<const WorldMap> map,
                                                     Date today, int64_t generation) {
  if (map->generation() == generation) return MapAnswers(std::move(map));
  const size_t most = map->recordings() / newer_share;
  UMIKOE_TRY(const Changes changes, store.changes_since(map->generation(), most));
  const bool else_changed = std::ranges::any_of(changes.edit_kinds, is_in_answers);
  if (!changes.only_rights || else_changed || changes.recordings.size() > most) {
    return std::nullopt;
  }
  MapAnswers answers(std::move(map));
  UMIKOE_TRY(const auto recordings, with_their_groups(store, changes.recordings));
  if (recordings.size() > most) return std::nullopt;
  const rights::PartyDirectory& known = answers.map_->words().parties;
  UMIKOE_TRY(auto world, LoadedWorld::load_some(store, today, OfRecordings(recordings), known));
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
  std::unordered_map<std::string, uint32_t> numbers;
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
    newer_.push_back({isrc, known.value_or(next), artist->second, 0, name});
    if (!known) ++added_;
    files.push_back(&world_->file(isrc));
  }
  world_->compiled().read(
      files, rights::Use::on_demand_stream,
      [&](const rights::ProfileTables& tables, std::span<const uint32_t> profiles) {
        for (size_t i = 0; i < profiles.size(); ++i) newer_[i].profile = profiles[i];
        take_tables(tables);
      });
  std::ranges::sort(newer_, {}, &Newer::recording);
  return {};
}

// With the outcomes numbered as here.
void MapAnswers::take_tables(const rights::ProfileTables& tables) {
  std::vector<uint32_t> numbers;
  for (const rights::Outcome& outcome : tables.outcomes) {
    const auto at = std::ranges::find(outcomes_, outcome);
    numbers.push_back(static_cast<uint32_t>(at - outcomes_.begin()));
    if (at == outcomes_.end()) outcomes_.push_back(outcome);
  }
  newer_tables_.first_step.assign(tables.first_step.begin(), tables.first_step.end());
  newer_tables_.steps.assign(tables.steps.begin(), tables.steps.end());
  newer_tables_.partitions.assign(tables.partitions.begin(), tables.partitions.end());
  for (rights::Partition& partition : newer_tables_.partitions) {
    for (uint32_t& outcome : partition) outcome = numbers[outcome];
  }
  newer_tables_.groups = groups_of(newer_tables_.partitions);
}

const MapAnswers::Newer* MapAnswers::newer(uint32_t recording) const {
  const auto at = std::ranges::lower_bound(newer_, recording, {}, &Newer::recording);
  return at == newer_.end() || at->recording != recording ? nullptr : &*at;
}

Result<std::map<uint32_t, TerritorySet>> MapAnswers::held_on(Date date) const {
  std::map<uint32_t, TerritorySet> held;
  for (const MapHold& hold : map_->words().holds) {
    if (date >= hold.until) continue;
    for (const uint32_t recording : hold.recordings) {
      if (recording >= map_->recordings()) return fail("map_broken", {{"reason", "holds"}});
      if (newer(recording)) continue;
      held[recording] = held[recording] | hold.territories;
    }
  }
  if (!world_) return held;
  const HeldBack& now = world_->held_back();
  std::map<Isrc, TerritorySet> of_newer;
  for (size_t i = 0; i < now.all().size(); ++i) {
    if (date >= now.all()[i].until) continue;
    for (const Isrc& isrc : now.recordings(i)) {
      of_newer[isrc] = of_newer[isrc] | now.all()[i].territories;
    }
  }
  for (const Newer& newer : newer_) {
    const auto at = of_newer.find(newer.isrc);
    if (at != of_newer.end()) held[newer.recording] = at->second;
  }
  return held;
}

bool MapAnswers::of_stored_sums(const MapQuestion& question) const {
  return question.date == map_->words().today && question.territories == demand::markets().set() &&
         !question.reason && !question.role && question.artist.empty() &&
         question.top <= kept_cells;
}

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

MapAnswers::Apart MapAnswers::apart(const GapColumns& columns, const MapQuestion& question,
                                    std::span<const uint64_t> asked,
                                    const std::map<uint32_t, TerritorySet>& held) const {
  Apart out{{}, {}, {columns, map_->words().today}, {}, {}, {}};
  HeldTables held_tables(question.date, no_gap());
  const auto add = [&](uint32_t recording, const Newer* newer, const TerritorySet* here) {
    const bool known = recording < columns.recordings();
    const uint32_t profile = known ? columns.profile_of[recording] : 0;
    const uint32_t artist = newer ? newer->artist : columns.artist_of[recording];
    if (known) out.taken_out.push_back(recording);
    if (known && is_kept(asked, recording)) {
      out.as_they_were.add(columns, recording, columns.artist_of[recording],
                           out.tables_then.profile(profile));
    }
    const bool wanted =
        newer ? holds_part(newer->artist_name, question.artist) : is_kept(asked, recording);
    if (!wanted) return;
    if (!here) return out.newer.add(columns, recording, artist, newer->profile);
    const uint32_t number =
        newer ? rights::partition_on(newer_tables_.steps_of(newer->profile), question.date)
              : columns.profiles.partition_on(profile, question.date);
    const auto& partition =
        newer ? newer_tables_.partitions[number] : columns.profiles.partitions[number];
    const size_t before = newer ? columns.profiles.partitions.size() : 0;
    out.held.add(columns, recording, artist,
                 held_tables.profile(static_cast<uint32_t>(before + number), partition, *here));
  };
  auto next_held = held.begin();
  const auto add_held_before = [&](uint32_t recording) {
    for (; next_held != held.end() && next_held->first < recording; ++next_held) {
      add(next_held->first, nullptr, &next_held->second);
    }
  };
  for (const Newer& newer : newer_) {
    add_held_before(newer.recording);
    const bool is_held = next_held != held.end() && next_held->first == newer.recording;
    add(newer.recording, &newer, is_held ? &next_held->second : nullptr);
    if (is_held) ++next_held;
  }
  add_held_before(UINT32_MAX);
  out.held_tables = std::move(held_tables).finish();
  return out;
}

void MapAnswers::put_in(SumsBeside& beside, const Apart& apart, const RankQuestion& question,
                        const Parallel& parallel) const {
  const rights::DayWindow day{question.date, question.date};
  if (!apart.newer.empty()) {
    beside.put_in(apart.newer.sums(newer_tables_.columns(outcomes_, day), question, parallel));
  }
  if (!apart.held.empty()) {
    beside.put_in(apart.held.sums(apart.held_tables.columns(outcomes_, day), question, parallel));
  }
}

namespace {

// Of each profile, whether it says another thing on the day than on the map's.
std::vector<uint8_t> changed_profiles(const GapColumns& columns, Date today, Date date) {
  std::vector<uint8_t> changed(columns.profiles.profiles());
  for (uint32_t profile = 0; profile < changed.size(); ++profile) {
    const auto steps = columns.profiles.steps_of(profile);
    changed[profile] = rights::partition_on(steps, today) != rights::partition_on(steps, date);
  }
  return changed;
}

// Recordings that change are summed twice, so it should be few of them.
bool few_change(const GapColumns& columns, std::span<const uint8_t> changed) {
  size_t recordings = 0;
  for (const uint32_t profile : columns.profile_of) recordings += changed[profile];
  return recordings <= columns.recordings() / 3;
}

void leave_out(std::vector<uint64_t>& keep, std::span<const uint32_t> recordings) {
  for (const uint32_t recording : recordings) {
    keep[recording / 64] &= ~(uint64_t{1} << (recording % 64));
  }
}

}  // namespace

// The map's sums with what differs from its day taken out and put in. Nothing where too much does.
Result<std::optional<GapSums>> MapAnswers::sums_beside(const GapColumns& columns,
                                                       const MapQuestion& question,
                                                       const Apart& apart,
                                                       std::span<const uint64_t> keep,
                                                       const Parallel& parallel) const {
  const Date today = map_->words().today;
  const std::vector<uint8_t> changed = changed_profiles(columns, today, question.date);
  if (!few_change(columns, changed)) return std::nullopt;
  UMIKOE_TRY(GapSums sums, map_->sums());
  RankQuestion then{today, question.territories, {}, {}, {}, {}, kept_cells};
  RankQuestion now = then;
  now.date = question.date;
  SumsBeside beside(sums, columns, now, outcomes_);
  beside.take_out(apart.as_they_were.sums(apart.tables_then.columns(), then, parallel),
                  apart.tables_then.groups());
  then.keep = now.keep = keep;
  then.profiles = now.profiles = changed;
  const bool others = question.date != today;
  if (others) beside.take_out(sum_gaps(columns, then, parallel));
  beside.forget([&](uint32_t recording) {
    return changed[columns.profile_of[recording]] != 0 ||
           std::ranges::binary_search(apart.taken_out, recording);
  });
  if (others) beside.put_in(sum_gaps(columns, now, parallel));
  now.keep = {};
  now.profiles = {};
  put_in(beside, apart, now, parallel);
  if (!beside.end(question.top)) return std::nullopt;
  return sums;
}

Result<GapSums> MapAnswers::sums(const MapQuestion& question, const Parallel& parallel) const {
  const bool stored = of_stored_sums(question);
  UMIKOE_TRY(const auto held, held_on(question.date));
  if (stored && question.date == map_->words().today && newer_.empty() && held.empty()) {
    return map_->sums();
  }
  UMIKOE_TRY(const GapColumns columns, map_->columns());
  UMIKOE_TRY(auto keep, wanted(columns, question.artist));
  const Apart apart = this->apart(columns, question, keep, held);
  leave_out(keep, apart.taken_out);
  if (stored) {
    UMIKOE_TRY(auto sums, sums_beside(columns, question, apart, keep, parallel));
    if (sums) return *std::move(sums);
  }
  RankQuestion rank{question.date, question.territories, question.reason, question.role, keep, {},
                    question.top};
  GapSums sums = sum_gaps(columns, rank, parallel);
  rank.keep = {};
  SumsBeside beside(sums, columns, rank, outcomes_);
  put_in(beside, apart, rank, parallel);
  beside.end(question.top);
  return sums;
}

const Isrc& MapAnswers::isrc(uint32_t recording) const {
  return recording < map_->recordings() ? map_->isrc(recording) : newer(recording)->isrc;
}

Result<std::string> MapAnswers::title(uint32_t recording) const {
  if (const Newer* newer = this->newer(recording)) {
    const RecordingCard* card = world_->card(newer->isrc);
    return card ? card->title : std::string();
  }
  UMIKOE_TRY(const std::string_view title, map_->title(recording));
  return std::string(title);
}

Result<std::string> MapAnswers::artist_of(uint32_t recording) const {
  if (const Newer* newer = this->newer(recording)) return newer->artist_name;
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
