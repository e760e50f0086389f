// Writes chart or sales-report rows to standard output, for measuring imports:
//   generate_rows charts|dsr ROWS [SEED] [files=N out=DIR gzip=1 single=1 month=YYYY-MM a_block=N]
// The same arguments give the same bytes. Nothing of it is anybody's data.

#include <fmt/format.h>
#include <zlib.h>

#include <algorithm>
#include <cstdint>
#include <cstdio>
#include <cstdlib>
#include <iterator>
#include <memory>
#include <string>
#include <string_view>

#include "base/date.h"
#include "base/territory.h"
#include "dsr/generated_report.h"

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

using umikoe::generated::GeneratedReport;
using umikoe::generated::ReportOrder;

struct FileCloser {
  void operator()(std::FILE* file) const { std::fclose(file); }
};
struct PackedCloser {
  void operator()(gzFile_s* file) const { gzclose(file); }
};

// One file of a report into the folder, by the standard's name.
bool keep(const GeneratedReport& report, int number, const std::string& folder, bool packed) {
  const std::string path = folder + "/" + report.file_name(number) + (packed ? ".gz" : "");
  std::unique_ptr<std::FILE, FileCloser> plain(packed ? nullptr : std::fopen(path.c_str(), "wb"));
  std::unique_ptr<gzFile_s, PackedCloser> gz(packed ? gzopen(path.c_str(), "wb6") : nullptr);
  if (!plain && !gz) return false;
  bool whole = true;
  report.write(number, [&](std::string_view piece) {
    const size_t written =
        packed ? gzfwrite(piece.data(), 1, piece.size(), gz.get())
               : std::fwrite(piece.data(), 1, piece.size(), plain.get());
    whole = whole && written == piece.size();
  });
  return whole;
}

// dsr ROWS [SEED] writes one file to standard output; with words such as files=4 out=DIR gzip=1
// single=1 month=2026-10 a_block=3 it writes files.
int dsr(int count, char** words) {
  ReportOrder order;
  std::string folder;
  bool packed = false;
  order.rows = std::strtoll(words[2], nullptr, 10);
  for (int i = 3; i < count; ++i) {
    const std::string word = words[i];
    const size_t equals = word.find('=');
    const std::string name = word.substr(0, equals);
    const std::string value = equals == std::string::npos ? "" : word.substr(equals + 1);
    if (equals == std::string::npos) order.seed = std::strtoull(word.c_str(), nullptr, 10);
    if (name == "files") order.files = std::max(1, std::atoi(value.c_str()));
    if (name == "out") folder = value;
    if (name == "gzip") packed = value == "1";
    if (name == "single") order.single_records = value == "1";
    if (name == "a_block") order.rows_a_block = std::max(1, std::atoi(value.c_str()));
    if (name == "month") {
      const auto day = umikoe::Date::parse(value + "-01");
      if (!day) return 2;
      order.first_day = *day;
    }
  }
  const GeneratedReport report(order);
  if (folder.empty()) {
    report.write(1, [](std::string_view piece) {
      std::fwrite(piece.data(), 1, piece.size(), stdout);
    });
    return order.files == 1 ? 0 : 2;
  }
  for (int number = 1; number <= order.files; ++number) {
    if (!keep(report, number, folder, packed)) return 1;
  }
  return 0;
}

}  // namespace

int main(int count, char** arguments) {
  if (count < 3) {
    std::fputs(
        "generate_rows charts|dsr ROWS [SEED] [files=N out=DIR gzip=1 single=1 month=YYYY-MM]\n",
        stderr);
    return 2;
  }
  if (std::string_view(arguments[1]) == "dsr") return dsr(count, arguments);
  Numbers numbers(count > 3 ? std::strtoull(arguments[3], nullptr, 10) : 1);
  const int64_t rows = std::strtoll(arguments[2], nullptr, 10);
  Output out;
  charts(out, rows, numbers);
  return 0;
}
