// The gaps of a made-up nation ranked: gap_bench [--recordings N] [--worths N] [--seed N]
//   [--folder DIR] [--made] [--duckdb]
// Writes the nation's map into the folder, opens it again as `umikoe gap --summary` does, and asks.
// With --made the map is already there, so that the memory is that of asking alone. With --duckdb
// the same questions are asked as SQL over the same data, and must agree.

#include <atomic>
#include <cstdlib>
#include <thread>

#include "app/gap_map/rank_gaps.h"
#include "app/gap_map/world_map.h"
#include "bench_clock.h"
#include "duck_gaps.h"
#include "gap_world.h"
#include "stores/section_file.h"

namespace {

using umikoe::app::GapColumns;
using umikoe::app::RankQuestion;
namespace app = umikoe::app;
namespace bench = umikoe::bench;
namespace rights = umikoe::rights;
namespace stores = umikoe::stores;

struct Flags {
  uint64_t recordings = 1'000'000;
  uint64_t worths = 20'000'000;
  uint64_t seed = 1;
  std::string folder = ".";
  bool made = false;
  bool duckdb = false;
};

// Two threads, as this kind of machine has processors.
void in_threads(size_t count, const std::function<void(size_t)>& job) {
  std::atomic<size_t> next = 0;
  const auto work = [&] {
    for (size_t i = next++; i < count; i = next++) job(i);
  };
  const std::jthread other(work);
  work();
}

constexpr int64_t generation = 1;

[[noreturn]] void stop(const umikoe::Error& error) {
  fmt::print("{} {}\n", error.code, error.arguments.empty() ? "" : error.arguments[0].second);
  std::exit(1);
}

template <class Value>
Value value_of(umikoe::Result<Value> result) {
  if (!result) stop(result.error());
  return *std::move(result);
}

RankQuestion question_of(umikoe::Date date) {
  RankQuestion question;
  question.date = date;
  question.territories = umikoe::demand::markets().set();
  question.top = app::kept_cells;
  return question;
}

void add_names(app::MapContent& content) {
  for (uint32_t r = 0; r < content.profile_of.size(); ++r) {
    content.isrcs.push_back(*umikoe::Isrc::parse(fmt::format("JPZ{:09}", r)));
    content.by_isrc.push_back(r);
    content.titles.add(fmt::format("Song {}", r));
  }
  for (uint32_t artist = 0; artist < bench::NationWorld::artists; ++artist) {
    content.artists.add(fmt::format("Artist {}", artist));
  }
}

// The made-up nation as a map holds a world.
app::MapContent content_of(bench::GapWorld made, const bench::NationWorld& world) {
  const rights::ProfileTables tables = made.book->tables();
  app::MapContent content;
  content.first_step.assign(tables.first_step.begin(), tables.first_step.end());
  content.steps.assign(tables.steps.begin(), tables.steps.end());
  content.partitions.assign(tables.partitions.begin(), tables.partitions.end());
  content.words.outcomes.assign(tables.outcomes.begin(), tables.outcomes.end());
  content.words.window = tables.window;
  content.words.today = world.today();
  content.words.parties = world.parties();
  content.groups = std::move(made.groups);
  content.profile_of = std::move(made.profile_of);
  content.artist_of = std::move(made.artist_of);
  content.first_worth = std::move(made.first_worth);
  content.territory_of = std::move(made.territory_of);
  content.worth = std::move(made.worth);
  add_names(content);
  content.words_text = written(content.words);
  content.sums =
      packed(sum_gaps(content.columns(), question_of(content.words.today), in_threads));
  return content;
}

void make(const Flags& flags) {
  const bench::NationWorld world(flags.seed);
  const double start = bench::clock_now();
  bench::GapWorld made = bench::make_gap_world(world, flags.recordings, flags.worths, flags.seed);
  const rights::ProfileTables tables = made.book->tables();
  fmt::print(
      "{} recordings, {} cells with demand, {} distinct profiles, {} partitions of {} groups, {} "
      "outcomes; {:.0f} s of the clock to make\n",
      flags.recordings, made.worth.size(), tables.profiles(), tables.partitions.size(),
      made.groups.groups.size(), tables.outcomes.size(), bench::clock_now() - start);
  const app::MapContent content = content_of(std::move(made), world);
  const auto written = stores::write_sections(stores::real_files(), flags.folder, "gaps.bin",
                                              generation, content.sections());
  if (!written) stop(written.error());
}

void print_clock(const char* what, double taken, const char* limit) {
  bench::print_row(what, taken, limit,
                   fmt::format("of the clock, two threads; at most {} MiB so far",
                               bench::most_memory_mib()));
}

// Of the map's own day: summed when the map was made.
void measure_stored(const app::WorldMap& map, double opening) {
  app::GapRanking ranking;
  const auto ask = [&] {
    ranking = ranked(value_of(map.sums()), map.words().outcomes, 100);
  };
  print_clock("first question: its names and sums read, checked and ranked",
              opening + bench::clock_milliseconds(1, ask), "400 ms");
  print_clock("the same question again", bench::clock_milliseconds(5, ask), "150 ms");
  fmt::print("{} gaps, {} of them with demand, {:.0f} million streams in 28 days\n",
             ranking.all.cells, ranking.all.with_worth,
             static_cast<double>(ranking.all.all_worth()) / 16e6);
}

// Of any other day, or through a filter: every cell is looked at.
double measure_summed(const app::WorldMap& map, RankQuestion question, GapColumns& columns,
                      app::GapRanking& ranking) {
  question.top = 100;
  const auto ask = [&] { ranking = rank_gaps(columns, question, in_threads); };
  const double first = bench::clock_milliseconds(1, [&] {
    columns = value_of(map.columns());
    ask();
  });
  print_clock("another day, first: checksums of all columns, and every cell summed", first, "-");
  const double next = bench::clock_milliseconds(5, ask);
  const size_t bytes = columns.worth.size_bytes() + columns.territory_of.size_bytes() +
                       columns.first_worth.size_bytes() + columns.profile_of.size_bytes() * 2;
  bench::print_row(
      "another day, again", next, "-",
      fmt::format("of the clock, two threads; one thread reads the columns in {:.0f} ms",
                  bench::floor_milliseconds(bytes)));
  bench::print_row("the same on one thread, of its processor",
                   bench::milliseconds(3, [&] { ranking = rank_gaps(columns, question); }), "-",
                   "");
  return next;
}

void measure(const Flags& flags) {
  if (!flags.made) make(flags);
  std::shared_ptr<const stores::SectionFile> file;
  const double opening = bench::clock_milliseconds(
      1, [&] { file = value_of(stores::SectionFile::open(flags.folder + "/gaps.bin")); });
  bench::print_row("opening the file: header and table checked", opening, "100 ms", "");
  std::shared_ptr<const app::WorldMap> map;
  const umikoe::Date today = bench::NationWorld(flags.seed).today();
  const double words = bench::clock_milliseconds(
      1, [&] { map = value_of(app::WorldMap::open(file, today)); });
  bench::print_row("its words: outcomes and parties", words, "-", "");
  measure_stored(*map, opening + words);
  RankQuestion question = question_of(today.plus(40));
  question.territories = umikoe::TerritorySet::all();
  GapColumns columns;
  app::GapRanking ranking;
  const double ours = measure_summed(*map, question, columns, ranking);
  if (!flags.duckdb) return;
  bench::DuckGaps duck(columns);
  double seconds = 0;
  const std::string difference = duck.difference(ranking, question, seconds);
  bench::print_row("that question as SQL, DuckDB in memory, two threads", 1e3 * seconds, "-",
                   fmt::format("{:.0f} times ours (goal 20); {}", 1e3 * seconds / ours,
                               difference.empty() ? "agrees in every sum and place"
                                                  : "DIFFERS in " + difference));
}

}  // namespace

int main(int argc, char** argv) {
  Flags flags;
  for (int i = 1; i < argc; ++i) {
    const std::string_view flag = argv[i];
    if (flag == "--duckdb") flags.duckdb = true;
    if (flag == "--made") flags.made = true;
    if (i + 1 == argc) break;
    if (flag == "--recordings") flags.recordings = std::strtoull(argv[++i], nullptr, 10);
    if (flag == "--worths") flags.worths = std::strtoull(argv[++i], nullptr, 10);
    if (flag == "--seed") flags.seed = std::strtoull(argv[++i], nullptr, 10);
    if (flag == "--folder") flags.folder = argv[++i];
  }
  measure(flags);
  return 0;
}
