#include "formats/charts/stale_days.h"

#include <algorithm>
#include <optional>
#include <utility>

namespace umikoe::formats::charts {
namespace {

constexpr size_t rows_min = 10;
constexpr size_t rows_min_without_figures = 20;
constexpr int32_t days_apart_max = 14;  // two weeks later the same rows are no copy of a day

// FNV-1a over what the rows show, each part ended, so that no two parts can be read as another two.
class Fingerprint {
 public:
  void add(std::string_view text) {
    for (const char c : text) step(static_cast<unsigned char>(c));
    step(0xff);
  }
  void add(const std::optional<int64_t>& number) {
    step(number ? 1 : 0);
    for (int byte = 0; number && byte < 8; ++byte) {
      step(static_cast<unsigned char>(static_cast<uint64_t>(*number) >> (byte * 8)));
    }
  }
  uint64_t value() const { return value_; }

 private:
  void step(unsigned char byte) { value_ = (value_ ^ byte) * 0x100000001b3; }
  uint64_t value_ = 0xcbf29ce484222325;
};

}  // namespace

bool StaleDays::repeats(std::span<const demand::ChartLine> rows) {
  if (rows.empty()) return false;
  Fingerprint print;
  bool figures = false;
  for (const demand::ChartLine& row : rows) {
    print.add(std::optional<int64_t>(row.rank));
    print.add(row.artist);
    print.add(row.title);
    print.add(row.streams);
    print.add(row.streams_7d);
    print.add(row.popularity ? std::optional(static_cast<int64_t>(*row.popularity)) : std::nullopt);
    figures = figures || row.streams || row.streams_7d;
  }
  const Seen seen{rows.front().file_day, print.value()};
  const auto [at, first] = last_.try_emplace(rows.front().territory, seen);
  const Seen before = std::exchange(at->second, seen);
  const size_t enough = figures ? rows_min : rows_min_without_figures;
  const int32_t apart = seen.day.days - before.day.days;
  return !first && rows.size() >= enough && before.rows == seen.rows && apart > 0 &&
         apart <= days_apart_max;
}

}  // namespace umikoe::formats::charts
