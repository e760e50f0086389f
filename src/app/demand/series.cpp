#include "app/demand/series.h"

#include <algorithm>
#include <tuple>

#include "app/chart_links.h"
#include "app/demand/territory_words.h"
#include "base/unicode_text.h"

namespace umikoe::app {
namespace {

// Territory, service by its key, and use. What names no territory comes first.
using Place = std::tuple<std::optional<TerritoryCode>, std::string, SeriesUse>;

// The recordings a word means: one by ISRC, or all of an artist by its whole name.
Result<std::vector<Isrc>> recordings_meant(const std::string& word, const LoadedWorld& world,
                                           SeriesAnswer& answer) {
  if (word.empty()) return fail("demand_name_needed");
  if (const auto isrc = Isrc::parse(word)) {
    answer.isrc = *isrc;
    if (const RecordingCard* card = world.card(*isrc)) {
      answer.artist = card->artist;
      answer.title = card->title;
    }
    return std::vector{*isrc};
  }
  const std::string wanted = folded_text(word);
  std::vector<Isrc> out;
  for (const auto& [isrc, card] : world.recordings()) {
    const bool named = folded_text(card.artist) == wanted ||
                       (!card.artist_en.empty() && folded_text(card.artist_en) == wanted);
    if (!named) continue;
    answer.artist = card.artist;
    out.push_back(isrc);
  }
  if (out.empty()) return fail("demand_artist_unknown", {{"artist", word}});
  return out;
}

struct Gathered {
  std::string shown;   // as a sales report writes it, else as another document does
  bool named = false;  // by a sales report
  demand::SeriesSources sources;
  std::map<std::pair<SeriesBasis, std::string>, SeriesSource> evidence;
  std::map<std::string, uint32_t> charts;
};

class Gathering {
 public:
  Gathering(const LoadedWorld& world, const ChartLinks& links, const std::vector<Isrc>& wanted)
      : wanted_(wanted.begin(), wanted.end()) {
    for (const auto& [names, isrc] : links) {
      if (wanted_.contains(isrc)) names_.push_back(names);
    }
    for (const ChartSummary& line : world.charts()) {
      const auto isrc = recording_of(line, links);
      if (isrc) seen_[{line.chart, line.territory}].insert(*isrc);
    }
  }

  const std::vector<std::pair<std::string, std::string>>& names() const { return names_; }

  void add(const ChartedDay& day) {
    Gathered& place = places_[{day.territory, service_key(day.chart), SeriesUse::plays}];
    if (place.shown.empty()) place.shown = service_key(day.chart);
    const auto chart = static_cast<uint32_t>(place.charts.size());
    const auto known = seen_.find({day.chart, day.territory});
    const auto ever = known == seen_.end() ? 0 : std::ssize(known->second);
    demand::ChartSight sight;
    sight.chart = place.charts.try_emplace(day.chart, chart).first->second;
    sight.day = day.day;
    sight.span = day.span;
    sight.rows = day.rows;
    // A recording never on it is below it like the others, where one alone is asked for; of an
    // artist's, those never seen on any of its days are not counted.
    sight.below = std::max<int64_t>(ever - day.rows, ever == 0 && wanted_.size() == 1 ? 1 : 0);
    if (day.streams) sight.streams = static_cast<double>(*day.streams);
    if (day.lowest) sight.lowest = static_cast<double>(*day.lowest);
    sight.deliveries = day.deliveries;
    place.sources.charts.push_back(std::move(sight));
    const Date last = day.day.plus(demand::days_of(day.span) - 1);
    SeriesSource& source = note(place, day.chart, SeriesBasis::chart, day.day, last);
    source.days += demand::days_of(day.span);
    if (day.rows > 0) source.days_found += demand::days_of(day.span);
    if (day.streams) source.plays = source.plays.value_or(0) + *day.streams;
    if (day.best_rank)
      source.best_rank = std::min(source.best_rank.value_or(INT32_MAX), *day.best_rank);
    if (source.last_day == last) source.lowest = day.lowest;
    source.deliveries.insert(day.deliveries.begin(), day.deliveries.end());
  }

  void add(const SeriesReport& report) {
    Gathered& place = places_[{report.territory, service_key(report.service), report.use}];
    const bool sales = report.basis == SeriesBasis::report;
    if (sales || !place.named) place.shown = report.service;
    place.named = place.named || sales;
    // A correction of plays that no document on file states says nothing of a week.
    if (sales || report.units >= 0) {
      place.sources.reports.push_back(
          {report.start, report.end, report.units, report.deliveries, !sales});
    }
    SeriesSource& source = note(place, report.service, report.basis, report.start, report.end);
    ++source.days;
    ++source.days_found;
    source.plays = source.plays.value_or(0) + report.units;
    source.deliveries.insert(report.deliveries.begin(), report.deliveries.end());
  }

