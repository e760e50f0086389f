// The gaps of a made-up nation ranked: gap_bench [--recordings N] [--worths N] [--seed N]
//   [--folder DIR] [--duckdb]
// Writes the columns as a section file into the folder, opens it again as a user's program would,
// and asks. With --duckdb the same question is asked as SQL over the same data, and must agree.

#include <atomic>
#include <cstdlib>
#include <thread>

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
  bool duckdb = false;
};

template <class Value>
stores::Section section(const char* name, std::span<const Value> values) {
  return {name, {reinterpret_cast<const char*>(values.data()), values.size_bytes()}};
}

template <class Value>
std::span<const Value> values(const stores::SectionFile& file, const char* name) {
  const auto bytes = file.section(name);
  if (!bytes) {
    fmt::print("{} {}\n", name, bytes.error().code);
    std::exit(1);
  }
  return {reinterpret_cast<const Value*>(bytes->data()), bytes->size() / sizeof(Value)};
}

void write(const bench::GapWorld& made, const std::string& folder) {
  const GapColumns c = made.columns();
  const stores::Section sections[] = {
      section("profile_of", c.profile_of),
      section("artist_of", c.artist_of),
      section("first_worth", c.first_worth),
      section("territory_of", c.territory_of),
      section("worth", c.worth),
      section("first_step", c.profiles.first_step),
      section("steps", c.profiles.steps),
      section("partitions", c.profiles.partitions),
      section("sets", c.sets),
      section("groups", c.groups),
      section("first_group", c.first_group),
      section("group_members", c.group_members),
      section("group_of", c.group_of_territory),
  };
  const auto written =
      stores::write_sections(stores::real_files(), folder, "gaps.bin", 1, sections);
  if (!written) {
    fmt::print("{}\n", written.error().code);
    std::exit(1);
  }
}

// Two threads, as this kind of machine has processors.
void in_threads(size_t count, const std::function<void(size_t)>& job) {
  std::atomic<size_t> next = 0;
  const auto work = [&] {
    for (size_t i = next++; i < count; i = next++) job(i);
  };
  const std::jthread other(work);
  work();
}

// What a program that opened the file asks with.
struct Opened {
  std::shared_ptr<const stores::SectionFile> file;
  std::vector<rights::Outcome> outcomes;  // few, and kept beside the file here
  rights::DayWindow window;
  umikoe::Date today;

  // Checks the sections' checksums the first time.
  GapColumns columns() const {
    return {{values<uint32_t>(*file, "first_step"), values<rights::ProfileStep>(*file, "steps"),
             values<rights::Partition>(*file, "partitions"), outcomes, window, today},
            values<umikoe::TerritorySet>(*file, "sets"),
            values<app::OutcomeGroup>(*file, "groups"),
            values<uint32_t>(*file, "first_group"),
            values<uint32_t>(*file, "group_members"),
            values<app::GroupOfTerritory>(*file, "group_of"),
            values<uint32_t>(*file, "profile_of"),
            values<uint32_t>(*file, "artist_of"),
            values<uint64_t>(*file, "first_worth"),
            values<uint8_t>(*file, "territory_of"),
            values<uint32_t>(*file, "worth")};
  }
};

Opened made_and_opened(const Flags& flags) {
  const bench::NationWorld world(flags.seed);
  const double start = bench::clock_now();
  const bench::GapWorld made =
      bench::make_gap_world(world, flags.recordings, flags.worths, flags.seed);
  const rights::ProfileTables tables = made.book->tables();
  fmt::print(
      "{} recordings, {} cells with demand, {} distinct profiles, {} partitions of {} groups, {} "
      "outcomes; {:.0f} s of the clock to make\n",
      flags.recordings, made.worth.size(), tables.profiles(), tables.partitions.size(),
      made.groups.groups.size(), tables.outcomes.size(), bench::clock_now() - start);
  write(made, flags.folder);
  Opened opened{{}, {tables.outcomes.begin(), tables.outcomes.end()}, tables.window, world.today()};
  const double taken = bench::clock_milliseconds(
      1, [&] { opened.file = *stores::SectionFile::open(flags.folder + "/gaps.bin"); });
  bench::print_row("opening the file: header and table checked", taken, "100 ms", "");
  return opened;
}

double measure_ours(const Opened& opened, const RankQuestion& question, GapColumns& columns,
                    app::GapRanking& ranking) {
  const double first = bench::clock_milliseconds(1, [&] {
    columns = opened.columns();
    ranking = rank_gaps(columns, question, in_threads);
  });
  bench::print_row("first question: checksums of all sections, and the ranking", first, "400 ms",
                   fmt::format("of the clock, two threads; with making it at most {} MiB",
                               bench::most_memory_mib()));
  const double next =
      bench::clock_milliseconds(5, [&] { ranking = rank_gaps(columns, question, in_threads); });
  const size_t bytes = columns.worth.size_bytes() + columns.territory_of.size_bytes() +
                       columns.first_worth.size_bytes() + columns.profile_of.size_bytes() * 2;
  bench::print_row(
      "the same question again", next, "150 ms",
      fmt::format("of the clock, two threads; one thread reads the columns in {:.0f} ms",
                  bench::floor_milliseconds(bytes)));
  bench::print_row("the same on one thread, of its processor",
                   bench::milliseconds(3, [&] { ranking = rank_gaps(columns, question); }), "-",
                   "");
  fmt::print("{} gaps, {} of them with demand, {:.0f} million streams in 28 days\n",
             ranking.all.cells, ranking.all.with_worth,
             static_cast<double>(ranking.all.all_worth()) / 16e6);
  return next;
}

void measure(const Flags& flags) {
  const Opened opened = made_and_opened(flags);
  RankQuestion question;
  question.date = opened.today;
  question.territories = umikoe::TerritorySet::all();
  GapColumns columns;
  app::GapRanking ranking;
  const double ours = measure_ours(opened, question, columns, ranking);
  if (!flags.duckdb) return;
  bench::DuckGaps duck(columns);
  double seconds = 0;
  const std::string difference = duck.difference(ranking, question, seconds);
  bench::print_row("the same question as SQL, DuckDB in memory, two threads", 1e3 * seconds, "-",
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
    if (i + 1 == argc) break;
    if (flag == "--recordings") flags.recordings = std::strtoull(argv[++i], nullptr, 10);
    if (flag == "--worths") flags.worths = std::strtoull(argv[++i], nullptr, 10);
    if (flag == "--seed") flags.seed = std::strtoull(argv[++i], nullptr, 10);
    if (flag == "--folder") flags.folder = argv[++i];
  }
  measure(flags);
  return 0;
}
