#include "formats/charts/chart_days.h"

namespace umikoe::formats::charts {
namespace {

constexpr int days_listed = 10;
constexpr size_t territories_skipped_max = 1000;

// "2025-06-15, 2025-06-17 …": the first few, which is enough to look them up.
std::string listed(const std::set<Date>& days) {
  std::string text;
  int count = 0;
  for (const Date day : days) {
    if (++count > days_listed) return text + " …";
    text += (text.empty() ? "" : ", ") + day.to_string();
  }
  return text;
}

std::string listed(const std::vector<std::string>& options) {
  std::string text;
  for (const std::string& option : options) text += (text.empty() ? "" : ", ") + option;
  return text;
}

std::set<Date> missing_between(const std::set<Date>& days, int32_t step) {
  std::set<Date> missing;
  Date expected = *days.begin();
  for (const Date day : days) {
    // A hole of more than a year is two files in one, not days that were missed.
    if (day.days - expected.days > 366) expected = day;
    for (; expected < day; expected = expected.plus(step)) missing.insert(expected);
    expected = day.plus(step);
  }
  return missing;
}

}  // namespace

bool ChartDays::begin(TerritoryCode territory, Date day) {
  return days_[territory].insert(day).second;
}

void ChartDays::note_stale(TerritoryCode territory, Date day) { stale_[territory].insert(day); }

void ChartDays::skip_row(std::string_view territory, const Region& region) {
  const auto found = skipped_.find(territory);
  if (found != skipped_.end()) {
    ++found->second.rows;
  } else if (skipped_.size() < territories_skipped_max) {
    skipped_.emplace(std::string(territory), Skipped{1, region});
  }
}

void ChartDays::report(Findings& findings, demand::ChartSpan span) const {
  for (const auto& [written, skipped] : skipped_) {
    Findings::Arguments said{{"text", written}, {"count", std::to_string(skipped.rows)}};
    std::string code = "chart_rows_without_territory";
    if (!skipped.region.everywhere) code = "chart_territory_unknown";
    if (!skipped.region.options.empty()) {
      code = "chart_territory_open";
      said.emplace_back("allowed", listed(skipped.region.options));
    }
    findings.add(std::move(code), std::move(said), {.file = {}, .line = 0, .element = "territory"});
  }
  for (const auto& [territory, days] : stale_) {
    findings.add("chart_days_stale",
                 {{"territory", std::string(territory.code())},
                  {"count", std::to_string(days.size())},
                  {"days", listed(days)}},
                 {.file = {}, .line = 0, .element = "stale"});
  }
  for (const auto& [territory, days] : days_) {
    const std::set<Date> missing = missing_between(days, demand::days_of(span));
    if (missing.empty()) continue;
    findings.add("chart_days_missing",
                 {{"territory", std::string(territory.code())},
                  {"count", std::to_string(missing.size())},
                  {"days", listed(missing)}},
                 {.file = {}, .line = 0, .element = "date"});
  }
}

}  // namespace umikoe::formats::charts
