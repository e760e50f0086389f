#pragma once

#include <string>
#include <vector>

#include "formats/byte_source.h"
#include "formats/delivery_counts.h"
#include "formats/recognise.h"

namespace umikoe::formats::services {

// An export of Spotify for Artists. None of its three layouts says in which country anybody
// listened, nor which recording a song is (no ISRC): its counts can be neither sightings nor demand
// of a cell.
struct SpotifyArtistsExport {
  DeliveryCounts counts;           // rows, and the days of a timeline
  int64_t streams = 0;             // of all its rows
  std::vector<std::string> songs;  // as written, in order; of the list of songs alone
  std::vector<Finding> findings;
};

// Reads and checks it whole, so that a broken or cut file is named. Errors: column_missing,
// column_twice, cell_required, number_invalid, date_invalid, too_many_errors, and those of
// read_rows.
Result<SpotifyArtistsExport> read_spotify_artists(Format format, const ByteSource& source);

// Which of the three has these headers, in lower case; unknown for none.
Format spotify_artists_format(const std::vector<std::string>& headers);

}  // namespace umikoe::formats::services
