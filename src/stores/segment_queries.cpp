#include "stores/segment_queries.h"

#include <algorithm>
#include <set>
#include <tuple>

#include "stores/isrc_list.h"
#include "stores_sql.h"

namespace umikoe::stores {
namespace {

Date day_of(int64_t number) { return Date{static_cast<int32_t>(number)}; }

// The recordings, and the first and last of them.
void add_isrcs(DuckParameters& parameters, const app::OfRecordings& of) {
  constexpr std::string_view behind_every_isrc = "~";
  const auto some = of.some();
  parameters.add(isrc_texts(some));
  parameters.add(some.empty() ? std::string_view() : some.front().view());
  parameters.add(of.all()       ? behind_every_isrc
                 : some.empty() ? std::string_view()
                                : some.back().view());
}

}  // namespace

// read_parquet takes patterns, so a path's own pattern characters have to be quoted.
std::string pattern_of(const std::string& path) {
  std::string out;
  for (const char c : path) {
    if (c == '*' || c == '?' || c == '[')
      out += {'[', c, ']'};
    else
      out += c;
  }
  return out;
}

Result<TerritoryCode> territory_of(const std::string& code) {
  const auto territory = TerritoryCode::parse(code);
  if (!territory) return fail("world_broken", {{"reason", "territory " + code}});
  return *territory;
}

Result<Isrc> isrc_of(const std::string& text) {
  const auto isrc = Isrc::parse(text);
  if (!isrc) return fail("world_broken", {{"reason", "ISRC " + text}});
  return *isrc;
}

std::vector<std::string> codes_of(const std::vector<TerritoryCode>& territories) {
  std::vector<std::string> codes;
  for (const TerritoryCode territory : territories) codes.emplace_back(territory.code());
  return codes;
}

DuckParameters parameters_of(const SegmentList& segments) {
  const std::set<std::string> distinct(segments.names.begin(), segments.names.end());
  std::vector<std::string> paths;
  for (const std::string& name : distinct)
    paths.push_back(pattern_of(segments.folder + "/" + name));
  DuckParameters parameters;
  parameters.add(paths).add(segments.names).add(segments.deliveries);
  return parameters;
}

Result<std::vector<Isrc>> select_reported(Duck& duck, const SegmentList& segments) {
  std::vector<Isrc> isrcs;
  if (segments.names.empty()) return isrcs;
  UMIKOE_TRY(duck.each(sql::select_reported, parameters_of(segments),
                       [&](const DuckRow& row) -> Result<void> {
                         UMIKOE_TRY(const Isrc isrc, isrc_of(row.text(0)));
                         isrcs.push_back(isrc);
                         return {};
                       }));
  return isrcs;
}

Result<std::vector<app::UsageTotal>> sum_usage(Duck& duck, const SegmentList& segments,
                                               const app::OfRecordings& of) {
  std::vector<app::UsageTotal> totals;
  if (segments.names.empty()) return totals;
  DuckParameters parameters = parameters_of(segments);
  if (!of.all()) add_isrcs(parameters, of);
  const auto add = [&](const DuckRow& row) -> Result<void> {
    app::UsageTotal total;
    total.delivery = DeliveryId{row.integer(0)};
    total.service = row.text(1);
    total.service_name = row.text(2);
    UMIKOE_TRY(total.isrc, isrc_of(row.text(3)));
    UMIKOE_TRY(total.territory, territory_of(row.text(4)));
    total.period_start = day_of(row.integer(5));
    total.period_end = day_of(row.integer(6));
    total.paid_units = row.integer(7);
    total.user_generated_units = row.integer(8);
    totals.push_back(std::move(total));
    return {};
  };
  UMIKOE_TRY(duck.each(of.all() ? sql::sum_usage : sql::sum_usage_of, parameters, add));
  put_in_order(totals);
  return totals;
}

Result<std::vector<app::ChartSummary>> summarise_charts(Duck& duck, const SegmentList& segments,
                                                        Date as_of) {
  std::vector<app::ChartSummary> summaries;
  if (segments.names.empty()) return summaries;
  DuckParameters parameters = parameters_of(segments);
  parameters.add(int64_t{as_of.days});
  const auto add = [&](const DuckRow& row) -> Result<void> {
    app::ChartSummary summary;
    summary.chart = row.text(0);
    UMIKOE_TRY(summary.territory, territory_of(row.text(1)));
    summary.artist = row.text(2);
    summary.title = row.text(3);
    if (!row.is_null(4)) {
      UMIKOE_TRY(summary.isrc, isrc_of(row.text(4)));
    }
    summary.first_day = day_of(row.integer(5));
    summary.last_day = day_of(row.integer(6));
    summary.best_rank = static_cast<int32_t>(row.integer(7));
    summary.depth = static_cast<int32_t>(row.integer(8));
    summary.streams_28d = row.optional_integer(9);
    summary.days_28d = row.integer(10);
    summary.threshold_streams = row.optional_integer(11);
    summaries.push_back(std::move(summary));
    return {};
  };
  UMIKOE_TRY(duck.each(sql::summarise_charts, parameters, add));
  put_in_order(summaries);
  return summaries;
}

Result<std::vector<app::RevenueTotal>> sum_revenue(Duck& duck, const SegmentList& segments,
                                                   const app::OfRecordings& of) {
  std::vector<app::RevenueTotal> totals;
  if (segments.names.empty()) return totals;
  DuckParameters parameters = parameters_of(segments);
  add_isrcs(parameters, of);
  const auto add = [&](const DuckRow& row) -> Result<void> {
    app::RevenueTotal total;
    total.delivery = DeliveryId{row.integer(0)};
    total.service = row.text(1);
    total.service_name = row.text(2);
    UMIKOE_TRY(total.isrc, isrc_of(row.text(3)));
    UMIKOE_TRY(total.territory, territory_of(row.text(4)));
    total.usage_month = day_of(row.integer(5));
    total.use_type = row.text(6);
    total.user_generated = row.integer(7) != 0;
    total.currency = CurrencyCode::parse(row.text(8)).value_or(CurrencyCode{});
    total.units = row.integer(9);
    if (const auto gross = row.optional_integer(10)) total.gross = FineAmount{*gross};
    if (const auto ours = row.optional_integer(11)) total.ours = FineAmount{*ours};
    totals.push_back(std::move(total));
    return {};
  };
  UMIKOE_TRY(duck.each(sql::sum_revenue, parameters, add));
  put_in_order(totals);
  return totals;
}

Result<std::vector<ChartPart>> read_chart_parts(Duck& duck, const SegmentList& segments,
                                                const app::SeriesQuestion& question) {
  std::vector<ChartPart> parts;
  if (segments.names.empty()) return parts;
  std::vector<std::string> names;
  for (const auto& [artist, title] : question.names) names.push_back(artist + '\x1f' + title);
  DuckParameters parameters = parameters_of(segments);
  parameters.add(codes_of(question.territories)).add(isrc_texts(question.isrcs)).add(names);
  parameters.add(int64_t{question.as_of.days});
  const auto add = [&](const DuckRow& row) -> Result<void> {
    ChartPart part;
    part.delivery = DeliveryId{row.integer(0)};
    part.chart = row.text(1);
    UMIKOE_TRY(part.territory, territory_of(row.text(2)));
    part.day = day_of(row.integer(3));
    part.span = row.integer(4) == demand::days_of(demand::ChartSpan::week) ? demand::ChartSpan::week
                                                                           : demand::ChartSpan::day;
    part.low = static_cast<int32_t>(row.integer(5));
    part.high = static_cast<int32_t>(row.integer(6));
    part.depth = static_cast<int32_t>(row.integer(7));
    part.row_count = row.integer(8);
    part.figures = row.integer(9);
    part.fresh = row.integer(10) != 0;
    part.print = static_cast<uint64_t>(row.integer(11));
    part.lowest = row.optional_integer(12);
    part.wanted = row.integer(13);
    part.wanted_figures = row.integer(14);
    part.wanted_streams = row.integer(15);
    part.wanted_rank = static_cast<int32_t>(row.integer(16));
    parts.push_back(std::move(part));
    return {};
  };
  UMIKOE_TRY(duck.each(sql::chart_parts, parameters, add));
  return parts;
}

Result<std::vector<demand::ChartLine>> read_chart_lines(Duck& duck, const SegmentList& segments,
                                                        const StandingRows& rows) {
  std::vector<demand::ChartLine> lines;
  if (segments.names.empty()) return lines;
  DuckParameters parameters = parameters_of(segments);
  parameters.add(rows.chart());
  parameters.add(int64_t{rows.first_day().days}).add(int64_t{rows.last_day().days});
  const auto add = [&](const DuckRow& row) -> Result<void> {
    demand::ChartRow kept;
    UMIKOE_TRY(kept.territory, territory_of(row.text(1)));
    kept.day = day_of(row.integer(2));
    if (!rows.contains(DeliveryId{row.integer(0)}, kept.territory, kept.day)) return {};
    kept.span = row.integer(3) == demand::days_of(demand::ChartSpan::week) ? demand::ChartSpan::week
                                                                           : demand::ChartSpan::day;
    kept.rank = static_cast<int32_t>(row.integer(4));
    kept.artist = row.text(5);
    kept.title = row.text(6);
    if (!row.is_null(7)) {
      UMIKOE_TRY(kept.isrc, isrc_of(row.text(7)));
    }
    kept.streams = row.optional_integer(8);
    kept.stale = row.integer(9) != 0;
    return add_line(lines, line_of(kept));
  };
  UMIKOE_TRY(duck.each(sql::chart_lines, parameters, add));
  put_in_order(lines);
  return lines;
}

Result<std::vector<app::UsagePeriod>> read_usage_periods(Duck& duck, const SegmentList& segments,
                                                         const app::SeriesQuestion& question) {
  std::vector<app::UsagePeriod> periods;
  if (segments.names.empty() || question.isrcs.empty()) return periods;
  DuckParameters parameters = parameters_of(segments);
  parameters.add(codes_of(question.territories)).add(isrc_texts(question.isrcs));
  parameters.add(int64_t{question.as_of.days});
  const auto [first, last] = std::ranges::minmax(question.isrcs);
  parameters.add(first.view()).add(last.view());
  const auto add = [&](const DuckRow& row) -> Result<void> {
    app::UsagePeriod period;
    period.delivery = DeliveryId{row.integer(0)};
    period.service = row.text(1);
    period.service_name = row.text(2);
    UMIKOE_TRY(period.territory, territory_of(row.text(3)));
    period.period_start = day_of(row.integer(4));
    period.period_end = day_of(row.integer(5));
    period.units = row.integer(6);
    period.user_generated = row.integer(7) != 0;
    periods.push_back(std::move(period));
    return {};
  };
  UMIKOE_TRY(duck.each(sql::usage_periods, parameters, add));
  put_in_order(periods);
  return periods;
}

void put_in_order(std::vector<app::UsagePeriod>& periods) {
  std::ranges::sort(periods, {}, [](const app::UsagePeriod& p) {
    return std::tie(p.service, p.territory, p.period_start, p.period_end, p.delivery,
                    p.user_generated);
  });
}

void put_in_order(std::vector<app::RevenueTotal>& totals) {
  std::ranges::sort(totals, {}, [](const app::RevenueTotal& t) {
    return std::tie(t.delivery, t.service, t.isrc, t.territory, t.usage_month, t.use_type,
                    t.user_generated, t.currency);
  });
}

void put_in_order(std::vector<app::UsageTotal>& totals) {
  std::ranges::sort(totals, {}, [](const app::UsageTotal& t) {
    return std::tie(t.service, t.isrc, t.territory, t.period_start, t.period_end);
  });
}

void put_in_order(std::vector<app::ChartSummary>& summaries) {
  std::ranges::sort(summaries, {}, [](const app::ChartSummary& s) {
    return std::tie(s.chart, s.territory, s.artist, s.title);
  });
}

}  // namespace umikoe::stores
