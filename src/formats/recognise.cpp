#include "formats/recognise.h"

#include <algorithm>
#include <array>
#include <string>
#include <utility>
#include <vector>

#include "base/limits.h"
#include "formats/captions/caption_format.h"
#include "formats/charts/chart_layout.h"
#include "formats/services/apple_reports.h"
#include "formats/services/report_columns.h"
#include "formats/services/spotify_artists.h"
#include "formats/table/csv_dialect.h"
#include "formats/table/header_row.h"
#include "formats/table/tables.h"
#include "formats/table/text_decoder.h"
#include "formats/table/word_tables.h"
#include "formats/xlsx/xlsx_reader.h"
#include "formats/xml_root.h"

namespace umikoe::formats {
namespace {

// A kind of table is told by columns that only it has; a file that has those and lacks another is
// of that kind with a missing column, and its reader says which.
struct TableMark {
  Format format;
  std::array<std::string_view, 3> headers;  // all of them; empty ones do not count
};

constexpr std::array table_marks = {
    TableMark{Format::chart_kworb_daily, {"rank", "streams", "days_on_chart"}},
    TableMark{Format::chart_top50_playlist, {"rank", "track", "artists"}},
    TableMark{Format::table_plays, {"units", "territory", "day"}},
    TableMark{Format::table_chart, {"chart", "rank", "territory"}},
    TableMark{Format::table_appearances, {"artist", "event", "territory"}},
    TableMark{Format::table_appearances, {"artist", "event", "start"}},
    TableMark{Format::table_sightings, {"isrc", "seen", ""}},
    TableMark{Format::table_sightings, {"isrc", "observed_on", ""}},
    TableMark{Format::table_revenue, {"isrc", "usage_month", "currency"}},
    TableMark{Format::table_deliveries, {"isrc", "service", "territories"}},
    TableMark{Format::table_licences, {"isrc", "territories", ""}},
    TableMark{Format::table_licences, {"isrc", "party", ""}},
    TableMark{Format::table_groups, {"isrc", "group", ""}},
    TableMark{Format::table_names, {"isrc", "field", ""}},
    TableMark{Format::table_recordings, {"isrc", "title", ""}},
    TableMark{Format::table_parties, {"name", "role", ""}},
    TableMark{Format::table_parties, {"party_id", "name", ""}},
};

Format recognise_xml(std::string_view text) {
  const auto root = glance_at_root(text);
  if (root && root->local_name == "tt") return Format::captions;
  if (!root) return text.starts_with("<?xml") ? Format::other_xml : Format::unknown;
  if (root->local_name == "NewReleaseMessage") return Format::ern;
  if (root->local_name == "PurgeReleaseMessage") return Format::ern_purge;
  return Format::other_xml;
}

// A DSR flat file begins with a HEAD record, comment lines aside; FHEA is its name in drafts, SRHE
// that of single-record blocks.
bool is_dsr(std::string_view text) {
  while (!text.empty()) {
    const std::string_view line = text.substr(0, text.find('\n'));
    for (const std::string_view head : {"HEAD\t", "FHEA\t", "SRHE\t"}) {
      if (line.starts_with(head) || (line.starts_with('#') && line.substr(1).starts_with(head))) {
        return true;
      }
    }
    if (!line.starts_with('#') && line.find_first_not_of(" \t\r") != std::string_view::npos) {
      return false;
    }
    text.remove_prefix(std::min(line.size() + 1, text.size()));
  }
  return false;
}

// "ISRC, Title, Store, Status" has the columns of ours, but its other headers are known to mean
// something, so it is somebody else's table: read as ours it would lose them.
bool says_more(Format format, const std::vector<std::string>& headers) {
  const auto columns = table::columns_of(format);
  return !columns.empty() && std::ranges::any_of(headers, [&](const std::string& header) {
    return std::ranges::find(columns, header, &table::Column::name) == columns.end() &&
           !table::meanings_of_header(header).empty();
  });
}

// Titles may stand above a table's header.
bool has_header_below(std::string_view text) {
  const auto lines =
      table::first_lines_of(text, static_cast<size_t>(limits::table_header_rows.value));
  return std::ranges::any_of(lines, [](const std::vector<std::string>& line) {
    return std::ranges::count_if(line, table::is_known_header) >= 2;
  });
}

// A table whose very first letters are of no encoding: its reader names the encoding and the line,
// which helps more than that the format is not known.
Format undecodable(std::string_view head) {
  const bool text = std::ranges::none_of(head, [](char c) {
    return static_cast<unsigned char>(c) < ' ' && c != '\t' && c != '\r' && c != '\n';
  });
  const std::string_view line = head.substr(0, head.find('\n'));
  const bool cells = line.size() < head.size() && line.find_first_of(",;\t") != line.npos;
  return text && cells ? Format::table_unknown : Format::unknown;
}

Format recognise_table(std::string_view text) {
  const std::vector<std::string> headers = table::headers_of(text);
  const auto has = [&](std::string_view name) {
    return name.empty() || std::ranges::find(headers, name) != headers.end();
  };
  // No list of what services show names the label that delivered.
  if (has("isrc") && has("service") && has("territories") && has("party")) {
    return Format::table_deliveries;
  }
  const auto lines = table::first_lines_of(text, 4);
  if (const Format chart = charts::chart_format(lines); chart != Format::unknown) return chart;
  if (const Format apple = services::apple_report_format(headers); apple != Format::unknown) {
    return apple;
  }
  const Format artists = services::spotify_artists_format(headers);
  if (artists != Format::unknown) return artists;
  // A list of states that names its days is a table of sightings.
  const Format report = services::report_of(headers);
  const bool sightings = has("observed_on") || has("seen");
  const bool list = report == Format::service_availability && has("territory");
  if (report != Format::unknown && !(list && sightings)) return report;
  for (const TableMark& mark : table_marks) {
    if (!std::ranges::all_of(mark.headers, has)) continue;
    return says_more(mark.format, headers) ? Format::table_unknown : mark.format;
  }
  if (headers.size() > 1) return Format::table_unknown;
  return has_header_below(text) ? Format::table_unknown : Format::unknown;
}

}  // namespace

std::string_view word(Format format) {
  using enum Format;
  static constexpr auto words = std::to_array<std::pair<Format, std::string_view>>(
      {{unknown, "unknown"},
       {empty, "empty"},
       {ern, "ern"},
       {ern_purge, "ern-purge"},
       {other_xml, "other-xml"},
       {dsr, "dsr"},
       {table_recordings, "recordings"},
       {table_names, "names"},
       {table_licences, "licences"},
       {table_sightings, "sightings"},
       {table_parties, "parties"},
       {table_groups, "groups"},
       {table_revenue, "revenue"},
       {table_deliveries, "deliveries"},
       {table_plays, "plays"},
       {table_chart, "chart"},
       {table_appearances, "appearances"},
       {youtube_videos, "youtube-videos"},
       {youtube_assets, "youtube-assets"},
       {youtube_claims, "youtube-claims"},
       {youtube_conflicts, "youtube-ownership-conflicts"},
       {youtube_views, "youtube-views"},
       {apple_catalogue, "apple-catalogue"},
       {apple_streams, "apple-streams"},
       {apple_content, "apple-content"},
       {believe_trends, "believe-trends"},
       {national_return, "national-return"},
       {spotify_timeline, "spotify-artists-timeline"},
       {spotify_songs, "spotify-artists-songs"},
       {spotify_playlists, "spotify-artists-playlists"},
       {service_availability, "service-availability"},
       {chart_kworb_daily, "chart-kworb-daily"},
       {chart_top50_playlist, "chart-top50-playlist"},
       {chart_kworb_raw, "chart-kworb-raw"},
       {chart_spotify, "chart-spotify"},
       {chart_spotify_2017, "chart-spotify-2017"},
       {chart_spotify_countries, "chart-spotify-countries"},
       {chart_shazam, "chart-shazam"},
       {chart_apple_feed, "chart-apple-feed"},
       {captions, "captions"},
       {table_unknown, "unknown-table"},
       {workbook, "workbook"},
       {old_workbook, "old-workbook"}});
  const auto at = std::ranges::find(words, format, &std::pair<Format, std::string_view>::first);
  return at == words.end() ? "unknown" : at->second;
}

Format recognise(std::string_view head) {
  if (xlsx::is_zip(head)) return Format::workbook;
  if (xlsx::is_compound_file(head)) return Format::old_workbook;
  const std::string decoded = table::decode_head(head);
  std::string_view text = decoded;
  const size_t first = text.find_first_not_of(" \t\r\n");
  if (first == std::string_view::npos)
    return head.empty() || !decoded.empty() ? Format::empty : undecodable(head);
  if (text.find('\0') != std::string_view::npos) return Format::unknown;
  if (text[first] == '<') return recognise_xml(text.substr(first));
  if (text[first] == '{' && text.contains("\"umikoe_return\"")) return Format::national_return;
  if (is_dsr(text)) return Format::dsr;
  const bool json = text[first] == '{' || text[first] == '[';
  if (json && text.contains("\"feed\"") && text.contains("\"artistName\"")) {
    return Format::chart_apple_feed;
  }
  if (json && text.contains("youtube#video")) return Format::youtube_videos;
  if (json && text.contains("\"isrc_code\"") && text.contains("\"quantity\"")) {
    return Format::believe_trends;
  }
  if (captions::begins_as_captions(text)) return Format::captions;
  return recognise_table(text);
}

}  // namespace umikoe::formats
