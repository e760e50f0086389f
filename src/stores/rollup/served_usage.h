#pragma once

#include <vector>

#include "app/ports.h"
#include "stores/rollup/rollups.h"
#include "stores/sqlite.h"
#include "stores/world_file.h"

namespace umikoe::stores {

// Questions about the plays of some recordings, answered from rollups where there are any. Knows
// what is registered until deliveries come or another connection changes the world. Not for two
// threads at once; call within the transaction that a question reads in.
class ServedUsage {
 public:
  ServedUsage(const WorldPaths& paths, bool rollups)
      : paths_(paths), rollups_(rollups ? paths.rollups() : "") {}

  // The part the rollups answer; what is to be asked of the segments is listed in `rest`.
  Result<std::vector<app::UsagePeriod>> periods(Sqlite& database,
                                                const app::SeriesQuestion& question,
                                                SegmentList& rest);
  // Of some recordings. Those of which rollups do not hold all are left in `asked`.
  Result<std::vector<app::UsageTotal>> totals(Sqlite& database, app::OfRecordings& asked);
  // Segments or rollups have become others.
  void look_again() { generation_ = -1; }

 private:
  Result<void> look(Sqlite& database);

  WorldPaths paths_;
  Rollups rollups_;
  std::vector<UsageFile> files_;
  int64_t generation_ = -1;
  int64_t data_version_ = -1;
};

// Makes the rollups that the registered segments of usage lack, or whose bytes cannot be believed,
// and removes those of other segments.
Result<void> roll_up(const RegisteredSegments& registered, const WorldPaths& paths,
                     const FileLayer& files);

}  // namespace umikoe::stores
