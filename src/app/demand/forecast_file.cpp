#include "app/demand/forecast_file.h"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>

#include "app/csv.h"
#include "app/demand/chart_file.h"
#include "app/demand/series.h"
#include "app/json.h"
#include "app/number_words.h"

namespace umikoe::app {
namespace {

using messages::Language;
using messages::text;

constexpr int32_t longest_horizon = 8;

Result<demand::SeriesLevel> level_of(const std::string& word) {
  if (word.empty() || word == "track") return demand::SeriesLevel::track;
  if (word == "artist") return demand::SeriesLevel::artist;
  return fail("demand_level_unknown", {{"level", word}});
}

std::string decile(size_t i) { return fmt::format("0.{}", i + 1); }

int64_t rounded(double value) { return static_cast<int64_t>(value + 0.5); }

// Large figures of streams need no fractions; an index of 0 to 100 does.
double figure(double value) {
  return value < 1000 ? std::round(value * 100) / 100 : std::round(value);
}

}  // namespace

Result<ForecastAnswer> forecast_file(const FileSource& files, const std::string& path,
                                     const ForecastQuestion& question) {
  UMIKOE_TRY(const auto level, level_of(question.level));
  UMIKOE_TRY(const auto start, week_start_of(question.week_start));
  if (question.horizon < 1 || question.horizon > longest_horizon) {
    return fail("horizon_invalid", {{"most", std::to_string(longest_horizon)}});
  }
  UMIKOE_TRY(const auto days, read_days(question.origins));
  UMIKOE_TRY(auto file, read_chart_file(files, path));
  ForecastAnswer answer;
  answer.table = demand::week_table(file.lines, level, start);
  if (answer.table.points.empty()) return fail("chart_without_amounts", {}, {.file = path});
  answer.findings = std::move(file.findings);
  for (const Date day : days) {
    const int32_t week = demand::last_whole_week(day, start);
    auto run = demand::forecast(answer.table, week, question.horizon);
    if (run.forecasts.empty()) {
      return fail("demand_history_short", {{"date", day.to_string()}}, {.file = path});
    }
    answer.origins.push_back({day, week, std::move(run)});
  }
  return answer;
}

std::string forecast_json(const ForecastAnswer& answer) {
  std::string out;
  for (const auto& origin : answer.origins) {
    const std::string day = origin.day.to_string();
    for (const demand::Forecast& forecast : origin.run.forecasts) {
      const demand::SeriesName& name = answer.table.series[forecast.series];
      Json quantiles;
      for (size_t i = 0; i < forecast.quantiles.size(); ++i) {
        quantiles[decile(i)] = figure(forecast.quantiles[i]);
      }
      const bool track = answer.table.level == demand::SeriesLevel::track;
      out += dump(Json{{"territory", name.territory},
                       {"artist", name.artist},
                       {"title", track ? Json(name.title) : Json(nullptr)},
                       {"origin", day},
                       {"h", forecast.horizon},
                       {"point", figure(forecast.point)},
                       {"quantiles", std::move(quantiles)}}) +
             "\n";
    }
  }
  return out;
}

std::string forecast_csv(const ForecastAnswer& answer) {
  std::vector<std::string> header = {"territory", "artist", "title", "origin", "h", "point"};
  for (size_t i = 0; i < demand::deciles.size(); ++i) header.push_back(decile(i));
  std::string out = csv_row(header);
  for (const auto& origin : answer.origins) {
    for (const demand::Forecast& forecast : origin.run.forecasts) {
      const demand::SeriesName& name = answer.table.series[forecast.series];
      std::vector<std::string> row = {name.territory,
                                      name.artist,
                                      name.title,
                                      origin.day.to_string(),
                                      std::to_string(forecast.horizon),
                                      fmt::format("{}", figure(forecast.point))};
      for (const double value : forecast.quantiles) row.push_back(fmt::format("{}", figure(value)));
      out += csv_row(row);
    }
  }
  return out;
}

std::string forecast_text(const ForecastAnswer& answer, Language language, size_t rows) {
  const auto& origin = answer.origins.back();
  const demand::WeekTable& table = answer.table;
  std::vector<const demand::Forecast*> firsts;
  for (const auto& forecast : origin.run.forecasts) {
    if (forecast.horizon == origin.run.forecasts.front().horizon) firsts.push_back(&forecast);
  }
  std::ranges::stable_sort(firsts,
                           [](const auto* a, const auto* b) { return a->point > b->point; });
  std::string out = text(language, "forecast.head",
                         {{"week", demand::last_day_of(origin.week, table.start).to_string()},
                          {"series", grouped(std::ssize(firsts))}}) +
                    "\n";
  for (size_t h = 0; h < origin.run.past_coverage.size(); ++h) {
    const auto& held = origin.run.past_coverage[h];
    if (!held) continue;
    out += "  " +
           text(language, "forecast.held",
                {{"h", std::to_string(h + 1)}, {"percent", std::to_string(rounded(*held * 100))}}) +
           "\n";
  }
  for (const int32_t horizon : origin.run.horizons_too_short) {
    out += "  " + text(language, "forecast.too_short", {{"h", std::to_string(horizon)}}) + "\n";
  }
  for (size_t i = 0; i < std::min(rows, firsts.size()); ++i) {
    const demand::SeriesName& name = table.series[firsts[i]->series];
    const double now = *table.value(firsts[i]->series, origin.week);
    const std::string who = name.title.empty() ? name.artist : name.artist + " – " + name.title;
    out += "\n" +
           text(language, "forecast.now",
                {{"territory", name.territory},
                 {"name", fitted(who, 52)},
                 {"now", grouped(rounded(now))}}) +
           "\n";
    for (const auto& forecast : origin.run.forecasts) {
      if (forecast.series != firsts[i]->series) continue;
      out += "    " +
             text(language, "forecast.row",
                  {{"h", std::to_string(forecast.horizon)},
                   {"point", grouped(rounded(forecast.point))},
                   {"low", grouped(rounded(forecast.quantiles.front()))},
                   {"high", grouped(rounded(forecast.quantiles.back()))}}) +
             "\n";
    }
  }
  if (firsts.size() > rows) out += "\n" + text(language, "link.more") + "\n";
  return out;
}

}  // namespace umikoe::app
