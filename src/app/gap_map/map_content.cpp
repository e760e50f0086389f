#include "app/gap_map/map_content.h"

#include <algorithm>
#include <map>
#include <numeric>

#include "app/demand/open_ratios.h"
#include "app/gap_map/catalogue_profiles.h"
#include "app/gap_map/rank_gaps.h"
#include "app/loaded_world.h"
#include "app/recording_demand.h"

namespace umikoe::app {
namespace {

template <class Value>
FileSection section(const char* name, const std::vector<Value>& values) {
  return {name, {reinterpret_cast<const char*>(values.data()), std::span(values).size_bytes()}};
}

// The answers of all recordings, and the recordings in order of them.
void add_answers(MapContent& content, const CatalogueProfiles& catalogue) {
  const rights::ProfileTables tables = catalogue.book->tables();
  content.first_step.assign(tables.first_step.begin(), tables.first_step.end());
  content.steps.assign(tables.steps.begin(), tables.steps.end());
  content.partitions.assign(tables.partitions.begin(), tables.partitions.end());
  content.words.outcomes.assign(tables.outcomes.begin(), tables.outcomes.end());
  content.words.window = tables.window;
  content.words.today = tables.today;
  content.groups = groups_of(content.partitions);
  std::vector<uint32_t> order(catalogue.isrcs.size());
  std::iota(order.begin(), order.end(), 0u);
  std::ranges::stable_sort(order, {}, [&](uint32_t r) { return catalogue.profile_of[r]; });
  content.by_isrc.resize(order.size());
  for (uint32_t place = 0; place < order.size(); ++place) {
    content.isrcs.push_back(catalogue.isrcs[order[place]]);
    content.profile_of.push_back(catalogue.profile_of[order[place]]);
    content.by_isrc[order[place]] = place;
  }
}

void add_names(MapContent& content, const LoadedWorld& world) {
  std::map<std::string, uint32_t> known;
  const RecordingCard nameless;
  for (const Isrc& isrc : content.isrcs) {
    const RecordingCard* const named = world.card(isrc);
    const RecordingCard& card = named ? *named : nameless;
    content.titles.add(card.title);
    const auto [at, fresh] = known.try_emplace(card.artist, static_cast<uint32_t>(known.size()));
    if (fresh) content.artists.add(card.artist);
    content.artist_of.push_back(at->second);
  }
}

Result<void> add_worth(MapContent& content, const LoadedWorld& world,
                       const CatalogueProfiles& catalogue) {
  UMIKOE_TRY(const RecordingDemand demand, RecordingDemand::of(world));
  const demand::ForeignToHome ratios =
      open_ratios(world, demand, [&](const Isrc& isrc, TerritoryCode territory) {
        return catalogue.is_open(isrc, territory);
      });
  content.first_worth.push_back(0);
  const auto add = [&](TerritoryCode territory, const demand::Worth& worth) {
    content.territory_of.push_back(territory.index);
    content.worth.push_back(PackedWorth::of(worth.kind, *worth.expected).bits());
  };
  for (const Isrc& isrc : content.isrcs) {
    demand.each_estimate(isrc, ratios, add);
    content.first_worth.push_back(content.worth.size());
  }
  return {};
}

void add_holds(MapContent& content, const HeldBack& held_back) {
  for (size_t i = 0; i < held_back.all().size(); ++i) {
    const Hold& hold = held_back.all()[i];
    MapHold& of = content.words.holds.emplace_back(MapHold{hold.territories, hold.until, {}});
    for (const Isrc& isrc : held_back.recordings(i)) {
      const auto at = std::ranges::lower_bound(
          content.by_isrc, isrc, {}, [&](uint32_t place) { return content.isrcs[place]; });
      if (at != content.by_isrc.end() && content.isrcs[*at] == isrc) of.recordings.push_back(*at);
    }
  }
}

RankQuestion question_of_today(const MapContent& content) {
  RankQuestion question;
  question.date = content.words.today;
  question.territories = demand::markets().set();
  question.top = kept_cells;
  return question;
}

constexpr size_t sum_numbers = 5;
constexpr size_t decision_numbers = 6 + sum_numbers;
constexpr size_t cell_numbers = 3;

void put(std::vector<int64_t>& out, const GapSum& sum) {
  out.insert(out.end(), {sum.cells, sum.with_worth, sum.worth[0], sum.worth[1], sum.worth[2]});
}

GapSum sum_at(std::span<const int64_t> numbers) {
  return {numbers[0], numbers[1], {numbers[2], numbers[3], numbers[4]}};
}

RankedDecision decision_at(std::span<const int64_t> numbers) {
  RankedDecision decision;
  decision.outcome = static_cast<uint32_t>(numbers[0]);
  for (size_t word = 0; word < 4; ++word) {
    decision.territories.words[word] = static_cast<uint64_t>(numbers[1 + word]);
  }
  decision.recordings = numbers[5];
  decision.sum = sum_at(numbers.subspan(6));
  return decision;
}

}  // namespace

std::vector<int64_t> packed(const GapSums& sums) {
  std::vector<int64_t> out{static_cast<int64_t>(sums.decisions.size()),
                           static_cast<int64_t>(sums.recordings_of_group.size()),
                           static_cast<int64_t>(sums.artists.size()),
                           static_cast<int64_t>(sums.cells.size())};
  for (const GapSum& sum : sums.by_territory) put(out, sum);
  for (const RankedDecision& decision : sums.decisions) {
    out.push_back(decision.outcome);
    for (const uint64_t word : decision.territories.words) {
      out.push_back(static_cast<int64_t>(word));
    }
    out.push_back(decision.recordings);
    put(out, decision.sum);
  }
  out.insert(out.end(), sums.recordings_of_group.begin(), sums.recordings_of_group.end());
  out.insert(out.end(), sums.artists.begin(), sums.artists.end());
  for (const RankedCell& cell : sums.cells) {
    out.insert(out.end(), {cell.recording, cell.territory.index, cell.worth.bits()});
  }
  return out;
}

std::optional<GapSums> unpacked(std::span<const int64_t> numbers) {
  constexpr size_t lengths = 4;
  constexpr size_t head = lengths + 256 * sum_numbers;
  if (numbers.size() < head) return std::nullopt;
  const auto decisions = static_cast<uint64_t>(numbers[0]);
  const auto groups = static_cast<uint64_t>(numbers[1]);
  const auto artists = static_cast<uint64_t>(numbers[2]);
  const auto cells = static_cast<uint64_t>(numbers[3]);
  const size_t rest = numbers.size() - head;
  if (decisions > rest || groups > rest || artists > rest || cells > rest ||
      rest != decisions * decision_numbers + groups + artists + cells * cell_numbers) {
    return std::nullopt;
  }
  GapSums sums;
  numbers = numbers.subspan(lengths);
  const auto next = [&](size_t count) {
    const auto taken = numbers.first(count);
    numbers = numbers.subspan(count);
    return taken;
  };
  for (GapSum& sum : sums.by_territory) sum = sum_at(next(sum_numbers));
  for (uint64_t i = 0; i < decisions; ++i) {
    sums.decisions.push_back(decision_at(next(decision_numbers)));
  }
  const auto recordings = next(groups);
  sums.recordings_of_group.assign(recordings.begin(), recordings.end());
  const auto worth = next(artists);
  sums.artists.assign(worth.begin(), worth.end());
  for (uint64_t i = 0; i < cells; ++i) {
    const auto cell = next(cell_numbers);
    sums.cells.push_back({static_cast<uint32_t>(cell[0]),
                          {static_cast<uint8_t>(cell[1])},
                          PackedWorth(static_cast<uint32_t>(cell[2]))});
  }
  return sums;
}

GapColumns MapContent::columns() const {
  return {{first_step, steps, partitions, words.outcomes, words.window, words.today},
          groups.sets,
          groups.groups,
          groups.first,
          groups.members,
          groups.group_of_territory,
          profile_of,
          artist_of,
          first_worth,
          territory_of,
          worth};
}

std::vector<FileSection> MapContent::sections() const {
  return {section("isrcs", isrcs),
          section("by_isrc", by_isrc),
          {"titles", titles.text},
          section("title_ends", titles.ends),
          {"artists", artists.text},
          section("artist_ends", artists.ends),
          section("profile_of", profile_of),
          section("artist_of", artist_of),
          section("first_worth", first_worth),
          section("territory_of", territory_of),
          section("worth", worth),
          section("first_step", first_step),
          section("steps", steps),
          section("partitions", partitions),
          section("sets", groups.sets),
          section("groups", groups.groups),
          section("first_group", groups.first),
          section("group_members", groups.members),
          section("group_of", groups.group_of_territory),
          section("sums", sums),
          {"words", words_text}};
}

Result<MapContent> map_content(const WorldStore& store, Date today, const Parallel& parallel,
                               size_t part) {
  MapContent content;
  UMIKOE_TRY(const WorldInfo info, store.info());
  content.generation = info.generation;
  UMIKOE_TRY(const auto catalogue, catalogue_profiles(store, today, part));
  add_answers(content, *catalogue);
  UMIKOE_TRY(const auto world, LoadedWorld::load(store, today, WorldExtent::demand_alone));
  add_names(content, *world);
  UMIKOE_TRY(add_worth(content, *world, *catalogue));
  add_holds(content, world->held_back());
  content.words.demo = info.demo;
  content.words.parties = catalogue->parties;
  content.words_text = written(content.words);
  content.sums = packed(sum_gaps(content.columns(), question_of_today(content), parallel));
  return content;
}

}  // namespace umikoe::app
