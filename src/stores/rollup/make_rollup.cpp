#include "stores/rollup/make_rollup.h"

#include <vector>

#include "stores/duck.h"
#include "stores/rollup/rollup_builder.h"
#include "stores/rollup/rollup_file.h"
#include "stores/segment_queries.h"
#include "stores_sql.h"

namespace umikoe::stores {
namespace {

// What DuckDB holds of one answer at a time; a recording of more rows is held whole.
constexpr int64_t piece_rows = 250'000;

// The segment cut between recordings: where each piece begins, and what is behind all.
struct Pieces {
  std::vector<std::string> keys;
  int64_t rows = 0;
};

Result<Pieces> pieces_of(Duck& duck, const std::string& path) {
  Pieces out;
  int64_t in_piece = piece_rows;
  DuckParameters parameters;
  parameters.add(path);
  UMIKOE_TRY(duck.each(sql::rollup_keys, parameters, [&](const DuckRow& row) -> Result<void> {
    if (in_piece >= piece_rows) {
      out.keys.push_back(row.text(0));
      in_piece = 0;
    }
    in_piece += row.integer(1);
    out.rows += row.integer(1);
    return {};
  }));
  out.keys.emplace_back("~");  // greater than every ISRC
  return out;
}

// Rows of an answer as facts. Neighbours are mostly of one recording.
class Facts {
 public:
  Result<RollupFact> of(const DuckRow& row) {
    RollupFact fact;
    if (isrc_.view() != row.text(0)) {
      UMIKOE_TRY(isrc_, isrc_of(row.text(0)));
    }
    fact.isrc = isrc_;
    fact.delivery = row.integer(1);
    fact.service = row.text(2);
    fact.service_name = row.text(3);
    UMIKOE_TRY(fact.territory, territory_of(row.text(4)));
    fact.period_start = Date{static_cast<int32_t>(row.integer(5))};
    fact.period_end = Date{static_cast<int32_t>(row.integer(6))};
    fact.user_generated = row.integer(7) != 0;
    fact.units = row.integer(8);
    return fact;
  }

 private:
  Isrc isrc_;
};

}  // namespace

Result<void> make_rollup(const SegmentFolders& folders, const std::string& rollups,
                         const FileLayer& files, const std::string& segment) {
  UMIKOE_TRY(auto duck, Duck::open(1, folders.temporary));
  UMIKOE_TRY(duck.run(sql::use_memory));
  const std::string path = pattern_of(folders.segments + "/" + segment);
  UMIKOE_TRY(const Pieces pieces, pieces_of(duck, path));
  RollupBuilder builder(hash_of_segment(segment));
  Facts facts;
  for (size_t i = 0; i + 1 < pieces.keys.size(); ++i) {
    DuckParameters parameters;
    parameters.add(path).add(pieces.keys[i]).add(pieces.keys[i + 1]);
    UMIKOE_TRY(duck.each(sql::rollup_facts, parameters, [&](const DuckRow& row) -> Result<void> {
      UMIKOE_TRY(const RollupFact fact, facts.of(row));
      builder.add(fact);
      return {};
    }));
  }
  return builder.write(files, rollups, rollup_name(segment), pieces.rows);
}

}  // namespace umikoe::stores
