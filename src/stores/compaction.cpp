#include "stores/compaction.h"

#include <unistd.h>

#include <algorithm>
#include <array>

#include "stores_sql.h"

namespace umikoe::stores {
namespace {

struct KindSql {
  std::string_view kind;
  const char* keys;  // the keys parts are cut between, and their rows
  const char* copy;
};
constexpr std::array kinds{KindSql{"chart", sql::chart_keys, sql::compact_chart},
                           KindSql{"usage", sql::usage_keys, sql::compact_usage},
                           KindSql{"revenue", sql::usage_keys, sql::compact_revenue}};

const KindSql& statements_of(std::string_view kind) {
  const auto* const found = std::ranges::find(kinds, kind, &KindSql::kind);
  UMIKOE_ASSERT(found != kinds.end());
  return *found;
}

// Greater than every ISRC and territory.
constexpr const char* behind_all = "~";

}  // namespace

std::vector<std::string_view> compacted_kinds() {
  std::vector<std::string_view> out;
  for (const KindSql& kind : kinds) out.push_back(kind.kind);
  return out;
}

std::string compact_word(std::string_view kind) { return "compact_" + std::string(kind); }

bool is_compact(const Segment& segment) { return segment.kind.starts_with(compact_word("")); }

Result<std::vector<Compactor::Part>> Compactor::parts_of(Duck& duck, std::string_view kind,
                                                         const SegmentList& from) {
  std::vector<Part> parts{{"", "", behind_all}};
  int64_t rows = 0;
  UMIKOE_TRY(duck.each(statements_of(kind).keys, parameters_of(from),
                       [&](const DuckRow& row) -> Result<void> {
                         const int64_t of_key = row.integer(1);
                         if (rows > 0 && rows + of_key > rows_max_) {
                           parts.back().behind = row.text(0);
                           parts.push_back({row.text(0), "", behind_all});
                           rows = 0;
                         }
                         if (rows == 0) parts.back().first = row.text(0);
                         parts.back().last = row.text(0);
                         rows += of_key;
                         return {};
                       }));
  return parts;
}

Result<CompactSegments> Compactor::write(std::string_view kind, const SegmentList& from) {
  UMIKOE_TRY(auto duck, Duck::open(1, folders_.temporary));
  UMIKOE_TRY(duck.run(sql::use_memory));
  UMIKOE_TRY(const auto parts, parts_of(duck, kind, from));
  CompactSegments out;
  for (const Part& part : parts) UMIKOE_TRY(write_part(duck, kind, from, part, out));
  return out;
}

Result<void> Compactor::write_part(Duck& duck, std::string_view kind, const SegmentList& from,
                                   const Part& part, CompactSegments& out) {
  const std::string parquet = folders_.temporary + "/compact" + folders_.writer + ".parquet";
  DuckParameters parameters = parameters_of(from);
  parameters.add(part.first).add(part.behind).add(parquet);
  const auto copied = duck.run(statements_of(kind).copy, parameters);
  auto segment = copied ? publish_segment(folders_, files_, parquet)
                        : Result<Segment>(std::unexpected(copied.error()));
  DuckParameters file;
  file.add(parquet);
  Result<void> counted;
  if (segment) {
    segment->kind = compact_word(kind);
    segment->first_key = part.first;
    segment->last_key = part.last;
    written_.push_back(*segment);
    counted = duck.each(sql::deliveries_of_file, file, [&](const DuckRow& row) -> Result<void> {
      Segment registered = *segment;
      registered.row_count = row.integer(1);
      out.rows += registered.row_count;
      out.registrations.emplace_back(std::move(registered), row.integer(0));
      return {};
    });
  }
  ::unlink(parquet.c_str());
  if (!segment) return std::unexpected(std::move(segment).error());
  out.files.push_back(*std::move(segment));
  return counted;
}

}  // namespace umikoe::stores
