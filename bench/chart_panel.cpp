#include "chart_panel.h"

#include <fmt/format.h>

#include <algorithm>
#include <charconv>
#include <fstream>
#include <map>
#include <set>

#include "base/date.h"
#include "formats/gzip.h"
#include "formats/table/table_reader.h"

namespace umikoe::bench {
namespace {

// 2025-06-13, a Friday: chart weeks run from there.
const Date first_week = *Date::of(2025, 6, 13);
constexpr double charted_weeks = 0.8;
constexpr size_t weeks_after = 6;
constexpr size_t controls_at_most = 40;

struct Day {
  std::map<std::string, double> streams;  // by artist
  double lowest = 0;
};

// By territory and week: the fresh days.
using Weeks = std::map<std::string, std::map<int, std::map<std::string, Day>>>;

Result<Weeks> read_days(const std::string& path) {
  std::ifstream stream(path, std::ios::binary);
  if (!stream) return fail("no_such_file", {{"path", path}});
  const formats::ByteSource raw = [&](std::span<char> buffer) -> Result<size_t> {
    stream.read(buffer.data(), static_cast<std::streamsize>(buffer.size()));
    return static_cast<size_t>(stream.gcount());
  };
  Weeks weeks;
  std::map<std::string, size_t> column;
  UMIKOE_TRY(formats::table::read_rows(
      formats::gunzip(raw), [&](const formats::table::TableRow& row) -> Result<void> {
        if (column.empty()) {
          for (size_t i = 0; i < row.cells.size(); ++i) column[row.cells[i]] = i;
          return {};
        }
        const auto cell = [&](const char* name) { return row.cells.at(column.at(name)); };
        const auto date = Date::parse(cell("date"));
        double streams = 0;
        const std::string written = cell("streams");
        std::from_chars(written.data(), written.data() + written.size(), streams);
        if (!date || cell("stale") == "1" || *date < first_week || streams <= 0) return {};
        const int week = (date->days - first_week.days) / 7;
        Day& day = weeks[cell("territory")][week][cell("date")];
        day.streams[cell("artist")] += streams;
        day.lowest = day.lowest == 0 ? streams : std::min(day.lowest, streams);
        return {};
      }));
  return weeks;
}

impact::Observation week_of(const std::map<std::string, Day>& days, const std::string& artist) {
  double sum = 0, lowest = 0;
  for (const auto& [date, day] : days) {
    const auto found = day.streams.find(artist);
    sum += found == day.streams.end() ? 0 : found->second;
    lowest += day.lowest;
  }
  const double factor = 7 / static_cast<double>(days.size());
  return sum > 0 ? impact::Observation{impact::Seen::exactly, factor * sum}
                 : impact::Observation{impact::Seen::below, factor * lowest};
}

}  // namespace

Result<impact::Panel> read_chart_panel(const std::string& path) {
  UMIKOE_TRY(const Weeks weeks, read_days(path));
  impact::Panel panel;
  std::set<int> all;
  for (const auto& [territory, own] : weeks) {
    for (const auto& [week, days] : own) all.insert(week);
  }
  std::vector<int> kept;  // weeks that every territory has
  for (const int week : all) {
    if (std::ranges::all_of(weeks, [&](const auto& one) { return one.second.contains(week); })) {
      kept.push_back(week);
      panel.times.push_back(fmt::format("{:02}", week));
    }
  }
  for (const auto& [territory, own] : weeks) {
    std::set<std::string> artists;
    for (const auto& [week, days] : own) {
      for (const auto& [date, day] : days) {
        for (const auto& [artist, streams] : day.streams) artists.insert(artist);
      }
    }
    for (const std::string& artist : artists) {
      std::vector<impact::Observation> cells;
      for (const int week : kept) cells.push_back(week_of(own.at(week), artist));
      const auto seen =
          std::ranges::count(cells, impact::Seen::exactly, &impact::Observation::seen);
      if (static_cast<double>(seen) < charted_weeks * static_cast<double>(kept.size())) continue;
      panel.units.push_back(artist + " in " + territory);
      panel.groups.push_back(artist);
      panel.cells.insert(panel.cells.end(), cells.begin(), cells.end());
    }
  }
  panel.treated_from.assign(panel.units.size(), panel.times.size());
  return panel;
}

impact::Panel pretended_campaign(const impact::Panel& charts, Rng& rng) {
  const size_t treated = rng.below(charts.units.size());
  const size_t start = 14 + rng.below(charts.times.size() - weeks_after - 13);
  std::vector<size_t> units = {treated};
  std::vector<size_t> others;
  for (size_t unit = 0; unit < charts.units.size(); ++unit) {
    if (charts.groups[unit] != charts.groups[treated]) others.push_back(unit);
  }
  for (size_t i = 0; i < controls_at_most && i < others.size(); ++i) {
    std::swap(others[i], others[i + rng.below(others.size() - i)]);
    units.push_back(others[i]);
  }
  impact::Panel out;
  const size_t end = start + weeks_after;
  out.times.assign(charts.times.begin(), charts.times.begin() + static_cast<long>(end));
  for (const size_t unit : units) {
    out.units.push_back(charts.units[unit]);
    out.groups.push_back(charts.groups[unit]);
    for (size_t time = 0; time < end; ++time) out.cells.push_back(charts.at(unit, time));
    out.treated_from.push_back(unit == treated ? start : end);
  }
  return out;
}

}  // namespace umikoe::bench
