// What the questions of an artist page cost in a world of many reports: plays of one recording, or
// of an artist's twenty, by territory and period.
//   observations_bench WORLD RECORDINGS [compact]
// The world is one that `generate_rows dsr` made the reports of, RECORDINGS how many each has. With
// `compact` its files are put into few first. Nothing is cached between questions but by the
// operating system.

#include <fmt/format.h>
#include <time.h>

#include <algorithm>
#include <cstdlib>
#include <string>
#include <vector>

#include "stores/embedded_store.h"

namespace {

using umikoe::Isrc;
namespace app = umikoe::app;
namespace stores = umikoe::stores;

constexpr int questions = 60;
constexpr double limit_ms = 50;

double seconds(clockid_t clock) {
  timespec now = {};
  ::clock_gettime(clock, &now);
  return static_cast<double>(now.tv_sec) + static_cast<double>(now.tv_nsec) / 1e9;
}

Isrc isrc_of(int64_t number) {
  return *Isrc::parse(fmt::format("JPZ{:02}{:07}", number / 10'000'000, number % 10'000'000));
}

// Twenty recordings of `window` neighbours, or one.
std::vector<Isrc> asked(int64_t first, int count, int64_t window, int64_t recordings) {
  std::vector<Isrc> out;
  for (int i = 0; i < count; ++i) {
    out.push_back(isrc_of((first + i * (window / count)) % recordings));
  }
  return out;
}

void measure(const app::WorldStore& store, const char* what, int count, int64_t window,
             int64_t recordings) {
  std::vector<double> clock;
  double processor = 0;
  size_t answers = 0;
  for (int i = 0; i < questions; ++i) {
    const int64_t first = static_cast<int64_t>(static_cast<uint64_t>(i + 1) * 0x9e3779b97f4a7c15 %
                                               static_cast<uint64_t>(recordings));
    const app::SeriesQuestion question{.isrcs = asked(first, count, window, recordings),
                                       .names = {},
                                       .territories = umikoe::TerritorySet::all().members(),
                                       .as_of = *umikoe::Date::of(2099, 1, 1)};
    const double begun = seconds(CLOCK_MONOTONIC);
    const double used = seconds(CLOCK_PROCESS_CPUTIME_ID);
    const auto periods = store.usage_periods(question);
    clock.push_back((seconds(CLOCK_MONOTONIC) - begun) * 1e3);
    processor += (seconds(CLOCK_PROCESS_CPUTIME_ID) - used) * 1e3;
    if (!periods) {
      fmt::print("{}: {}\n", what, periods.error().code);
      std::exit(1);
    }
    answers += periods->size();
  }
  std::ranges::sort(clock);
  const double median = clock[clock.size() / 2];
  fmt::print(
      "{:<44} median {:>7.1f} ms, 95 % within {:>7.1f} ms, processor {:>7.1f} ms, {} periods "
      "(limit {} ms: {})\n",
      what, median, clock[clock.size() * 95 / 100], processor / questions, answers / questions,
      limit_ms, median < limit_ms ? "kept" : "MISSED");
}

}  // namespace

int main(int count, char** words) {
  if (count < 3) return 2;
  const int64_t recordings = std::strtoll(words[2], nullptr, 10);
  if (count > 3 && std::string_view(words[3]) == "compact") {
    const auto store = stores::open_world(words[1], stores::OpenMode::write);
    if (!store) return 1;
    const double begun = seconds(CLOCK_MONOTONIC);
    const double used = seconds(CLOCK_PROCESS_CPUTIME_ID);
    const auto done = (*store)->compact();
    if (!done) {
      fmt::print("{} {}\n", done.error().code,
                 done.error().arguments.empty() ? "" : done.error().arguments[0].second);
      return 1;
    }
    fmt::print(
        "compacted {} rows: {} files of {} bytes to {} of {} bytes, {:.1f} s of the clock, "
        "{:.1f} s of the processor\n",
        done->rows, done->files_before, done->bytes_before, done->files_after, done->bytes_after,
        seconds(CLOCK_MONOTONIC) - begun, seconds(CLOCK_PROCESS_CPUTIME_ID) - used);
  }
  const auto store = stores::open_world(words[1], stores::OpenMode::read);
  if (!store) {
    fmt::print("{}\n", store.error().code);
    return 1;
  }
  fmt::print("{} rows of usage\n", (*store)->usage_rows().value());
  measure(**store, "one recording", 1, 1, recordings);
  measure(**store, "an artist of 20 recordings, one label's", 20, 20'000, recordings);
  measure(**store, "20 recordings from all over the catalogue", 20, recordings, recordings);
  return 0;
}
