// What the questions of an artist page cost in a world of many reports: plays of one recording, or
// of an artist's twenty, by territory and period.
//   observations_bench WORLD RECORDINGS [compact]
// The world is one that `generate_rows dsr` made the reports of, RECORDINGS how many each has. With
// `compact` its files are put into few, and rolled up, first. The same questions are put to the
// reports themselves (DuckDB over Parquet) and to the rollups, and the answers compared; beside
// them stands what reading so many pages of the rollups costs and nothing else. Nothing is cached
// between questions but by the operating system.

#include <fmt/format.h>
#include <time.h>

#include <algorithm>
#include <cstdlib>
#include <cstring>
#include <filesystem>
#include <string>
#include <vector>

#include "stores/embedded_store.h"
#include "stores/section_file.h"

namespace {

using umikoe::Isrc;
namespace app = umikoe::app;
namespace stores = umikoe::stores;

constexpr int questions = 60;
constexpr double limit_ms = 50;
constexpr size_t page_bytes = 16 * 1024;

double seconds(clockid_t clock) {
  timespec now = {};
  ::clock_gettime(clock, &now);
  return static_cast<double>(now.tv_sec) + static_cast<double>(now.tv_nsec) / 1e9;
}

// Time of the clock and of the processor, in milliseconds, since it was made.
class Watch {
 public:
  double clock_ms() const { return (seconds(CLOCK_MONOTONIC) - begun_) * 1e3; }
  double processor_ms() const { return (seconds(CLOCK_PROCESS_CPUTIME_ID) - used_) * 1e3; }

 private:
  double begun_ = seconds(CLOCK_MONOTONIC);
  double used_ = seconds(CLOCK_PROCESS_CPUTIME_ID);
};

Isrc isrc_of(int64_t number) {
  return *Isrc::parse(fmt::format("JPZ{:02}{:07}", number / 10'000'000, number % 10'000'000));
}

// `count` recordings of `window` neighbours, somewhere.
struct Shape {
  const char* name;
  int count;
  int64_t window;
};

int64_t scattered(int number, int64_t below) {
  return static_cast<int64_t>(static_cast<uint64_t>(number + 1) * 0x9e3779b97f4a7c15 %
                              static_cast<uint64_t>(below));
}

app::SeriesQuestion question_of(const Shape& shape, int number, int64_t recordings) {
  app::SeriesQuestion question;
  for (int i = 0; i < shape.count; ++i) {
    question.isrcs.push_back(
        isrc_of((scattered(number, recordings) + i * (shape.window / shape.count)) % recordings));
  }
  question.territories = umikoe::TerritorySet::all().members();
  question.as_of = *umikoe::Date::of(2099, 1, 1);
  return question;
}

struct Measured {
  std::vector<double> clock;
  double processor = 0;
  std::vector<std::vector<app::UsagePeriod>> answers;
};

Measured measure(const app::WorldStore& store, const Shape& shape, int64_t recordings) {
  Measured out;
  for (int i = 0; i < questions; ++i) {
    const auto question = question_of(shape, i, recordings);
    const Watch watch;
    auto periods = store.usage_periods(question);
    out.clock.push_back(watch.clock_ms());
    out.processor += watch.processor_ms() / questions;
    if (!periods) {
      fmt::print("{}: {}\n", shape.name, periods.error().code);
      std::exit(1);
    }
    out.answers.push_back(*std::move(periods));
  }
  std::ranges::sort(out.clock);
  return out;
}

void print(const char* who, const Shape& shape, const Measured& measured) {
  const double median = measured.clock[measured.clock.size() / 2];
  size_t periods = 0;
  for (const auto& answer : measured.answers) periods += answer.size();
  fmt::print(
      "{:<24} {:<44} median {:>9.3f} ms, 95 % within {:>9.3f} ms, processor {:>9.3f} ms, "
      "{} periods (limit {} ms: {})\n",
      who, shape.name, median, measured.clock[measured.clock.size() * 95 / 100], measured.processor,
      periods / questions, limit_ms, median < limit_ms ? "kept" : "MISSED");
}

using Mapped = std::vector<std::shared_ptr<const stores::SectionFile>>;

Mapped rollups_of(const std::string& world) {
  Mapped out;
  uintmax_t bytes = 0;
  std::error_code none;
  for (const auto& entry : std::filesystem::directory_iterator(world + "/rollups", none)) {
    auto file = stores::SectionFile::open(entry.path());
    if (!file) continue;
    out.push_back(*std::move(file));
    bytes += entry.file_size();
  }
  fmt::print("{} rollups of {} bytes\n", out.size(), bytes);
  return out;
}

// As many pages as a question has recordings, read from all over the rollups.
void print_floor(const Mapped& rollups, const Shape& shape) {
  uint64_t sum = 0;
  int64_t pages = 0;
  const Watch watch;
  for (int i = 0; i < questions; ++i) {
    for (int n = 0; n < shape.count; ++n, ++pages) {
      const int number = i * shape.count + n;
      const auto& file = rollups[static_cast<size_t>(number) % rollups.size()];
      const auto rows = file->unchecked_section("rows");
      if (!rows || rows->size() <= page_bytes) continue;
      const char* const page =
          rows->data() + scattered(number, static_cast<int64_t>(rows->size() - page_bytes));
      for (size_t at = 0; at < page_bytes; at += sizeof(uint64_t)) {
        uint64_t word = 0;
        std::memcpy(&word, page + at, sizeof word);
        sum += word;
      }
    }
  }
  fmt::print("{:<24} {:<44} mean   {:>9.3f} ms of the processor (sum {:x})\n", "reading the pages",
             shape.name, watch.processor_ms() / questions, sum & 0xff);
}

bool compact(const std::string& world) {
  const auto store = stores::open_world(world, stores::OpenMode::write);
  if (!store) return false;
  const Watch watch;
  const auto done = (*store)->compact();
  if (!done) {
    fmt::print("{} {}\n", done.error().code,
               done.error().arguments.empty() ? "" : done.error().arguments[0].second);
    return false;
  }
  fmt::print(
      "compacted {} rows: {} files of {} bytes to {} of {} bytes, and rolled up, {:.1f} s of the "
      "clock, {:.1f} s of the processor\n",
      done->rows, done->files_before, done->bytes_before, done->files_after, done->bytes_after,
      watch.clock_ms() / 1e3, watch.processor_ms() / 1e3);
  return true;
}

std::unique_ptr<app::WorldStore> opened(const std::string& world, bool rollups) {
  auto store = stores::open_world(world, stores::OpenMode::read, "", {.rollups = rollups});
  if (!store) {
    fmt::print("{}\n", store.error().code);
    std::exit(1);
  }
  return *std::move(store);
}

}  // namespace