  // Places where anything but charts without these recordings speaks, or where one recording alone
  // is asked for: then charts bound it.
  std::vector<ServiceSeries> finish(demand::WeekStart start, Date as_of) const {
    std::vector<ServiceSeries> out;
    for (const auto& [key, place] : places_) {
      const bool found = std::ranges::any_of(
          place.evidence, [](const auto& entry) { return entry.second.days_found > 0; });
      if (!found && wanted_.size() > 1) continue;
      ServiceSeries series;
      series.territory = std::get<std::optional<TerritoryCode>>(key);
      series.service = place.shown;
      series.use = std::get<SeriesUse>(key);
      auto weekly = demand::weekly_series(place.sources, start, as_of);
      series.weeks = std::move(weekly.weeks);
      series.reports_too_long = weekly.reports_too_long;
      for (const auto& [name, source] : place.evidence) series.sources.push_back(source);
      out.push_back(std::move(series));
    }
    return out;
  }

 private:
  std::optional<Isrc> recording_of(const ChartSummary& line, const ChartLinks& links) const {
    auto isrc = line.isrc;
    if (!isrc) {
      const auto at = links.find({line.artist, line.title});
      if (at != links.end()) isrc = at->second;
    }
    return isrc && wanted_.contains(*isrc) ? isrc : std::nullopt;
  }

  static SeriesSource& note(Gathered& place, const std::string& name, SeriesBasis basis, Date first,
                            Date last) {
    const auto [at, fresh] = place.evidence.try_emplace({basis, name});
    SeriesSource& source = at->second;
    source.name = name;
    source.basis = basis;
    source.first_day = fresh ? first : std::min(source.first_day, first);
    source.last_day = fresh ? last : std::max(source.last_day, last);
    return source;
  }

  std::set<Isrc> wanted_;
  std::vector<std::pair<std::string, std::string>> names_;  // rows of charts without ISRC
  std::map<std::pair<std::string, TerritoryCode>, std::set<Isrc>> seen_;  // ever, on each chart
  std::map<Place, Gathered> places_;
};

}  // namespace

Result<demand::WeekStart> week_start_of(const std::string& word) {
  if (word.empty() || word == "fri") return demand::WeekStart::friday;
  if (word == "mon") return demand::WeekStart::monday;
  return fail("week_start_unknown", {{"word", word}});
}

Result<SeriesAnswer> demand_series(const WorldStore& store, const LoadedWorld& world,
                                   const SeriesWords& words) {
  SeriesAnswer answer;
  answer.as_of = world.as_of();
  UMIKOE_TRY(answer.start, week_start_of(words.week_start));
  SeriesQuestion question;
  UMIKOE_TRY(question.territories, parse_territories(words.territories));
  UMIKOE_TRY(question.isrcs, recordings_meant(words.name, world, answer));
  question.as_of = world.as_of();
  answer.recordings = question.isrcs.size();
  UMIKOE_TRY(const ChartLinks links, chart_links(world));
  Gathering gathering(world, links, question.isrcs);
  question.names = gathering.names();
  UMIKOE_TRY(const auto days, store.chart_days(question));
  UMIKOE_TRY(const auto reports, series_reports(store, world, question));
  for (const ChartedDay& day : days) gathering.add(day);
  for (const SeriesReport& report : reports) gathering.add(report);
  answer.series = gathering.finish(answer.start, answer.as_of);
  const bool known = !answer.isrc || world.card(*answer.isrc) || !reports.empty() ||
                     std::ranges::any_of(days, [](const ChartedDay& day) { return day.rows > 0; });
  if (!known) return fail("isrc_unknown", {{"isrc", answer.isrc->to_string()}});
  UMIKOE_TRY(const auto deliveries, store.deliveries());
  std::set<DeliveryId> used;
  for (const ServiceSeries& series : answer.series) {
    for (const SeriesSource& source : series.sources) {
      used.insert(source.deliveries.begin(), source.deliveries.end());
    }
  }
  for (const DeliveryRecord& record : deliveries) {
    if (!used.contains(record.id)) continue;
    answer.documents[record.id] = record.path.substr(record.path.find_last_of('/') + 1);
  }
  return answer;
}

}  // namespace umikoe::app
