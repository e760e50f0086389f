#pragma once

#include <map>
#include <optional>
#include <set>
#include <string>
#include <vector>

#include "app/demand/series_reports.h"
#include "app/loaded_world.h"
#include "demand/series/weekly_series.h"
#include "messages/messages.h"

namespace umikoe::app {

struct SeriesWords {
  std::string name;  // an ISRC, or an artist's whole name in any of the forms on file
  // Codes with commas; empty: every territory with a source, and what names none.
  std::string territories;
  std::string week_start;  // fri (usual) or mon
};

// One chart, or the reports, statements or video exports of a service, and what they say of the
// question.
struct SeriesSource {
  std::string name;  // the chart's, or the service's
  SeriesBasis basis = SeriesBasis::report;
  Date first_day;
  Date last_day;
  int64_t days = 0;        // of a chart: days it shows; of others: periods
  int64_t days_found = 0;  // of a chart: days with a row of these recordings
  std::optional<int64_t> plays;
  std::optional<int32_t> best_rank;
  std::optional<int64_t> lowest;  // streams of the lowest row on the chart's last day
  std::set<DeliveryId> deliveries;
};

// One use of one service in one territory. Services are not added up: what one of them does not
// report is unknown, and their sum would jump where one begins.
struct ServiceSeries {
  std::optional<TerritoryCode> territory;  // nothing: all of them together
  std::string service;
  SeriesUse use = SeriesUse::plays;
  std::vector<demand::SeriesWeek> weeks;
  std::vector<SeriesSource> sources;
  int64_t reports_too_long = 0;
};

struct SeriesAnswer {
  std::string artist;
  std::string title;         // of a recording
  std::optional<Isrc> isrc;  // of a recording
  size_t recordings = 0;     // of the artist on file, or 1
  demand::WeekStart start = demand::WeekStart::friday;
  Date as_of;
  std::vector<ServiceSeries> series;            // by territory, service and use
  std::map<DeliveryId, std::string> documents;  // the deliveries it rests on, by file name
};

// The weekly plays of a recording or an artist by territory and service, from charts, sales
// reports, statements and video exports, each play once.
// `world` may be read without plays: only those of the question are asked for. Errors:
// demand_name_needed, demand_artist_unknown, isrc_unknown, territory_unknown_word,
// week_start_unknown, edit_broken.
Result<SeriesAnswer> demand_series(const WorldStore& store, const LoadedWorld& world,
                                   const SeriesWords& words);

std::string series_json(const SeriesAnswer& answer);
std::string series_csv(const SeriesAnswer& answer);
// The last `rows` weeks of each series.
std::string series_text(const SeriesAnswer& answer, messages::Language language, size_t rows);

// Error week_start_unknown.
Result<demand::WeekStart> week_start_of(const std::string& word);

}  // namespace umikoe::app