int main(int count, char** words) {
  if (count < 3) return 2;
  const std::string world = words[1];
  const int64_t recordings = std::strtoll(words[2], nullptr, 10);
  if (count > 3 && std::string_view(words[3]) == "compact" && !compact(world)) return 1;
  const std::vector<Shape> shapes{{"one recording", 1, 1},
                                  {"an artist of 20 recordings, one label's", 20, 20'000},
                                  {"20 recordings from all over the catalogue", 20, recordings}};
  {
    const auto first = question_of(shapes[2], 7, recordings);
    const Watch watch;
    const auto store = opened(world, true);
    const auto periods = store->usage_periods(first);
    fmt::print("{:<24} {:<44} {:.3f} ms, processor {:.3f} ms: world opened, {} periods\n",
               "rollups, first question", shapes[2].name, watch.clock_ms(), watch.processor_ms(),
               periods ? periods->size() : 0);
  }
  const auto reports = opened(world, false);
  const auto rolled_up = opened(world, true);
  const Mapped rollups = rollups_of(world);
  fmt::print("{} rows of usage\n", reports->usage_rows().value());
  bool equal = true;
  for (const Shape& shape : shapes) {
    const Measured slow = measure(*reports, shape, recordings);
    const Measured quick = measure(*rolled_up, shape, recordings);
    print("DuckDB over the reports", shape, slow);
    print("rollups", shape, quick);
    if (!rollups.empty()) print_floor(rollups, shape);
    equal = equal && slow.answers == quick.answers;
  }
  fmt::print("{}\n", equal ? "every answer is the same from both" : "THE ANSWERS DIFFER");
  return equal ? 0 : 1;
}
