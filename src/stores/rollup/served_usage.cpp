#include "stores/rollup/served_usage.h"

#include <algorithm>
#include <iterator>

#include "stores/rollup/usage_answers.h"
#include "stores/segment_queries.h"
#include "stores_sql.h"

namespace umikoe::stores {

Result<void> ServedUsage::look(Sqlite& database) {
  UMIKOE_TRY(const int64_t generation, database.number(sql::select_generation));
  UMIKOE_TRY(const int64_t data_version, database.number(sql::read_data_version));
  if (generation == generation_ && data_version == data_version_) return {};
  UMIKOE_TRY(const auto gone, replaced_deliveries(database));
  UMIKOE_TRY(const auto found, registered_segments(database, paths_.segments(), "usage", gone));
  files_ = usage_files_of(found);
  rollups_.keep(files_);
  generation_ = generation;
  data_version_ = data_version;
  return {};
}

Result<std::vector<app::UsagePeriod>> ServedUsage::periods(Sqlite& database,
                                                           const app::SeriesQuestion& question,
                                                           SegmentList& rest) {
  UMIKOE_TRY(look(database));
  rest.folder = paths_.segments();
  return rolled_up_periods(files_, rollups_, question, rest);
}

Result<std::vector<app::UsageTotal>> ServedUsage::totals(Sqlite& database,
                                                         app::OfRecordings& asked) {
  UMIKOE_TRY(look(database));
  std::vector<app::UsageTotal> out;
  std::vector<Isrc> rest;
  for (const Isrc& isrc : asked.some()) {
    auto totals = rolled_up_totals(files_, rollups_, isrc);
    if (!totals) {
      rest.push_back(isrc);
      continue;
    }
    std::ranges::move(*totals, std::back_inserter(out));
  }
  asked = app::OfRecordings(std::move(rest));
  put_in_order(out);
  return out;
}

Result<void> roll_up(const RegisteredSegments& registered, const WorldPaths& paths,
                     const FileLayer& files) {
  UMIKOE_TRY(make_missing_rollups({paths.segments(), paths.temporary()}, paths.rollups(), files,
                                  registered));
  const auto& names = registered.list.names;
  return sweep_rollups(paths, files, {names.begin(), names.end()});
}

}  // namespace umikoe::stores
