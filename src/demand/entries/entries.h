#pragma once

#include <cstdint>
#include <map>
#include <optional>
#include <vector>

#include "demand/entries/entry_candidates.h"

namespace umikoe::demand {

inline constexpr int32_t entry_window_days = 28;

struct Entry {
  EntryCandidate candidate;
  double probability = 0;             // of being on that chart within 28 days after the origin
  std::vector<EntryFeature> reasons;  // what raises it most, the first first; at most two
};

struct EntryRun {
  Date origin;
  std::vector<Entry> entries;  // the likeliest first
  int64_t past_entries = 0;    // entries learnt from
};

// Asks one file about several origins; what is learnt at one is used again at the next.
class EntryForecaster {
 public:
  explicit EntryForecaster(const EntryCharts& charts) : charts_(charts) {}

  // The chance of every candidate, learnt from the candidates of earlier weeks whose 28 days were
  // over by the origin. Nothing where the file holds fewer than ten such entries.
  std::optional<EntryRun> at(Date origin);

 private:
  const std::vector<EntryCandidate>& candidates(Date origin);

  const EntryCharts& charts_;
  std::map<Date, std::vector<EntryCandidate>> past_;
};

}  // namespace umikoe::demand
