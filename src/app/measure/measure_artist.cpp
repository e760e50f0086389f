#include "app/measure/measure_artist.h"

#include <fmt/format.h>

#include <algorithm>
#include <map>
#include <set>

#include "app/cells.h"
#include "app/measure/measure_panel.h"
#include "app/measure/measurement_json.h"
#include "app/recording_demand.h"
#include "app/reported_usage.h"

namespace umikoe::app {
namespace {

using impact::Seen;

std::string month_word(Date first) { return first.to_string().substr(0, 7); }

// Streams by month (its first day), recording and territory.
using Streams = std::map<Date, std::map<Isrc, std::map<TerritoryCode, int64_t>>>;

Streams streams_of(const LoadedWorld& world, const std::set<Isrc>& recordings) {
  Streams out;
  for (const UsageTotal& total : world.usage()) {
    // Reports of other periods cannot be put beside months.
    const bool a_month =
        total.period_start.day() == 1 && total.period_end == last_day_of_month(total.period_start);
    if (!a_month || !recordings.contains(total.isrc)) continue;
    // What fans put up themselves says nothing of plays: no zero may come of it.
    if (total.paid_units == 0) continue;
    out[total.period_start][total.isrc][total.territory] += total.paid_units;
  }
  return out;
}

std::set<Isrc> steady_recordings(const Streams& streams) {
  std::set<Isrc> steady;
  for (const auto& [isrc, cells] : streams.begin()->second) steady.insert(isrc);
  for (const auto& [month, recordings] : streams) {
    std::erase_if(steady, [&](const Isrc& isrc) { return !recordings.contains(isrc); });
  }
  return steady;
}

// Territories by months, of those recordings only.
std::map<TerritoryCode, std::map<Date, int64_t>> by_territory(const Streams& streams,
                                                              const std::set<Isrc>& steady) {
  std::map<TerritoryCode, std::map<Date, int64_t>> out;
  for (const auto& [month, recordings] : streams) {
    for (const auto& [isrc, cells] : recordings) {
      if (!steady.contains(isrc)) continue;
      for (const auto& [territory, units] : cells) out[territory][month] += units;
    }
  }
  return out;
}

// Home beside itself: the mean after over the mean before.
std::optional<double> home_after(const std::map<Date, int64_t>& home, const Streams& streams,
                                 Date from) {
  double before = 0, after = 0;
  double months_before = 0, months_after = 0;
  for (const auto& [month, recordings] : streams) {
    const auto found = home.find(month);
    if (found == home.end()) return std::nullopt;
    (month < from ? before : after) += static_cast<double>(found->second);
    ++(month < from ? months_before : months_after);
  }
  if (before <= 0 || months_after == 0) return std::nullopt;
  return after / months_after / (before / months_before);
}

struct Asked {
  std::set<Isrc> recordings;
  std::set<TerritoryCode> treated;
  Date from;
};

Result<Asked> parse(const LoadedWorld& world, const ArtistQuestion& question) {
  if (question.territory.empty()) return fail("measure_territory_needed");
  if (question.from.empty()) return fail("measure_from_needed");
  SelectionWords words;
  words.artist = question.artist;
  words.territory = question.territory;
  UMIKOE_TRY(const Selection selection, select(world, words));
  Asked out;
  out.recordings = {selection.recordings.begin(), selection.recordings.end()};
  out.treated = {selection.territories.begin(), selection.territories.end()};
  if (out.treated.contains(home_territory())) {
    return fail("measure_home_treated", {{"territory", std::string(home_territory().code())}});
  }
  const auto from = Date::parse(question.from + "-01");
  if (!from) return fail("month_invalid_word", {{"month", question.from}});
  out.from = *from;
  return out;
}

}  // namespace

Result<ArtistMeasurement> measure_artist(const LoadedWorld& world, const ArtistQuestion& question) {
  UMIKOE_TRY(const Asked asked, parse(world, question));
  impact::MeasureSettings settings = question.settings;
  settings.indexed = true;
  UMIKOE_TRY(settings.method, method_of(question.method, settings.method));
  const Streams streams = streams_of(world, asked.recordings);
  if (streams.empty()) return fail("measure_no_usage", {{"artist", question.artist}});
  if (!streams.contains(asked.from)) {
    return fail("measure_month_unknown", {{"month", question.from},
                                          {"first", month_word(streams.begin()->first)},
                                          {"last", month_word(streams.rbegin()->first)}});
  }
  const std::set<Isrc> steady = steady_recordings(streams);
  if (steady.empty()) return fail("measure_no_usage", {{"artist", question.artist}});
  auto cells = by_territory(streams, steady);

  ArtistMeasurement out;
  out.artist = question.artist;
  out.from = question.from;
  out.recordings = steady.size();
  std::set<Isrc> named;
  impact::Panel panel;
  for (const auto& [month, recordings] : streams) {
    panel.times.push_back(month_word(month));
    for (const auto& [isrc, territories] : recordings) named.insert(isrc);
  }
  out.recordings_uneven = named.size() - steady.size();
  out.months = panel.times;
  const auto start = static_cast<size_t>(std::distance(streams.begin(), streams.find(asked.from)));
  out.home_after = home_after(cells[home_territory()], streams, asked.from);
  for (const TerritoryCode territory : asked.treated)
    cells[territory];  // unknown is known to be asked
  for (const auto& [territory, months] : cells) {
    if (territory == home_territory()) continue;
    panel.units.emplace_back(territory.code());
    panel.treated_from.push_back(asked.treated.contains(territory) ? start : panel.times.size());
    for (const auto& [month, recordings] : streams) {
      const auto found = months.find(month);
      panel.cells.push_back(
          found == months.end()
              ? impact::Observation{}
              : impact::Observation{Seen::exactly, static_cast<double>(found->second)});
    }
  }
  Rng rng(question.seed);
  UMIKOE_TRY(out.away, impact::measure(panel, settings, {}, rng));
  return out;
}

std::string artist_measurement_json(const ArtistMeasurement& measurement, bool trace,
                                    messages::Language language) {
  Json out = measurement_object(measurement.away, trace, language);
  out["artist"] = measurement.artist;
  out["from"] = measurement.from;
  out["months"] = measurement.months;
  out["recordings"] = measurement.recordings;
  out["recordings_uneven"] = measurement.recordings_uneven;
  out["home_after"] = measurement.home_after ? Json(*measurement.home_after) : Json(nullptr);
  return dump(out);
}

std::string artist_measurement_text(const ArtistMeasurement& measurement,
                                    messages::Language language) {
  std::string out = measurement_text(measurement.away, true, language);
  const auto say = [&](std::string_view key, const messages::Arguments& arguments) {
    out += messages::text(language, key, arguments) + "\n";
  };
  say("measure.artist_basis", {{"recordings", std::to_string(measurement.recordings)},
                               {"first", measurement.months.front()},
                               {"last", measurement.months.back()},
                               {"uneven", std::to_string(measurement.recordings_uneven)}});
  if (measurement.home_after) {
    say("measure.home", {{"change", fmt::format("{:+.1f}", 100 * (*measurement.home_after - 1))}});
  } else {
    say("measure.home_unknown", {});
  }
  return out;
}

}  // namespace umikoe::app
