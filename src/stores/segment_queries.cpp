#include "stores/segment_queries.h"

#include <algorithm>
#include <set>
#include <tuple>

#include "stores_sql.h"

namespace umikoe::stores {
namespace {

// read_parquet takes patterns, so a path's own pattern characters have to be quoted.
std::string quoted(const std::string& path) {
  std::string out;
  for (const char c : path) {
    if (c == '*' || c == '?' || c == '[')
      out += {'[', c, ']'};
    else
      out += c;
  }
  return out;
}

DuckParameters parameters_of(const SegmentList& segments) {
  const std::set<std::string> distinct(segments.names.begin(), segments.names.end());
  std::vector<std::string> paths;
  for (const std::string& name : distinct) paths.push_back(quoted(segments.folder) + "/" + name);
  DuckParameters parameters;
  parameters.add(paths).add(segments.names).add(segments.deliveries);
  return parameters;
}

Date day_of(int64_t number) { return Date{static_cast<int32_t>(number)}; }

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

}  // namespace

Result<std::vector<app::UsageTotal>> sum_usage(Duck& duck, const SegmentList& segments,
                                               std::optional<Isrc> isrc) {
  std::vector<app::UsageTotal> totals;
  if (segments.names.empty()) return totals;
  DuckParameters parameters = parameters_of(segments);
  if (isrc) parameters.add(isrc->view());
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
  UMIKOE_TRY(duck.each(isrc ? sql::sum_usage_of : sql::sum_usage, parameters, add));
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
                                                   std::optional<Isrc> isrc) {
  std::vector<app::RevenueTotal> totals;
  if (segments.names.empty()) return totals;
  DuckParameters parameters = parameters_of(segments);
  parameters.add(isrc ? isrc->view() : std::string_view());
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
