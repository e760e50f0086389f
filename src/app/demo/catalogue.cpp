#include "app/demo/catalogue.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>

#include "app/demo/invented_ids.h"
#include "app/demo/words.h"

namespace umikoe::app::demo {
namespace {

constexpr std::array<size_t, 5> sizes{12, 10, 5, 2, 1};       // 30 recordings an artist
constexpr std::array<size_t, 5> star_sizes{11, 10, 5, 3, 1};  // the nine newest under one contract
constexpr std::array<std::string_view, 5> types{"Album", "Album", "EP", "Single", "Single"};

std::string text(std::string_view view) { return std::string(view); }

Forms forms_of(const std::string& ja, const std::string& kana, const std::string& latin,
               const std::string& en) {
  return {{ja, "ja-Jpan", true, true}, {kana, "ja-Hrkt"}, {latin, "ja-Latn"}, {en, "en"}};
}

// The 1,920 pairs in an order that keeps neighbours apart; the step shares no factor with 1,920.
Forms title_of(size_t number) {
  constexpr size_t step = 1013;
  const auto of = of_words();
  const auto things = thing_words();
  const size_t pair = number * step % (of.size() * things.size());
  const Words& a = of[pair % of.size()];
  const Words& b = things[pair / of.size()];
  return forms_of(fmt::format("{}の{}", a.ja, b.ja), fmt::format("{}の{}", a.kana, b.kana),
                  fmt::format("{} no {}", a.latin, b.latin), fmt::format("{} of {}", b.en, a.en));
}

Person artist_of(size_t index) {
  const Words& w = artist_words()[index];
  Person artist{forms_of(text(w.ja), text(w.kana), text(w.latin), text(w.en)), isni_of(index + 1)};
  if (index == 0) {  // performs under the Latin spelling, as many do
    artist.names = {{text(w.latin), "ja-Latn", true, true},
                    {text(w.ja), "ja-Jpan"},
                    {text(w.kana), "ja-Hrkt"},
                    {text(w.en), "en"}};
  }
  return artist;
}

Person writer(size_t number) {
  const auto families = family_names();
  const auto givens = given_names();
  const Words& family = families[number % families.size()];
  const Words& given = givens[number / families.size() % givens.size()];
  return {{{fmt::format("{} {}", family.ja, given.ja), "ja-Jpan", true, true},
           {fmt::format("{} {}", family.kana, given.kana), "ja-Hrkt"},
           {fmt::format("{} {}", given.latin, family.latin), "ja-Latn"}},
          ""};
}

Date release_day(size_t artist, size_t place) {
  constexpr std::array<int, 5> first_year{1996, 2008, 2017, 2021, 2023};
  const int year = first_year[place] + static_cast<int>(artist % (place == 0 ? 8 : 2));
  const int month = static_cast<int>((artist * 5 + place * 7) % 12) + 1;
  const int day = static_cast<int>((artist * 3 + place * 11) % 27) + 1;
  return *Date::of(year, month, day);
}

// Catalogue older than the digital feed was put on it that spring.
Date feed_start() { return *Date::of(2019, 4, 1); }

Instant noon(Date day, size_t number) {
  return {int64_t{day.days} * seconds_per_day + 3 * 3600 + static_cast<int64_t>(number) * 7};
}

Track track_of(size_t number, size_t artist, Date released, const std::string& p_line) {
  Track track;
  track.isrc = sound_isrc(released.year(), number);
  track.titles = title_of(number);
  track.artist = artist_of(artist);
  track.artist_names = track.artist.names;
  track.composers = {writer(number % 30)};
  track.lyricists = {writer((number * 7 + 11) % 30)};
  track.seconds = 160 + static_cast<int>(number * 37 % 140);
  track.p_line = p_line;
  track.genre = text(genres()[(artist * 3 + number) % genres().size()]);
  return track;
}

void describe(Release& release, size_t artist) {
  release.artist_index = artist;
  release.artist = artist_of(artist);
  release.artist_names = release.artist.names;
  release.label = static_cast<Company>(static_cast<size_t>(Company::label_first) + artist % 5);
  release.genres = {text(genres()[artist % genres().size()]), "J-Pop"};
  release.first_released = release.released;
  release.p_line = fmt::format("(P) {} {}", release.released.year(), facts(Company::own).name);
  release.c_line = fmt::format("(C) {} {}", release.released.year(), facts(Company::own).name);
  release.contract = fmt::format("C-{:03} (DEMO)", artist % 29 + 1);
}

std::vector<Sending> clean_sendings(const Release& release, bool is_video) {
  const Date day = std::max(release.released, feed_start()).plus(-21);
  const Instant created = noon(day, release.number);
  const std::vector<DealPlan> deals{world_deal(release)};
  if (is_video) {
    return {{Company::own, {}, {Company::video_service, Company::stream_home}, created, deals}};
  }
  const Company other = release.number % 2 ? Company::distributor : Company::second_distributor;
  return {{Company::own, {}, {Company::stream_home}, created, deals},
          {other,
           Company::own,
           {Company::stream_second, Company::stream_abroad},
           {created.seconds + 3600},
           deals}};
}

// Most feeds speak 4.3; some older releases were last sent in 4.2 or 3.8.2.
std::string version_of(size_t number, size_t place) {
  if (place == first_album && number % 10 == 0) return "382";
  return number % 7 == 3 ? "42" : "43";
}

Release audio_release(size_t artist, size_t place, size_t number, size_t& next_track) {
  Release release;
  release.number = number;
  release.version = version_of(number, place);
  release.icpn = icpn_of(number);
  release.grid = grid_of(number);
  release.type = text(types[place]);
  release.released = release_day(artist, place);
  describe(release, artist);
  const size_t count = (artist == 0 ? star_sizes : sizes)[place];
  for (size_t i = 0; i < count; ++i) {
    release.tracks.push_back(track_of(next_track++, artist, release.released, release.p_line));
  }
  release.titles = release.tracks.front().titles;
  release.sendings = clean_sendings(release, false);
  return release;
}

Release video_release(size_t artist, size_t number, size_t video, const Track& song) {
  Release release;
  release.number = number;
  release.version = number % 5 == 0 ? "42" : "43";
  release.icpn = icpn_of(number);
  release.grid = grid_of(number);
  release.type = "VideoSingle";
  release.released =
      *Date::of(2020 + static_cast<int>(video % 4), static_cast<int>(video % 12) + 1, 9);
  describe(release, artist);
  Track track = song;
  track.isrc = video_isrc(release.released.year(), video);
  track.is_video = true;
  track.seconds = song.seconds + 4;
  track.subtitles = {"en", "es", "pt", "zh", "id"};
  track.p_line = release.p_line;
  release.titles = track.titles;
  release.tracks = {std::move(track)};
  release.sendings = clean_sendings(release, true);
  return release;
}

// 31 of the star, five of the next thirteen artists, four of the others: 200.
size_t videos_by(size_t artist) {
  if (artist == 0) return star_video_count;
  return artist <= 13 ? 5 : 4;
}

}  // namespace

DealPlan world_deal(const Release& release) {
  DealPlan deal;
  deal.periods.push_back({std::max(release.released, feed_start()), std::nullopt});
  return deal;
}

std::vector<Release> clean_catalogue() {
  std::vector<Release> releases;
  releases.reserve(audio_release_count + video_count);
  size_t next_track = 0;
  for (size_t artist = 0; artist < artist_count; ++artist) {
    for (size_t place = 0; place < sizes.size(); ++place) {
      releases.push_back(audio_release(artist, place, releases.size(), next_track));
    }
  }
  size_t video = 0;
  for (size_t artist = 0; artist < artist_count; ++artist) {
    std::vector<Track> songs;
    for (size_t place = sizes.size(); place-- > 0;) {
      const auto& tracks = audio(releases, artist, place).tracks;
      songs.insert(songs.end(), tracks.begin(), tracks.end());
    }
    for (size_t i = 0; i < videos_by(artist); ++i) {
      releases.push_back(video_release(artist, releases.size(), video++, songs[i % songs.size()]));
    }
  }
  return releases;
}

Release& audio(std::vector<Release>& releases, size_t artist, size_t place) {
  return releases[artist * sizes.size() + place];
}

std::vector<Release*> videos_of(std::vector<Release>& releases, size_t artist) {
  std::vector<Release*> found;
  for (size_t i = audio_release_count; i < releases.size(); ++i) {
    if (releases[i].artist_index == artist) found.push_back(&releases[i]);
  }
  return found;
}

}  // namespace umikoe::app::demo
