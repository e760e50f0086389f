#include "localisation/coverage.h"

#include <algorithm>
#include <map>
#include <tuple>
#include <utility>

namespace umikoe::localisation {
namespace {

bool waits_for_somebody(UnitStage stage) {
  return stage == UnitStage::draft || stage == UnitStage::translated ||
         stage == UnitStage::reviewed || stage == UnitStage::rights_approved;
}

void count_in(CoverageRow& row, const CoverageUnit& unit, Instant now) {
  const auto stage = static_cast<size_t>(std::to_underlying(unit.stage));
  ++row.units;
  ++row.by_stage[stage];
  row.on_file += unit.stage == UnitStage::missing && unit.on_file;
  row.source_changed += unit.source_changed;
  row.finished += unit.finished();
  if (!unit.since || !waits_for_somebody(unit.stage)) return;
  const int64_t days = std::max<int64_t>(0, (now.seconds - unit.since->seconds) / seconds_per_day);
  row.oldest_days[stage] = std::max(row.oldest_days[stage].value_or(0), days);
}

}  // namespace

bool CoverageUnit::finished() const {
  return stage == UnitStage::published || stage == UnitStage::kept_original ||
         (stage == UnitStage::missing && on_file);
}

std::vector<CoverageRow> coverage(std::span<const CoverageUnit> units, Instant now) {
  std::map<std::tuple<TextObject, TextField, std::string>, CoverageRow> rows;
  for (const CoverageUnit& unit : units) {
    const TextKey& text = unit.key.text;
    CoverageRow& row = rows[{text.object, text.field, unit.key.language}];
    row.object = text.object;
    row.field = text.field;
    row.language = unit.key.language;
    count_in(row, unit, now);
  }
  std::vector<CoverageRow> out;
  for (auto& [key, row] : rows) out.push_back(std::move(row));
  return out;
}

std::vector<NextBest> next_best(std::span<const CoverageUnit> units, size_t limit) {
  std::map<std::tuple<TextObject, std::string, std::string>, NextBest> objects;
  for (const CoverageUnit& unit : units) {
    const TextKey& text = unit.key.text;
    NextBest& best = objects[{text.object, text.id, unit.key.language}];
    best.object = text.object;
    best.id = text.id;
    best.language = unit.key.language;
    ++best.units;
    best.unfinished += !unit.finished();
    if (unit.demand) best.demand = std::max(best.demand.value_or(0), *unit.demand);
  }
  std::vector<NextBest> out;
  for (auto& [key, best] : objects) {
    if (best.unfinished == 0) continue;
    const double share = static_cast<double>(best.unfinished) / static_cast<double>(best.units);
    if (best.demand) best.score = static_cast<double>(*best.demand) * share;
    out.push_back(std::move(best));
  }
  std::ranges::stable_sort(out, [](const NextBest& a, const NextBest& b) {
    if (a.score.has_value() != b.score.has_value()) return a.score.has_value();
    if (a.score && *a.score != *b.score) return *a.score > *b.score;
    return a.unfinished > b.unfinished;
  });
  if (out.size() > limit) out.resize(limit);
  return out;
}

}  // namespace umikoe::localisation
