#include "app/demand/evidence.h"

#include <fmt/format.h>

#include <cmath>

#include "app/decisions_json.h"
#include "app/demand/open_ratios.h"
#include "app/json.h"
#include "app/number_words.h"
#include "app/question.h"

namespace umikoe::app {
namespace {

using messages::Language;
using messages::text;

std::string streams(std::optional<double> value) {
  return value ? grouped(std::llround(*value)) : "–";
}

}  // namespace

Result<EvidenceReport> demand_evidence(const LoadedWorld& world, const std::string& isrc,
                                       const std::string& territory) {
  EvidenceReport report;
  UMIKOE_TRY(report.isrc, parse_recording(isrc, world));
  const auto place = TerritoryCode::parse(territory);
  if (!place) return fail("territory_unknown_word", {{"territory", territory}});
  report.territory = *place;
  UMIKOE_TRY(const RecordingDemand demand, RecordingDemand::of(world));
  const demand::ForeignToHome ratios = open_ratios(world, demand);
  const RecordingCard& card = *world.card(report.isrc);
  report.there = demand.evidence(report.isrc, *place);
  report.home = demand.home_streams(report.isrc);
  report.ratio = ratios.ratio(card.artist, *place);
  report.spread = ratios.spread(card.artist, *place);
  report.worth = demand.worth(report.isrc, *place, ratios);
  for (const UsageTotal& usage : world.usage()) {
    const bool here = usage.isrc == report.isrc && usage.territory == *place;
    if (here && usage.period_end <= world.as_of()) report.reports.push_back(&usage);
  }
  for (const ChartSummary& chart : world.charts()) {
    if (chart.territory == *place && demand.recording_of(chart) == report.isrc) {
      report.charts.push_back(&chart);
    }
  }
  return report;
}

std::string evidence_json(const EvidenceReport& report) {
  Json reports = Json::array();
  for (const UsageTotal* usage : report.reports) {
    reports.push_back(
        {{"delivery", usage->delivery.value},
         {"service", usage->service_name.empty() ? usage->service : usage->service_name},
         {"period_start", usage->period_start.to_string()},
         {"period_end", usage->period_end.to_string()},
         {"paid_units", usage->paid_units},
         {"user_generated_units", usage->user_generated_units}});
  }
  Json charts = Json::array();
  for (const ChartSummary* chart : report.charts) {
    charts.push_back(
        {{"chart", chart->chart},
         {"first_day", chart->first_day.to_string()},
         {"last_day", chart->last_day.to_string()},
         {"best_rank", chart->best_rank},
         {"depth", chart->depth},
         {"streams_28d", chart->streams_28d ? Json(*chart->streams_28d) : Json(nullptr)},
         {"days_28d", chart->days_28d}});
  }
  const auto& worth = report.worth;
  const auto end = [&](double demand::Interval::*side) {
    return whole_or_null(worth.interval ? std::optional(*worth.interval.*side) : std::nullopt);
  };
  return dump(Json{
             {"isrc", report.isrc.to_string()},
             {"territory", report.territory.code()},
             {"worth", whole_or_null(worth.expected)},
             {"worth_kind", or_null(std::string(word(worth.kind)))},
             {"worth_low", end(&demand::Interval::low)},
             {"worth_high", end(&demand::Interval::high)},
             {"worth_max", whole_or_null(worth.most)},
             {"worth_yen", whole_or_null(worth.yen)},
             {"reported_28d", whole_or_null(report.there.reported)},
             {"charted_28d", whole_or_null(report.there.charted)},
             {"charted_days_28d", report.there.charted_days},
             {"below_chart_28d", whole_or_null(report.there.below_chart)},
             {"home_28d", whole_or_null(report.home)},
             {"ratio_to_home", report.ratio ? Json(*report.ratio) : Json(nullptr)},
             {"ratio_low", report.spread && report.ratio ? Json(*report.ratio * report.spread->low)
                                                         : Json(nullptr)},
             {"ratio_high", report.spread && report.ratio
                                ? Json(*report.ratio * report.spread->high)
                                : Json(nullptr)},
             {"reports", std::move(reports)},
             {"charts", std::move(charts)}}) +
         "\n";
}

std::string evidence_text(const EvidenceReport& report, const LoadedWorld& world,
                          Language language) {
  const RecordingCard& card = *world.card(report.isrc);
  const auto& worth = report.worth;
  const std::string place(language == Language::ja ? report.territory.name_ja()
                                                   : report.territory.name_en());
  std::string out =
      card.artist + " – " + card.title + "  " + report.isrc.to_string() + "  " + place + "\n\n";
  if (!worth.expected) {
    out += text(language, "evidence.none") + "\n";
  } else {
    out += text(language, "evidence.worth",
                {{"streams", streams(worth.expected)},
                 {"kind", text(language, "worth." + std::string(word(worth.kind)))},
                 {"interval", worth.interval ? streams(worth.interval->low) + "–" +
                                                   streams(worth.interval->high)
                                             : text(language, "evidence.no_interval")}}) +
           "\n";
  }
  const auto line = [&](const char* key, std::optional<double> value) {
    out += "  " + text(language, key, {{"streams", streams(value)}}) + "\n";
  };
  line("evidence.reported", report.there.reported);
  line("evidence.charted", report.there.charted);
  line("evidence.below", report.there.below_chart);
  line("evidence.home", report.home);
  if (report.ratio) {
    out += "  " +
           text(language, "evidence.ratio", {{"ratio", fmt::format("{:.4f}", *report.ratio)}}) +
           "\n";
  }
  for (const UsageTotal* usage : report.reports) {
    out += "  " +
           text(language, "evidence.report",
                {{"service", usage->service_name.empty() ? usage->service : usage->service_name},
                 {"start", usage->period_start.to_string()},
                 {"end", usage->period_end.to_string()},
                 {"units", grouped(usage->paid_units + usage->user_generated_units)},
                 {"delivery", std::to_string(usage->delivery.value)}}) +
           "\n";
  }
  for (const ChartSummary* chart : report.charts) {
    out += "  " +
           text(language, "evidence.chart",
                {{"chart", chart->chart},
                 {"first", chart->first_day.to_string()},
                 {"last", chart->last_day.to_string()},
                 {"days", grouped(chart->days_28d)},
                 {"rank", std::to_string(chart->best_rank)},
                 {"depth", std::to_string(chart->depth)}}) +
           "\n";
  }
  return out;
}

}  // namespace umikoe::app
