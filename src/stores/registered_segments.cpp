#include "stores/registered_segments.h"

#include <algorithm>
#include <cstdlib>
#include <map>

#include "stores/desk_rows.h"
#include "stores_sql.h"

namespace umikoe::stores {
namespace {

// A file stands once for each of its deliveries.
std::map<std::string, Segment> files_of(const std::vector<Segment>& registrations) {
  std::map<std::string, Segment> files;
  for (const Segment& segment : registrations) files.emplace(segment.name, segment);
  return files;
}

// One file, or files that were compacted and nothing new beside them, stay as they are.
bool worth_compacting(const std::vector<Segment>& registrations) {
  const auto files = files_of(registrations);
  bool of_one_delivery = false;
  for (const auto& [name, segment] : files) {
    of_one_delivery = of_one_delivery || !is_compact(segment);
  }
  return files.size() > 1 && of_one_delivery;
}

}  // namespace

Result<std::set<int64_t>> replaced_deliveries(Sqlite& database) {
  UMIKOE_TRY(const auto versions, select_report_versions(database));
  std::set<int64_t> gone;
  for (const DeliveryId id : demand::replaced_deliveries(versions)) gone.insert(id.value);
  return gone;
}

Result<RegisteredSegments> registered_segments(Sqlite& database, const std::string& folder,
                                               std::string_view kind,
                                               const std::set<int64_t>& without) {
  RegisteredSegments out;
  out.list.folder = folder;
  const std::string compact = compact_word(kind);
  UMIKOE_TRY(auto question, database.query(sql::select_segments));
  for (;;) {
    UMIKOE_TRY(const bool row, question.step());
    if (!row) return out;
    const std::string held_as = question.text(2);
    const int64_t delivery = question.integer(1);
    if ((held_as != kind && held_as != compact) || without.contains(delivery)) continue;
    out.list.names.push_back(question.text(0));
    out.list.deliveries.push_back(held_as == compact ? delivery : -delivery);
    out.files.push_back({question.text(0), held_as, question.integer(4), question.integer(3),
                         question.text(5), question.text(6)});
  }
}

SegmentList narrowed(const RegisteredSegments& registered, const std::vector<std::string>& keys) {
  if (keys.empty()) return registered.list;
  SegmentList out;
  out.folder = registered.list.folder;
  for (size_t i = 0; i < registered.files.size(); ++i) {
    const Segment& file = registered.files[i];
    const bool asked = std::ranges::any_of(keys, [&](const std::string& key) {
      return key >= file.first_key && key <= file.last_key;
    });
    if (!asked) continue;
    out.names.push_back(registered.list.names[i]);
    out.deliveries.push_back(registered.list.deliveries[i]);
  }
  return out;
}

Result<std::vector<SegmentExchange>> write_compact(
    Compactor& compactor, const std::vector<RegisteredSegments>& registered) {
  std::vector<SegmentExchange> exchanges;
  const auto kinds = compacted_kinds();
  for (size_t i = 0; i < registered.size(); ++i) {
    if (!worth_compacting(registered[i].files)) continue;
    UMIKOE_TRY(auto fresh, compactor.write(kinds[i], registered[i].list));
    exchanges.push_back({registered[i], std::move(fresh)});
  }
  return exchanges;
}

Result<void> exchange_segments(Sqlite& database, const std::vector<SegmentExchange>& exchanges) {
  for (const SegmentExchange& kind : exchanges) {
    const SegmentList& list = kind.old.list;
    for (size_t i = 0; i < list.names.size(); ++i) {
      UMIKOE_TRY(database.run(sql::delete_segment, list.names[i], std::abs(list.deliveries[i])));
    }
    for (const auto& [segment, delivery] : kind.fresh.registrations) {
      UMIKOE_TRY(database.run(sql::insert_segment, segment.name, delivery, segment.kind,
                              segment.row_count, segment.byte_count, segment.first_key,
                              segment.last_key));
    }
  }
  return {};
}

app::Compaction counted(const std::vector<SegmentExchange>& exchanges) {
  app::Compaction out;
  for (const SegmentExchange& kind : exchanges) {
    for (const auto& [name, segment] : files_of(kind.old.files)) {
      ++out.files_before;
      out.bytes_before += segment.byte_count;
    }
    for (const Segment& segment : kind.fresh.files) {
      ++out.files_after;
      out.bytes_after += segment.byte_count;
    }
    out.rows += kind.fresh.rows;
  }
  return out;
}

std::vector<Segment> files_to_drop(const std::vector<SegmentExchange>& exchanges) {
  std::vector<Segment> out;
  for (const SegmentExchange& kind : exchanges) {
    for (auto& [name, segment] : files_of(kind.old.files)) out.push_back(segment);
  }
  return out;
}

}  // namespace umikoe::stores
