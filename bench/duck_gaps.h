#pragma once

#include <memory>
#include <string>

#include "app/gap_map/rank_gaps.h"

namespace umikoe::bench {

// The same columns as tables of DuckDB in memory, and the same question as SQL.
class DuckGaps {
 public:
  // Copies the columns. Ends the program where DuckDB refuses.
  explicit DuckGaps(const umikoe::app::GapColumns& columns);
  ~DuckGaps();

  // Answers by SQL and compares every sum and every place of the ranking: what differs, or nothing.
  // `seconds` of the clock for the SQL alone.
  std::string difference(const umikoe::app::GapRanking& ours,
                         const umikoe::app::RankQuestion& question, double& seconds);

 private:
  struct Handles;
  const umikoe::app::GapColumns& columns_;
  std::unique_ptr<Handles> handles_;
};

}  // namespace umikoe::bench
