#include <algorithm>
#include <array>
#include <cmath>

#include "app/csv.h"
#include "app/demand/series.h"
#include "app/json.h"
#include "app/number_words.h"

namespace umikoe::app {
namespace {

using demand::SeriesWeek;
using messages::Language;
using messages::text;

constexpr size_t documents_shown = 3;

Json whole(const std::optional<double>& value) {
  return value ? Json(std::llround(*value)) : Json(nullptr);
}
template <class T>
Json given(const std::optional<T>& value) {
  return value ? Json(*value) : Json(nullptr);
}
std::string cell(const std::optional<double>& value) {
  return value ? std::to_string(std::llround(*value)) : "";
}
std::string shown(const std::optional<double>& value) {
  return value ? grouped(std::llround(*value)) : "–";
}

std::string first_day(const SeriesWeek& week, demand::WeekStart start) {
  return demand::last_day_of(week.week, start).plus(-6).to_string();
}

Json ids_of(const std::set<DeliveryId>& deliveries) {
  Json ids = Json::array();
  for (const DeliveryId id : deliveries) ids.push_back(id.value);
  return ids;
}

Json week_json(const SeriesWeek& week, demand::WeekStart start) {
  return {{"week", first_day(week, start)},
          {"level", whole(week.level)},
          {"low", whole(week.low)},
          {"high", whole(week.high)},
          {"most", whole(week.most)},
          {"rests_on", demand::word(week.rests_on)},
          {"days_charted", week.days_charted},
          {"days_below_chart", week.days_below},
          {"reported", given(week.reported)},
          {"deliveries", ids_of(week.deliveries)}};
}

Json source_json(const SeriesSource& source) {
  const bool chart = source.basis == SeriesBasis::chart;
  return {{"kind", word(source.basis)},
          {"name", source.name},
          {"first_day", source.first_day.to_string()},
          {"last_day", source.last_day.to_string()},
          {chart ? "days" : "periods", source.days},
          {"days_found", chart ? Json(source.days_found) : Json(nullptr)},
          {"plays", given(source.plays)},
          {"best_rank", given(source.best_rank)},
          {"lowest_row", given(source.lowest)},
          {"deliveries", ids_of(source.deliveries)}};
}

std::string code_of(const ServiceSeries& series) {
  return series.territory ? std::string(series.territory->code()) : std::string();
}

std::string place_of(const ServiceSeries& series, Language language) {
  if (!series.territory) return text(language, "series.everywhere");
  return std::string(language == Language::ja ? series.territory->name_ja()
                                              : series.territory->name_en());
}

// The files a source is read from, so that a person can open them.
std::string documents_text(const SeriesSource& source, const SeriesAnswer& answer,
                           Language language) {
  std::string out;
  size_t left = source.deliveries.size();
  for (const DeliveryId id : source.deliveries) {
    if (source.deliveries.size() - left == documents_shown) break;
    const auto at = answer.documents.find(id);
    if (at == answer.documents.end()) continue;
    out += (out.empty() ? "" : ", ") + at->second;
    --left;
  }
  if (left == 0) return out;
  return text(language, "series.documents_more", {{"documents", out}, {"more", grouped(left)}});
}

std::string source_text(const SeriesSource& source, const SeriesAnswer& answer, Language language) {
  messages::Arguments words = {{"name", source.name},
                               {"first", source.first_day.to_string()},
                               {"last", source.last_day.to_string()},
                               {"days", grouped(source.days)},
                               {"found", grouped(source.days_found)},
                               {"plays", source.plays ? grouped(*source.plays) : "–"}};
  return "    " + text(language, "series." + std::string(word(source.basis)), words) + "\n      " +
         documents_text(source, answer, language) + "\n";
}

std::string week_text(const SeriesWeek& week, const SeriesAnswer& answer, Language language) {
  std::string interval = "–";
  if (week.level) {
    interval = shown(week.low) + "–" + shown(week.high);
  } else if (week.most) {
    interval = text(language, "series.most", {{"most", shown(week.most)}});
  }
  const bool charted = week.rests_on == demand::RestsOn::observed && week.days_charted > 0;
  const std::string key = charted ? "charted" : std::string(demand::word(week.rests_on));
  const int32_t days = charted ? week.days_charted : week.days_below;
  const std::string why = text(language, "series.rests." + key, {{"days", std::to_string(days)}});
  return "  " + first_day(week, answer.start) + "  " + fitted(shown(week.level), 13) +
         fitted(interval, 26) + why + "\n";
}

}  // namespace

std::string series_json(const SeriesAnswer& answer) {
  Json series = Json::array();
  for (const ServiceSeries& one : answer.series) {
    Json weeks = Json::array();
    for (const SeriesWeek& week : one.weeks) weeks.push_back(week_json(week, answer.start));
    Json evidence = Json::array();
    for (const SeriesSource& source : one.sources) evidence.push_back(source_json(source));
    series.push_back({{"territory", or_null(code_of(one))},
                      {"service", one.service},
                      {"use", word(one.use)},
                      {"weeks", std::move(weeks)},
                      {"evidence", std::move(evidence)},
                      {"reports_too_long", one.reports_too_long}});
  }
  Json documents = Json::array();
  for (const auto& [id, name] : answer.documents) {
    documents.push_back({{"delivery", id.value}, {"document", name}});
  }
  const bool friday = answer.start == demand::WeekStart::friday;
  return dump(Json{{"artist", or_null(answer.artist)},
                   {"isrc", answer.isrc ? Json(answer.isrc->to_string()) : Json(nullptr)},
                   {"title", or_null(answer.title)},
                   {"recordings", answer.recordings},
                   {"as_of", answer.as_of.to_string()},
                   {"week_start", friday ? "fri" : "mon"},
                   {"unit", "plays_per_week"},
                   {"series", std::move(series)},
                   {"documents", std::move(documents)}}) +
         "\n";
}

std::string series_csv(const SeriesAnswer& answer) {
  std::string out = csv_row(std::array<std::string, 13>{
      "territory", "service", "week", "level", "low", "high", "most", "rests_on", "days_charted",
      "days_below_chart", "reported", "deliveries", "use"});
  for (const ServiceSeries& one : answer.series) {
    for (const SeriesWeek& week : one.weeks) {
      std::string ids;
      for (const DeliveryId id : week.deliveries) {
        ids += (ids.empty() ? "" : " ") + std::to_string(id.value);
      }
      out += csv_row(std::array<std::string, 13>{
          code_of(one), one.service, first_day(week, answer.start), cell(week.level),
          cell(week.low), cell(week.high), cell(week.most),
          std::string(demand::word(week.rests_on)), std::to_string(week.days_charted),
          std::to_string(week.days_below), week.reported ? std::to_string(*week.reported) : "", ids,
          std::string(word(one.use))});
    }
  }
  return out;
}

std::string series_text(const SeriesAnswer& answer, Language language, size_t rows) {
  std::string out =
      answer.isrc
          ? answer.artist + " – " + answer.title + "  " + answer.isrc->to_string() + "\n"
          : text(language, "series.artist",
                 {{"artist", answer.artist}, {"recordings", std::to_string(answer.recordings)}}) +
                "\n";
  if (answer.series.empty()) return out + text(language, "series.none") + "\n";
  out += text(language, "series.head") + "\n";
  for (const ServiceSeries& one : answer.series) {
    const std::string place = place_of(one, language);
    out += "\n" + place + "  " + one.service + "  " +
           text(language, "series.use." + std::string(word(one.use))) + "\n";
    const size_t first = one.weeks.size() > rows ? one.weeks.size() - rows : 0;
    for (size_t at = first; at < one.weeks.size(); ++at) {
      out += week_text(one.weeks[at], answer, language);
    }
    for (const SeriesSource& source : one.sources) out += source_text(source, answer, language);
    if (one.reports_too_long > 0) {
      out += "    " +
             text(language, "series.too_long", {{"count", grouped(one.reports_too_long)}}) + "\n";
    }
  }
  return out;
}

}  // namespace umikoe::app
