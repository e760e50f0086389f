#pragma once

#include <cstdint>
#include <set>
#include <string>
#include <string_view>
#include <vector>

#include "stores/compaction.h"
#include "stores/segment_queries.h"
#include "stores/sqlite.h"

namespace umikoe::stores {

// Deliveries that later versions of their reports replace.
Result<std::set<int64_t>> replaced_deliveries(Sqlite& database);

// What is registered of one kind of observations, compacted or not.
struct RegisteredSegments {
  SegmentList list;
  std::vector<Segment> files;  // in order of the list
};
Result<RegisteredSegments> registered_segments(Sqlite& database, const std::string& folder,
                                               std::string_view kind,
                                               const std::set<int64_t>& without);

// What of it may hold rows of one of the keys; no keys ask for all.
SegmentList narrowed(const RegisteredSegments& registered, const std::vector<std::string>& keys);

// Registrations of one kind that others take the place of.
struct SegmentExchange {
  RegisteredSegments old;
  CompactSegments fresh;
};
// Writes anew the kinds that lie in several files; nothing of it is registered yet.
Result<std::vector<SegmentExchange>> write_compact(
    Compactor& compactor, const std::vector<RegisteredSegments>& registered);
// In the caller's transaction.
Result<void> exchange_segments(Sqlite& database, const std::vector<SegmentExchange>& exchanges);
app::Compaction counted(const std::vector<SegmentExchange>& exchanges);
// The old files, which nobody needs once the exchange is committed.
std::vector<Segment> files_to_drop(const std::vector<SegmentExchange>& exchanges);

}  // namespace umikoe::stores
