#include "demand/export_measures.h"

#include <algorithm>
#include <map>
#include <set>

namespace umikoe::demand {
namespace {

constexpr int months_in_quarter = 3;

int32_t quarter_of(Date day) {
  const std::string text = day.to_string();  // YYYY-MM-DD
  const int32_t year = std::stoi(text.substr(0, 4));
  const int32_t month = std::stoi(text.substr(5, 2));
  return year * 4 + (month - 1) / months_in_quarter;
}

struct Gathered {
  int64_t home = 0;
  std::map<TerritoryCode, int64_t> abroad;
  std::map<TerritoryCode, std::set<int32_t>> quarters;

  void add(const ReportedPlays& row, TerritoryCode home_territory) {
    if (row.territory == home_territory) {
      home += row.plays;
      return;
    }
    abroad[row.territory] += row.plays;
    quarters[row.territory].insert(quarter_of(row.period_start));
  }
};

using Covered = std::map<TerritoryCode, std::set<int32_t>>;

ExportMeasures measures_of(const std::string& artist, const Gathered& gathered,
                           const Covered& covered) {
  ExportMeasures out;
  out.artist = artist;
  out.home = gathered.home;
  int64_t active = 0;
  int64_t reported = 0;
  std::vector<double> amounts;
  for (const auto& [territory, plays] : gathered.abroad) {
    out.abroad += plays;
    amounts.push_back(static_cast<double>(plays));
    const std::set<int32_t>& quarters = gathered.quarters.at(territory);
    const std::set<int32_t>& known = covered.at(territory);
    const auto since = std::distance(known.lower_bound(*quarters.begin()), known.end());
    out.territories.push_back(
        {territory, plays, static_cast<int32_t>(quarters.size()), static_cast<int32_t>(since)});
    active += std::ssize(quarters);
    reported += since;
  }
  std::ranges::stable_sort(out.territories, [](const QuartersThere& a, const QuartersThere& b) {
    return a.plays > b.plays;
  });
  const auto all = static_cast<double>(out.home + out.abroad);
  if (all > 0) out.export_share = static_cast<double>(out.abroad) / all;
  if (out.abroad > 0) {
    double first_three = 0;
    for (size_t i = 0; i < std::min<size_t>(3, out.territories.size()); ++i) {
      first_three += static_cast<double>(out.territories[i].plays);
    }
    const auto abroad = static_cast<double>(out.abroad);
    out.top_share = static_cast<double>(out.territories.front().plays) / abroad;
    out.top_three_share = first_three / abroad;
  }
  out.gini = gini(std::move(amounts));
  if (reported > std::ssize(out.territories)) {
    out.continuity = static_cast<double>(active) / static_cast<double>(reported);
  }
  return out;
}

}  // namespace

std::optional<double> gini(std::vector<double> amounts) {
  if (amounts.size() < 2) return std::nullopt;
  std::ranges::sort(amounts);
  double total = 0;
  double weighted = 0;
  for (size_t i = 0; i < amounts.size(); ++i) {
    total += amounts[i];
    weighted += static_cast<double>(i + 1) * amounts[i];
  }
  if (total <= 0) return std::nullopt;
  const auto n = static_cast<double>(amounts.size());
  return 2 * weighted / (n * total) - (n + 1) / n;
}

std::vector<ExportMeasures> export_measures(std::span<const ReportedPlays> plays,
                                            TerritoryCode home) {
  Gathered everybody;
  std::map<std::string, Gathered> artists;
  Covered covered;
  for (const ReportedPlays& row : plays) {
    covered[row.territory].insert(quarter_of(row.period_start));
    if (row.plays <= 0) continue;
    everybody.add(row, home);
    artists[row.artist].add(row, home);
  }
  std::vector<ExportMeasures> out;
  for (const auto& [artist, gathered] : artists) {
    out.push_back(measures_of(artist, gathered, covered));
  }
  std::ranges::stable_sort(
      out, [](const ExportMeasures& a, const ExportMeasures& b) { return a.abroad > b.abroad; });
  out.insert(out.begin(), measures_of({}, everybody, covered));
  return out;
}

}  // namespace umikoe::demand
