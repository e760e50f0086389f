#pragma once

#include <array>
#include <cstdint>
#include <map>
#include <set>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "demand/chart_line.h"

namespace umikoe::demand {

// What is known of a track that may enter a chart. The order of the features.
enum class EntryFeature : uint8_t {
  age,                // log(1 + days since any chart showed it)
  charts,             // charts that show it now
  growth,             // mean log growth there over a week
  reach,              // chance that one of those charts leads there (noisy or of shares)
  nearest_reach,      // the largest of those shares
  artist_rank_there,  // the artist's best rank there now; 99 where there is none
  artist_entries,     // tracks of the artist that entered there in the window before
  artist_charts,      // charts that ever showed the artist
  artist_share,       // of the artist's tracks, those that were ever seen there
  since_last_entry,   // log(1 + days since it entered a chart)
  openness,           // recordings that came to this chart from others in the window before
  fresh_reach,        // as reach, but of charts it is new to
  new_charts,         // charts it entered within a week
  artist_elsewhere,   // charts that showed other tracks of the artist
  young_reach         // reach, falling with age
};
inline constexpr size_t entry_features = 15;

struct EntryCandidate {
  uint32_t track = 0;      // index into EntryCharts::tracks()
  uint32_t territory = 0;  // index into EntryCharts::territories()
  bool respelled = false;  // the recording was seen there, under another spelling
  std::array<float, entry_features> features = {};
};

// A chart file, arranged for questions about who comes next. Rows of one artist and title as
// written are one track; tracks of one identity key (spelling, guests and case aside) are one
// recording.
class EntryCharts {
 public:
  struct Track {
    std::string artist;
    std::string title;
  };

  explicit EntryCharts(std::span<const ChartLine> lines);

  const std::vector<Track>& tracks() const { return tracks_; }
  const std::vector<std::string>& territories() const { return territories_; }
  Date first_day() const { return first_day_; }
  // The first day a chart shows the track; nothing where it never does.
  std::optional<Date> first_seen(uint32_t track, uint32_t territory) const;

  // Every track that some chart showed in the seven days up to the origin, with every chart that
  // never did. Looks at rows up to the origin only.
  std::vector<EntryCandidate> candidates(Date origin) const;

 private:
  struct Seen {
    Date day;
    int32_t rank = 0;
    double amount = 0;
  };
  using SeenDays = std::vector<Seen>;  // by day
  struct Reach;
  struct Standing;

  uint32_t track_of(const ChartLine& line);
  Reach reach_at(Date origin) const;
  Standing standing(uint32_t track, Date origin) const;
  std::array<float, entry_features> features(const Standing& standing, const Reach& reach,
                                             uint32_t track, uint32_t territory, Date origin) const;
  static const Seen* last_by(const SeenDays& days, Date day);

  std::vector<Track> tracks_;
  std::vector<std::map<uint32_t, SeenDays>> seen_;         // by track: territory -> days
  std::vector<uint32_t> recording_of_;                     // by track
  std::vector<uint32_t> artist_of_;                        // by track
  std::vector<std::map<uint32_t, Date>> recording_first_;  // by recording: territory -> day
  std::vector<std::vector<uint32_t>> tracks_of_artist_;
  std::vector<std::string> territories_;
  Date first_day_;
};

}  // namespace umikoe::demand
