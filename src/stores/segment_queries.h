#pragma once

#include <optional>
#include <string>
#include <vector>

#include "app/ports.h"
#include "stores/chart_days.h"
#include "stores/duck.h"

namespace umikoe::stores {

// The registered segments of one kind: a file that two deliveries share is listed twice.
struct SegmentList {
  std::string folder;
  std::vector<std::string> names;
  std::vector<int64_t> deliveries;  // negative where the file does not say whose its rows are

  bool operator==(const SegmentList&) const = default;
};

// What a file says in words of the program; what is none is the error world_broken.
Result<TerritoryCode> territory_of(const std::string& code);
Result<Isrc> isrc_of(const std::string& text);
// The pattern, as read_parquet takes them, that means this one path.
std::string pattern_of(const std::string& path);

// What segments of charts are keyed by.
std::vector<std::string> codes_of(const std::vector<TerritoryCode>& territories);

// The parameters every question about segments begins with.
DuckParameters parameters_of(const SegmentList& segments);

// All read nothing but the listed files.
// The recordings of rows of plays or money, each once, in no order.
Result<std::vector<Isrc>> select_reported(Duck& duck, const SegmentList& segments);
Result<std::vector<app::UsageTotal>> sum_usage(Duck& duck, const SegmentList& segments,
                                               const app::OfRecordings& of);
Result<std::vector<app::ChartSummary>> summarise_charts(Duck& duck, const SegmentList& segments,
                                                        Date as_of);

Result<std::vector<app::RevenueTotal>> sum_revenue(Duck& duck, const SegmentList& segments,
                                                   const app::OfRecordings& of);

Result<std::vector<ChartPart>> read_chart_parts(Duck& duck, const SegmentList& segments,
                                                const app::SeriesQuestion& question);
// Of the rows' own deliveries; put_in_order(lines) orders them.
Result<std::vector<demand::ChartLine>> read_chart_lines(Duck& duck, const SegmentList& segments,
                                                        const StandingRows& rows);
Result<std::vector<app::UsagePeriod>> read_usage_periods(Duck& duck, const SegmentList& segments,
                                                         const app::SeriesQuestion& question);

// The orders the port promises, shared by every store.
void put_in_order(std::vector<app::UsageTotal>& totals);
void put_in_order(std::vector<app::ChartSummary>& summaries);
void put_in_order(std::vector<app::RevenueTotal>& totals);
void put_in_order(std::vector<app::UsagePeriod>& periods);

}  // namespace umikoe::stores
