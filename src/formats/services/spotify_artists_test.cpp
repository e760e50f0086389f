#include "formats/services/spotify_artists.h"

#include <gtest/gtest.h>

namespace umikoe::formats::services {
namespace {

constexpr std::string_view timeline =
    "date,listeners,streams,followers\r\n2026-10-01,120,300,41\r\n2026-10-02,90,181,42\r\n";
constexpr std::string_view songs =
    "\xEF\xBB\xBFsong,listeners,streams,saves,release_date\n"
    "夜の海,120,300,4,2019-04-01\n\"Harbour, again\",9,11,0,\n";
constexpr std::string_view playlists =
    "title,author,listeners,streams,date_added\nSunday,Somebody,12,30,2026-01-02\n";

Result<SpotifyArtistsExport> read(std::string_view text) {
  return read_spotify_artists(recognise(text), from_memory(text, 7));
}

TEST(SpotifyArtists, AreToldByTheirHeaders) {
  EXPECT_EQ(recognise(timeline), Format::spotify_timeline);
  EXPECT_EQ(recognise(songs), Format::spotify_songs);
  EXPECT_EQ(recognise(playlists), Format::spotify_playlists);
  // What says more is another table.
  EXPECT_NE(recognise("song,isrc,country,listeners,streams\nx,JPZZ02600001,US,1,2\n"),
            Format::spotify_songs);
  EXPECT_NE(recognise("date,streams\n2026-10-01,300\n"), Format::spotify_timeline);
}

TEST(SpotifyArtists, AreReadToTheirEnd) {
  const auto by_day = read(timeline);
  ASSERT_TRUE(by_day);
  EXPECT_EQ(by_day->counts.rows, 2);
  EXPECT_EQ(by_day->streams, 481);
  EXPECT_EQ(by_day->counts.first_date->to_string(), "2026-10-01");
  EXPECT_EQ(by_day->counts.last_date->to_string(), "2026-10-02");
  EXPECT_TRUE(by_day->counts.territories.empty());
  const auto by_song = read(songs);
  ASSERT_TRUE(by_song);
  EXPECT_EQ(by_song->songs, (std::vector<std::string>{"夜の海", "Harbour, again"}));
  EXPECT_EQ(by_song->streams, 311);
}

TEST(SpotifyArtists, BrokenOnesAreNamedWithTheirLine) {
  const auto code = [](std::string_view text) {
    const auto result = read(text);
    return result ? std::string()
                  : result.error().code + "@" + std::to_string(result.error().where.line);
  };
  EXPECT_EQ(code("date,listeners,streams\n2026-10-01,1,x\n"), "number_invalid@2");
  EXPECT_EQ(code("date,listeners,streams\n2026-10-01,1,2\n2026-02-30,1,2\n"), "date_invalid@3");
  EXPECT_EQ(code("song,listeners,streams\n,1,2\n"), "cell_required@2");
  EXPECT_EQ(code("song,listeners,streams\nx,1,9999999999999999999\n"), "number_invalid@2");
}

}  // namespace
}  // namespace umikoe::formats::services
