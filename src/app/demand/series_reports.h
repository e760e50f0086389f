#pragma once

#include <optional>
#include <set>
#include <string>
#include <string_view>
#include <vector>

#include "app/loaded_world.h"

namespace umikoe::app {

// What a series counts. None of these is ever added to another.
enum class SeriesUse : uint8_t {
  plays,        // that services pay for
  video_views,  // of our own uploads of the whole song
  by_others,    // use made by others: claimed uploads, and what reports call user-generated
};
std::string_view word(SeriesUse use);

enum class SeriesBasis : uint8_t { chart, report, statement, views };
std::string_view word(SeriesBasis basis);

// Plays that one document, or a document and its adjustments, state of one period.
struct SeriesReport {
  SeriesUse use = SeriesUse::plays;
  SeriesBasis basis = SeriesBasis::report;
  std::optional<TerritoryCode> territory;  // nothing: all of them together
  std::string service;                     // as the document names it
  Date start;
  Date end;  // the last day
  int64_t units = 0;
  std::set<DeliveryId> deliveries;

  bool operator==(const SeriesReport&) const = default;
};

// "spotify-daily-top-50" and "Spotify" are one service, and so are "apple-music" and "Apple Music".
std::string service_key(const std::string& name);

// All that sales reports, statements and video exports state of the question's recordings by its
// day, each play once: for each recording a sales report comes first, then the statement of the
// sender that reports the most, then views. A statement whose money comes after the day, and a
// video whose kind is not the whole song, say nothing. Views that name no territory, between two
// days on which their total was seen, are told where the question asks for every territory and no
// export states the same views by territory.
Result<std::vector<SeriesReport>> series_reports(const WorldStore& store, const LoadedWorld& world,
                                                 const SeriesQuestion& question);

}  // namespace umikoe::app
