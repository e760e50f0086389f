// A made-up nation's rights against the clock: rights_bench [--recordings N] [--seed N]
// Every figure is printed with its limit, and with what is physically possible, from the same run.

#include <algorithm>
#include <cstdlib>
#include <numeric>
#include <string_view>

#include "bench_clock.h"
#include "gap_world.h"
#include "nation_world.h"
#include "rights/profiles/flat_deals.h"
#include "rights/profiles/timeline.h"

namespace {

using umikoe::Date;
using umikoe::Rng;
using umikoe::territory_count;
using umikoe::TerritoryCode;
using umikoe::TerritorySet;
using umikoe::bench::GapWorld;
using umikoe::bench::NationWorld;
namespace bench = umikoe::bench;
namespace rights = umikoe::rights;

void measure_deals(uint64_t recordings) {
  const uint64_t per_recording = 6;
  Rng rng(7);
  std::vector<TerritorySet> scopes;
  for (int i = 0; i < 271; ++i) {  // as many as the public sample messages have
    TerritorySet set;
    const uint64_t count = 1 + rng.below(240);
    for (uint64_t k = 0; k < count; ++k) {
      set.insert({static_cast<uint8_t>(rng.below(static_cast<uint64_t>(territory_count())))});
    }
    scopes.push_back(set);
  }
  rights::FlatDeals deals;
  const Date today = *Date::of(2026, 11, 20);
  for (uint64_t r = 0; r < recordings; ++r) {
    deals.add_recording();
    for (uint64_t k = 0; k < per_recording; ++k) {
      const Date from = today.plus(-static_cast<int32_t>(rng.below(4'000)) + 400);
      const std::optional<Date> until =
          rng.below(3) == 0 ? std::optional(from.plus(static_cast<int32_t>(rng.below(2'000))))
                            : std::nullopt;
      const rights::UseSet uses =
          rng.below(2) == 0 ? bit(rights::Use::on_demand_stream) : bit(rights::Use::download);
      deals.add(scopes[rng.below(scopes.size())], from, until, uses);
    }
  }
  uint64_t cells = 0;
  const double ours = bench::milliseconds(5, [&] {
    const auto open = deals.open_on(today, rights::Use::on_demand_stream);
    cells = std::accumulate(open.begin(), open.end(), uint64_t{0});
  });
  bench::print_row(
      fmt::format("totals from {} raw deals, no profiles ({} open cells)", deals.deals(), cells),
      ours, fmt::format("{:.0f} ms", 250.0 * static_cast<double>(recordings) / 10e6),
      fmt::format("reading them once {:.1f} ms",
                  bench::floor_milliseconds(deals.deals() * sizeof(rights::FlatDeal))));
}

// A catalogue's answers, ready for questions about totals.
struct Ready {
  rights::Tallies tallies;
  rights::PatternProfiles profiles;
  std::vector<uint32_t> numbers;  // of each recording
  std::vector<uint32_t> all;      // recordings of each number
  rights::TotalsTimeline timeline;

  explicit Ready(const GapWorld& made)
      : tallies(made.book->tables()),
        profiles(rights::pattern_profiles(made.book->tables(), tallies)),
        numbers(numbers_of(made.profile_of, profiles)),
        all(rights::count_numbers(numbers, {}, profiles.size())),
        timeline(profiles, tallies, all, made.book->tables().window.first) {}

 private:
  static std::vector<uint32_t> numbers_of(const std::vector<uint32_t>& profile_of,
                                          const rights::PatternProfiles& profiles) {
    std::vector<uint32_t> numbers;
    numbers.reserve(profile_of.size());
    for (const uint32_t profile : profile_of) numbers.push_back(profiles.of_profile[profile]);
    return numbers;
  }
};

void measure_updates(const NationWorld& world, GapWorld& made, Ready& ready) {
  constexpr auto use = rights::Use::on_demand_stream;
  constexpr int updates = 200;
  auto& book = *made.book;
  rights::TallyCounts counts;
  double worst = 0;
  double sum = 0;
  size_t recordings = 0;
  for (int i = 0; i < updates; ++i) {
    const bench::MadeRelease before = world.release(static_cast<uint64_t>(i) * 37 + 5);
    bench::MadeRelease release = before;
    world.restate(release);
    recordings += release.tracks;
    const uint32_t old = book.profile_of(world.file(before, false), use);
    const double each = bench::milliseconds(1, [&] {
      const uint32_t changed = book.profile_of(world.file(release, false), use);
      const rights::ProfileTables tables = book.tables();
      ready.tallies.extend(tables);
      counts = ready.timeline.on(world.today());
      const auto pattern = [&](uint32_t profile) {
        return ready.tallies.pattern_of(tables.partition_on(profile, world.today()));
      };
      ready.tallies.add(counts, pattern(old), -int64_t{release.tracks});
      ready.tallies.add(counts, pattern(changed), release.tracks);
    });
    worst = std::max(worst, each);
    sum += each;
  }
  bench::print_row(
      fmt::format("a message more: its {:.1f} recordings compiled, totals anew, mean of {}",
                  static_cast<double>(recordings) / updates, updates),
      sum / updates, "5 ms", fmt::format("worst {:.2f} ms", worst));
}

void measure_days(const Ready& ready, Date today, uint64_t seed) {
  Rng rng(seed);
  rights::TallyCounts counts;
  double worst = 0;
  for (int i = 0; i < 200; ++i) {
    const Date date = today.plus(static_cast<int32_t>(rng.below(3'650)) - 1'825);
    worst = std::max(worst, bench::milliseconds(1, [&] { counts = ready.timeline.on(date); }));
  }
  bench::print_row("totals by territory, reason and role on any day, worst of 200", worst, "1 ms",
                   "");
  size_t days = 0;
  const double slid = bench::milliseconds(2, [&] {
    days = 0;
    ready.timeline.each_change(today.plus(-1'826), today.plus(1'826),
                               [&](Date, const rights::TallyCounts&) { ++days; });
  });
  bench::print_row("totals of ten years, every day on which anything changes", slid, "-",
                   fmt::format("{} days", days));
}

void measure_filter(const Ready& ready, Date today, uint64_t seed) {
  const size_t recordings = ready.numbers.size();
  Rng rng(seed);
  std::vector<uint64_t> keep(recordings / 64 + 1);
  for (uint64_t& word : keep) word = rng.next();
  keep.back() &= (uint64_t{1} << (recordings % 64)) - 1;
  rights::TallyCounts counts;
  const double filtered = bench::milliseconds(5, [&] {
    const auto kept = rights::count_numbers(ready.numbers, keep, ready.profiles.size());
    counts = rights::totals_on(ready.profiles, ready.tallies, kept, today);
  });
  bench::print_row(
      "totals under a filter that keeps a random half", filtered, "15 ms",
      fmt::format("reading the recordings once {:.1f} ms",
                  bench::floor_milliseconds(recordings * sizeof(uint32_t) + recordings / 8)));
  counts = rights::totals_on(ready.profiles, ready.tallies, ready.all, today);
  if (counts != ready.timeline.on(today)) fmt::print("THE TWO WAYS TO TOTALS DIFFER\n");
}

void measure_rights(uint64_t recordings, uint64_t seed) {
  const NationWorld world(seed);
  double start = bench::clock_now();
  GapWorld made = bench::make_gap_world(world, recordings, 0, seed);
  const rights::ProfileTables tables = made.book->tables();
  fmt::print(
      "{} recordings of {} releases, {} statements, in {} territories: {} distinct profiles, {} "
      "partitions, {} outcomes; {} files compiled by {} answers of the evaluator; {:.0f} s of the "
      "clock to make and compile; {} MiB\n",
      recordings, made.releases, made.statements, territory_count(), tables.profiles(),
      tables.partitions.size(), tables.outcomes.size(), made.files, made.book->evaluations(),
      bench::clock_now() - start, bench::most_memory_mib());
  start = bench::clock_now();
  Ready ready(made);
  fmt::print(
      "by what totals tell apart: {} profiles of {} patterns, {} changes; {:.2f} s of the clock\n",
      ready.profiles.size(), ready.tallies.patterns(), ready.timeline.changes(),
      bench::clock_now() - start);
  measure_days(ready, world.today(), seed);
  measure_filter(ready, world.today(), seed);
  measure_updates(world, made, ready);
  made = {};
  measure_deals(recordings);
}

}  // namespace

int main(int argc, char** argv) {
  uint64_t recordings = 1'000'000;
  uint64_t seed = 1;
  for (int i = 1; i + 1 < argc; i += 2) {
    const std::string_view flag = argv[i];
    if (flag == "--recordings") recordings = std::strtoull(argv[i + 1], nullptr, 10);
    if (flag == "--seed") seed = std::strtoull(argv[i + 1], nullptr, 10);
  }
  measure_rights(recordings, seed);
  return 0;
}
