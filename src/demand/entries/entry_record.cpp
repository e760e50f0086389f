#include "demand/entries/entry_record.h"

namespace umikoe::demand {
namespace {

constexpr int most_origins = 12;
constexpr int64_t least_cases = 20;
constexpr std::array<double, 3> band_starts = {least_alarming_chance, 0.35, 0.5};

}  // namespace

std::optional<double> EntryBand::precision() const {
  if (said < least_cases) return std::nullopt;
  return static_cast<double>(came) / static_cast<double>(said);
}

EntryRecord::EntryRecord(EntryForecaster& forecaster, const EntryCharts& charts, Date origin) {
  for (size_t i = 0; i < bands_.size(); ++i) bands_[i].from = band_starts[i];
  for (int back = 1; back <= most_origins; ++back) {
    const Date past = origin.plus(-back * entry_window_days);
    const auto run = forecaster.at(past);
    if (!run) return;  // earlier still there is less to learn from
    for (const Entry& entry : run->entries) {
      if (entry.probability < least_alarming_chance) break;  // the likeliest stand first
      if (entry.candidate.respelled) continue;
      EntryBand& band = bands_[place_of(entry.probability)];
      const auto first = charts.first_seen(entry.candidate.track, entry.candidate.territory);
      ++band.said;
      band.came += first && *first <= past.plus(entry_window_days) ? 1 : 0;
    }
  }
}

size_t EntryRecord::place_of(double chance) {
  size_t place = 0;
  for (size_t i = 1; i < band_starts.size(); ++i) {
    if (chance >= band_starts[i]) place = i;
  }
  return place;
}

}  // namespace umikoe::demand
