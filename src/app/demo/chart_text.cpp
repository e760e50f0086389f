#include <fmt/format.h>

#include <algorithm>
#include <array>

#include "app/demo/observation_text.h"

namespace umikoe::app::demo {
namespace {

constexpr int depth = 50;

// Streams of the first and, through the falling rule, of the fiftieth place; invented.
struct ChartMarket {
  std::string_view code;
  int64_t top_streams;
  std::string_view song_word;  // of the invented songs around ours
};
constexpr std::array daily_markets{ChartMarket{"BR", 940'000, "Canção"},
                                   ChartMarket{"ID", 1'100'000, "Lagu"},
                                   ChartMarket{"KR", 620'000, "노래"}};
constexpr std::array playlist_markets{ChartMarket{"TW", 0, "歌曲"}, ChartMarket{"TH", 0, "เพลง"},
                                      ChartMarket{"PH", 0, "Awit"},
                                      ChartMarket{"MX", 0, "Canción"}};

// One of our songs on a chart for some days.
struct Entry {
  std::string_view market;
  std::string artist;
  std::string title;
  Date from;
  Date until;
  int rank;
};

Entry entry(const Release& release, std::string_view market, Date from, Date until, int rank) {
  return {market,
          release.artist.names.front().text,
          release.tracks.front().titles.front().text,
          from,
          until,
          rank};
}

int64_t streams_at(const ChartMarket& market, int rank, int32_t day) {
  return market.top_streams * 10 / (9 + rank) + (day * 131 + rank * 17) % 900;
}

const Entry* entry_at(const std::vector<Entry>& entries, std::string_view market, Date day,
                      int rank) {
  for (const Entry& e : entries) {
    if (e.market == market && e.rank == rank && e.from <= day && day <= e.until) return &e;
  }
  return nullptr;
}

// Songs of others stay at their place for half a year, each place on days of its own.
int other_song(Date day, int rank) { return ((day.days + rank * 37) / 180 + rank * 3) % 120 + 1; }

// Known at home alone.
std::string local_artist(const ChartMarket& market, int song) {
  return fmt::format("DEMO Artist {} {}", market.code, song % 37);
}

// Songs of others that travel: every three days one comes out in one market, stays for five weeks
// and, mostly, reaches the next two or three weeks later. What an entry is learnt from. A place is
// free again when the next song needs it, 54 days later.
constexpr std::array travelling_ranks{1,  2,  3,  4,  5,  7,  10, 12, 13,
                                      15, 16, 20, 23, 26, 30, 38, 40, 49};
void add_travellers(Date first, Date last, std::vector<Entry>& entries) {
  constexpr int stay = 34;
  int number = 0;
  for (Date out = first; out <= last; out = out.plus(3), ++number) {
    const int rank = travelling_ranks[static_cast<size_t>(number) % travelling_ranks.size()];
    const auto song = [&](std::string_view market, Date from) {
      entries.push_back({market, fmt::format("DEMO Artist {}", number % 40),
                         fmt::format("DEMO Traveller {}", number), from, from.plus(stay), rank});
    };
    // Two of three come out in Korea; one in five goes nowhere.
    const bool korean = number % 3 != 2;
    song(korean ? "KR" : "ID", out);
    if (number % 5 != 4) song(korean ? "ID" : "BR", out.plus(12 + number * 3 % 8));
  }
}

std::string daily_rows(const ChartMarket& market, Date day, const std::vector<Entry>& entries) {
  std::string out;
  for (int rank = 1; rank <= depth; ++rank) {
    const Entry* ours = entry_at(entries, market.code, day, rank);
    const int other = other_song(day, rank) + rank * 200;  // never twice on one day
    const std::string artist = ours ? ours->artist : local_artist(market, other);
    const std::string title =
        ours ? ours->title : fmt::format("DEMO {} {}", market.song_word, other);
    const int64_t streams = streams_at(market, rank, day.days);
    out += fmt::format("{},{},{},=,{},{},{},{},1,{},0,{},0,{},0\n", day.to_string(), market.code,
                       rank, artist, title, 10 + rank, rank, streams, streams * 7, streams * 60);
  }
  return out;
}

std::string playlist_rows(const ChartMarket& market, Date day, const std::vector<Entry>& entries) {
  std::string out;
  for (int rank = 1; rank <= depth; ++rank) {
    const Entry* ours = entry_at(entries, market.code, day, rank);
    const int other = other_song(day, rank) + rank * 200;
    const std::string artist = ours ? ours->artist : local_artist(market, other);
    const std::string title =
        ours ? ours->title : fmt::format("DEMO {} {}", market.song_word, other);
    out +=
        fmt::format("{},{},{},{},{},{},{},single,1,{},False,\n", day.to_string(), market.code, rank,
                    title, artist, 90 - rank, 180'000 + rank * 500, day.plus(-40).to_string());
  }
  return out;
}

}  // namespace

std::vector<DemoFile> charts(const Story& story) {
  const Date first = month_of(0).first;
  const Date last = demo_as_of().plus(-1);
  const auto song = [&](size_t number) -> const Release& { return story.releases[number]; };
  std::vector<Entry> entries{
      // Until its licence ended, Brazil had HOSHI-NO-OTO on its daily chart.
      entry(song(4), "BR", *Date::of(2025, 9, 1), *Date::of(2026, 3, 31), 21),
      entry(song(4), "ID", first, last, 17), entry(song(4), "KR", *Date::of(2025, 2, 1), last, 33),
      entry(song(3), "ID", *Date::of(2026, 2, 1), last, 42), entry(song(4), "TW", first, last, 9),
      entry(song(4), "TH", first, last, 24), entry(song(4), "PH", *Date::of(2025, 6, 1), last, 31),
      // Alarms: one song is new in Korea, from where songs go on to Indonesia; another was in
      // Brazil in August, and nobody acted.
      entry(song(7), "KR", *Date::of(2026, 11, 5), last, 44),
      entry(song(8), "BR", *Date::of(2026, 8, 12), *Date::of(2026, 9, 2), 47),
      // The artist was known in Indonesia a year ago.
      entry(song(9), "ID", *Date::of(2025, 11, 5), *Date::of(2026, 1, 20), 45)};
  add_travellers(first, last, entries);
  std::vector<DemoFile> files;
  for (int month = 0; month <= months; ++month) {
    Month days = month_of(month);
    days.last = std::min(days.last, last);  // the current month as far as it is over
    std::string daily =
        "date,territory,rank,move,artist,title,days_on_chart,peak,peak_times,streams,"
        "streams_change,streams_7d,streams_7d_change,total,stale\n";
    for (const ChartMarket& market : daily_markets) {
      for (Date day = days.first; day <= days.last; day = day.plus(1)) {
        daily += daily_rows(market, day, entries);
      }
    }
    std::string playlist =
        "date,territory,rank,track,artists,popularity,duration_ms,album_type,total_tracks,"
        "release_date,explicit,cover\n";
    for (const ChartMarket& market : playlist_markets) {
      playlist += playlist_rows(market, days.last, entries);
    }
    const std::string name = days.first.to_string().substr(0, 7);
    files.push_back({fmt::format("charts/DEMO_daily_top50_{}.csv", name), std::move(daily)});
    files.push_back({fmt::format("charts/DEMO_playlist_top50_{}.csv", name), std::move(playlist)});
  }
  return files;
}

}  // namespace umikoe::app::demo
