#include "stores/rollup/served_usage.h"

#include "stores/rollup/usage_answers.h"
#include "stores_sql.h"

namespace umikoe::stores {

Result<void> ServedUsage::look(Sqlite& database) {
  UMIKOE_TRY(const int64_t generation, database.number(sql::select_generation));
  if (generation == generation_) return {};
  UMIKOE_TRY(const auto gone, replaced_deliveries(database));
  UMIKOE_TRY(const auto found, registered_segments(database, paths_.segments(), "usage", gone));
  files_ = usage_files_of(found);
  rollups_.keep(files_);
  generation_ = generation;
  return {};
}

Result<std::vector<app::UsagePeriod>> ServedUsage::periods(Sqlite& database,
                                                           const app::SeriesQuestion& question,
                                                           SegmentList& rest) {
  UMIKOE_TRY(look(database));
  rest.folder = paths_.segments();
  return rolled_up_periods(files_, rollups_, question, rest);
}

Result<std::optional<std::vector<app::UsageTotal>>> ServedUsage::totals(Sqlite& database,
                                                                        const Isrc& isrc) {
  UMIKOE_TRY(look(database));
  return rolled_up_totals(files_, rollups_, isrc);
}

Result<void> roll_up(const RegisteredSegments& registered, const WorldPaths& paths,
                     const FileLayer& files) {
  UMIKOE_TRY(make_missing_rollups({paths.segments(), paths.temporary()}, paths.rollups(), files,
                                  registered));
  const auto& names = registered.list.names;
  return sweep_rollups(paths, files, {names.begin(), names.end()});
}

}  // namespace umikoe::stores
