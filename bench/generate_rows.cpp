// Writes chart or sales-report rows to standard output, for measuring imports:
//   generate_rows charts|dsr ROWS [SEED]
// The same arguments give the same bytes. Nothing of it is anybody's data.

#include <fmt/format.h>

#include <cstdint>
#include <cstdio>
#include <cstdlib>
#include <iterator>
#include <string>
#include <string_view>

#include "base/date.h"
#include "base/territory.h"

namespace {

constexpr int depth = 200;
constexpr int songs = 60'000;

// SplitMix64: small, and the same everywhere.
class Numbers {
 public:
  explicit Numbers(uint64_t seed) : state_(seed) {}
  uint64_t below(uint64_t limit) {
    uint64_t z = (state_ += 0x9e3779b97f4a7c15);
    z = (z ^ (z >> 30)) * 0xbf58476d1ce4e5b9;
    z = (z ^ (z >> 27)) * 0x94d049bb133111eb;
    return (z ^ (z >> 31)) % limit;
  }

 private:
  uint64_t state_;
};

class Output {
 public:
  ~Output() { flush(); }
  auto end() { return std::back_inserter(text_); }
  void flush_when_full() {
    if (text_.size() > (size_t{1} << 20)) flush();
  }

 private:
  void flush() {
    std::fwrite(text_.data(), 1, text_.size(), stdout);
    text_.clear();
  }
  std::string text_;
};

// Days of 70 countries with 200 ranks each, as compilations of the service's charts have them.
void charts(Output& out, int64_t rows, Numbers& numbers) {
  fmt::format_to(out.end(),
                 "date,country,rank,uri,artist_names,track_name,label,peak_rank,previous_rank,"
                 "days_on_chart,streams,consecutive_days,entry_status,peak_date,entry_rank,"
                 "entry_date,release_date,artist_uris\n");
  constexpr int countries = 70;
  const auto territories = umikoe::iso_territories();
  umikoe::Date day = *umikoe::Date::of(2017, 1, 1);
  for (int64_t row = 0; row < rows; ++row) {
    const int rank = static_cast<int>(row % depth) + 1;
    const auto country = static_cast<size_t>(row / depth % countries);
    if (row > 0 && row % (depth * countries) == 0) day = day.plus(1);
    // A song stays about three weeks at a place, and charts of many countries share songs.
    const auto place = static_cast<uint64_t>(rank) * 131 + country / 7 * 17;
    const uint64_t song = (place + static_cast<uint64_t>(day.days + rank) / 21 * 7919) % songs;
    std::string code(territories[country * 3].code());
    for (char& c : code) c = static_cast<char>(c + 32);
    fmt::format_to(out.end(),
                   "{},{},{},spotify:track:{:022},Artist {},\"Song {}, part {}\",Label {},{},{},{},"
                   "{},1,MOVED_UP,2017-01-01,{},2017-01-01,2016-12-01,spotify:artist:{:022}\n",
                   day.to_string(), code, rank, song, song % 9'000, song, song % 7, song % 300,
                   rank, rank + 1, 1 + song % 400, 2'000'000 / rank + numbers.below(999), rank,
                   song % 9'000);
    out.flush_when_full();
  }
}

// A basic audio report: one block of a sound recording and a usage for each row.
void dsr(Output& out, int64_t rows, Numbers& numbers) {
  fmt::format_to(
      out.end(),
      "HEAD\tdsrf/30\tBasicAudioProfile\t1.2\tM1\t2026-11-01T00:00:00Z\t1\t1\t"
      "2026-10-01\t2026-10-31\tPADPIDA0000000001A\tService\tMonthly\tPADPIDA0000000002B\tUs\n");
  const auto territories = umikoe::iso_territories();
  constexpr int summaries = 40;
  fmt::format_to(out.end(), "#SY02\tSummaryRecordId\tTerritory\tUseType\n");
  fmt::format_to(out.end(), "#AS01\tBlockId\tResourceReference\tISRC\tTitle\n");
  fmt::format_to(out.end(), "#SU01\tBlockId\tSummaryRecordId\tResourceReference\tUsages\n");
  for (int i = 0; i < summaries; ++i) {
    fmt::format_to(out.end(), "SY02\ts{}\t{}\tOnDemandStream\n", i,
                   territories[static_cast<size_t>(i) * 5].code());
  }
  for (int64_t row = 0; row < rows; ++row) {
    const uint64_t song = numbers.below(200'000);
    fmt::format_to(out.end(), "AS01\t{}\tr\tJPZZ0{:07}\tSong {}\nSU01\t{}\ts{}\tr\t{}\n", row, song,
                   song, row, row % summaries, 1 + numbers.below(9'000));
    out.flush_when_full();
  }
  fmt::format_to(out.end(), "FOOT\n");
}

}  // namespace

int main(int count, char** arguments) {
  if (count < 3) {
    std::fputs("generate_rows charts|dsr ROWS [SEED]\n", stderr);
    return 2;
  }
  Numbers numbers(count > 3 ? std::strtoull(arguments[3], nullptr, 10) : 1);
  const int64_t rows = std::strtoll(arguments[2], nullptr, 10);
  Output out;
  if (std::string_view(arguments[1]) == "dsr")
    dsr(out, rows, numbers);
  else
    charts(out, rows, numbers);
  return 0;
}
