#pragma once

#include <string_view>

namespace umikoe::formats {

// What a file is, judged by its first bytes, never by its name.
enum class Format {
  unknown,
  empty,
  ern,
  ern_purge,
  other_xml,  // XML of another standard (MEAD, PIE, XSD …): named, not read
  dsr,
  table_recordings,  // our CSV kinds, told apart by their headers; docs/formats.md
  table_names,
  table_licences,
  table_sightings,
  table_parties,
  table_groups,
  table_revenue,
  table_plays,        // plays of recordings by territory and period, without money
  table_chart,        // a chart of somebody else\'s layout
  table_deliveries,   // what a distributor delivered to which service
  table_appearances,  // dates of artists on stages
  chart_kworb_daily,  // compiled, with a header
  chart_kworb_raw,    // as its source writes it: no header, territory in the name
  chart_top50_playlist,
  chart_spotify,            // downloads since 2021: region and days in the name
  chart_spotify_2017,       // downloads of 2017 to 2021: the same, below a line of notes
  chart_spotify_countries,  // many countries and days in one file
  chart_shazam,             // rank, artist, title below two notes
  chart_apple_feed,         // JSON of most played songs
  youtube_videos,           // JSON of videos.list
  youtube_assets,           // content-owner reports
  youtube_claims,
  youtube_conflicts,
  youtube_views,
  apple_catalogue,
  apple_streams,     // Sales and Trends: plays by Apple Identifier
  apple_content,     // which recording such an identifier is
  believe_trends,    // JSON lines of LabelCamp
  national_return,   // what a label hands to the national office
  spotify_timeline,  // CSVs of Spotify for Artists, which name no country and no ISRC
  spotify_songs,
  spotify_playlists,
  service_availability,  // which service shows which recording where
  captions,              // captions or lyrics: WebVTT, TTML, SRT, LRC, SBV
  table_unknown,         // a table whose headers are not ours, or not only
  workbook,              // a ZIP archive, which every .xlsx is
  old_workbook           // the container of .xls and of protected workbooks
};
std::string_view word(Format format);

// `head` is up to 64 KiB of decompressed bytes.
Format recognise(std::string_view head);

}  // namespace umikoe::formats
