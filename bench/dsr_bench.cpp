// How fast sales reports (DSR flat files) become counts of recording, territory, use and period:
//   dsr_bench [ROWS] [SEED]
// Beside it, over the same bytes of the same run: the bare splitting of lines and cells, which is
// what no reader can beat by much, and the same counts by the simplest means, which must agree.
// Time is that of the processor (user and system): the machine may be shared.

#include <fmt/format.h>
#include <time.h>
#include <zlib.h>

#include <algorithm>
#include <charconv>
#include <cstdlib>
#include <cstring>
#include <functional>
#include <map>
#include <string>
#include <vector>

#include "dsr/generated_report.h"
#include "dsr/simple_sum.h"
#include "formats/dsr/dsr_reader.h"
#include "formats/gzip.h"

namespace {

using umikoe::demand::UsageRow;
namespace formats = umikoe::formats;

constexpr double megabyte = 1e6;
constexpr int runs = 5;
constexpr double limit = 500;
// ddexnet/dsrf, the standard's own reader, on a report of 34 MB (Python, one core).
constexpr double peer = 3.9;

double processor_seconds() {
  timespec now = {};
  ::clock_gettime(CLOCK_PROCESS_CPUTIME_ID, &now);
  return static_cast<double>(now.tv_sec) + static_cast<double>(now.tv_nsec) / 1e9;
}

// The best of several runs, as others use the same caches.
double best_seconds(const std::function<void()>& run) {
  double best = 1e9;
  for (int i = 0; i < runs; ++i) {
    const double begun = processor_seconds();
    run();
    best = std::min(best, processor_seconds() - begun);
  }
  return best;
}

// Every line and every cell found with memchr, the streams of SU02 added up.
int64_t floor_sum(std::string_view text) {
  int64_t sum = 0;
  const char* at = text.data();
  const char* const end = at + text.size();
  while (at < end) {
    const auto* line_end =
        static_cast<const char*>(std::memchr(at, '\n', static_cast<size_t>(end - at)));
    if (!line_end) line_end = end;
    const bool usage = line_end - at > 4 && std::memcmp(at, "SU02", 4) == 0;
    for (int cell = 0; at <= line_end; ++cell) {
      const auto* tab =
          static_cast<const char*>(std::memchr(at, '\t', static_cast<size_t>(line_end - at)));
      if (!tab) tab = line_end;
      if (usage && cell == 7) {
        int64_t streams = 0;
        std::from_chars(at, tab, streams);
        sum += streams;
      }
      at = tab + 1;
    }
  }
  return sum;
}

using umikoe::generated::Cell;

std::string gzipped(const std::string& text) {
  z_stream stream = {};
  constexpr int gzip_window = 15 + 16;
  UMIKOE_ASSERT(deflateInit2(&stream, 6, Z_DEFLATED, gzip_window, 8, Z_DEFAULT_STRATEGY) == Z_OK);
  std::string out(deflateBound(&stream, text.size()) + 64, '\0');
  stream.next_in = reinterpret_cast<Bytef*>(const_cast<char*>(text.data()));
  stream.avail_in = static_cast<uInt>(text.size());
  stream.next_out = reinterpret_cast<Bytef*>(out.data());
  stream.avail_out = static_cast<uInt>(out.size());
  UMIKOE_ASSERT(deflate(&stream, Z_FINISH) == Z_STREAM_END);
  out.resize(stream.total_out);
  deflateEnd(&stream);
  return out;
}

struct Counted {
  int64_t units = 0;
  int64_t cells = 0;
  int64_t rows = 0;
};

Counted count(const formats::ByteSource& source, size_t held) {
  Counted out;
  const auto report = formats::dsr::count_dsr(
      source,
      [&](const UsageRow& row) {
        out.units += row.net_units;
        ++out.cells;
      },
      {}, held);
  UMIKOE_ASSERT(report && report->findings.empty());
  out.rows = report->counts.rows;
  return out;
}

void line(const char* what, double seconds, size_t bytes, const char* beside) {
  fmt::print("{:<58} {:>8.3f} s {:>8.0f} MB/s   {}\n", what, seconds,
             static_cast<double>(bytes) / megabyte / seconds, beside);
}

bool exact(uint64_t seed) {
  const umikoe::generated::GeneratedReport small({.rows = 200'000, .seed = seed + 1});
  const std::string text = small.whole(1);
  std::map<Cell, int64_t> ours;
  const auto report = formats::dsr::count_dsr(formats::from_memory(text), [&](const UsageRow& row) {
    ours[{row.isrc.to_string(), std::string(row.territory.code()), row.use_type}] += row.net_units;
  });
  return report && report->findings.empty() && ours == umikoe::generated::simple_sum(text);
}

}  // namespace

int main(int count_of_words, char** words) {
  const int64_t rows = count_of_words > 1 ? std::strtoll(words[1], nullptr, 10) : 3'500'000;
  const uint64_t seed = count_of_words > 2 ? std::strtoull(words[2], nullptr, 10) : 1;
  const umikoe::generated::GeneratedReport report({.rows = rows, .seed = seed});
  const std::string text = report.whole(1);
  fmt::print("BasicAudio 1.3, {:.0f} MB, {} lines, {} usage rows, {} recordings, seed {}\n",
             static_cast<double>(text.size()) / megabyte, std::ranges::count(text, '\n'), rows,
             report.blocks(), seed);

  int64_t floor_units = 0;
  const double bare = best_seconds([&] { floor_units = floor_sum(text); });
  line("floor: lines and cells by memchr, streams added up", bare, text.size(), "");
  Counted plain;
  const double ours = best_seconds(
      [&] { plain = count(formats::from_memory(text), formats::dsr::dsr_cells_held); });
  line("ours: counts, 65,536 cells at a time, as import does", ours, text.size(),
       fmt::format("limit {} ({}), floor x {:.2f}, peer {} x {:.0f}", limit,
                   static_cast<double>(text.size()) / megabyte / ours >= limit ? "kept" : "MISSED",
                   ours / bare, peer, static_cast<double>(text.size()) / megabyte / ours / peer)
           .c_str());
  Counted at_once;
  const double whole =
      best_seconds([&] { at_once = count(formats::from_memory(text), size_t{1} << 30); });
  line("ours: all counts in one table", whole, text.size(),
       fmt::format("{} cells", at_once.cells).c_str());

  const std::string packed = gzipped(text);
  const double inflate = best_seconds([&] {
    const auto source = formats::gunzip(formats::from_memory(packed));
    std::vector<char> buffer(size_t{256} * 1024);
    while (*source(buffer) > 0) {
    }
  });
  line("floor: inflating the same bytes packed with gzip", inflate, text.size(),
       fmt::format("{:.0f} MB packed", static_cast<double>(packed.size()) / megabyte).c_str());
  Counted unpacked;
  const double gz = best_seconds([&] {
    unpacked = count(formats::gunzip(formats::from_memory(packed)), formats::dsr::dsr_cells_held);
  });
  line("ours: gzipped into counts", gz, text.size(),
       fmt::format("floor x {:.2f}", gz / inflate).c_str());

  const bool sums = plain.units == floor_units && at_once.units == floor_units &&
                    unpacked.units == floor_units && plain.rows == rows;
  const bool cells = exact(seed);
  fmt::print(
      "sums of streams equal: {}; every cell of 200,000 rows as getline, split and a map "
      "say: {}\n",
      sums ? "yes" : "NO", cells ? "yes" : "NO");
  return sums && cells ? 0 : 1;
}
