#include "duck_gaps.h"

#include <duckdb.h>
#include <fmt/format.h>

#include <array>
#include <cstdlib>
#include <cstring>
#include <functional>

#include "bench_clock.h"

namespace umikoe::bench {
namespace {

using app::GapColumns;
using app::GapRanking;
using app::GapSum;
using app::RankQuestion;

// The gaps of the day: partitions in force, their closed cells, and the decision of each, which for
// a delivery is that of the same territories.
constexpr const char* prepare_sql[] = {
    "create temp table now as select profile, arg_max(partition, day) as partition from step "
    "where day <= $day group by profile",
    "create temp table gap as select p.partition, p.territory, o.outcome, o.reason, o.role, "
    "o.by_markets from place p join outcome o using (outcome) where o.gap "
    "and p.partition in (select partition from now)",
    "create temp table places as select partition, outcome, "
    "case when bool_or(by_markets) then string_agg(territory, ',' order by territory) else '' end "
    "as places from gap group by partition, outcome",
    "create temp table decision as select partition, outcome, "
    "dense_rank() over (order by outcome, places) as decision from places",
    "create temp table holding as select partition, count(*) as recordings from recording "
    "join now using (profile) group by partition",
};

constexpr const char* counts_sql =
    "select territory, sum(recordings)::bigint from gap join holding using (partition) "
    "group by territory";

constexpr const char* sums_sql =
    "select territory, reason, role, decision, artist, count(*), "
    "coalesce(sum(amount) filter (kind = 3), 0)::bigint, "
    "coalesce(sum(amount) filter (kind = 2), 0)::bigint, "
    "coalesce(sum(amount) filter (kind = 1), 0)::bigint, "
    "min(outcome) from demand join recording using (recording) join now using (profile) "
    "join gap using (partition, territory) join decision using (partition, outcome) "
    "group by grouping sets ((territory), (reason), (role), (decision), (artist))";

constexpr const char* cells_sql =
    "select recording, territory, kind, amount from demand join recording using (recording) "
    "join now using (profile) join gap using (partition, territory) join code using (territory) "
    "order by kind desc, amount desc, recording, code limit 100";

// A database and what is asked of it.
struct DuckTables {
  duckdb_database database = nullptr;
  duckdb_connection connection = nullptr;

  void fail(const char* what) const {
    fmt::print("DuckDB: {}\n", what);
    std::exit(1);
  }
  void run(const std::string& sql) const {
    duckdb_result result;
    if (duckdb_query(connection, sql.c_str(), &result) != DuckDBSuccess) {
      fail(duckdb_result_error(&result));
    }
    duckdb_destroy_result(&result);
  }
  // Each row as whole numbers; -1 for null.
  void each(const std::string& sql,
            const std::function<void(const std::vector<int64_t>&)>& row) const {
    duckdb_result result;
    if (duckdb_query(connection, sql.c_str(), &result) != DuckDBSuccess) {
      fail(duckdb_result_error(&result));
    }
    const idx_t columns = duckdb_column_count(&result);
    const idx_t rows = duckdb_row_count(&result);
    std::vector<int64_t> values(columns);
    for (idx_t r = 0; r < rows; ++r) {
      for (idx_t c = 0; c < columns; ++c) {
        values[c] = duckdb_value_is_null(&result, c, r) ? -1 : duckdb_value_int64(&result, c, r);
      }
      row(values);
    }
    duckdb_destroy_result(&result);
  }
  // Appends a table a vector at a time; fill(column, data, first, count) writes one column.
  void append(const char* table, std::vector<duckdb_type> types, uint64_t rows,
              const std::function<void(size_t, void*, uint64_t, uint64_t)>& fill) const {
    duckdb_appender appender = nullptr;
    if (duckdb_appender_create(connection, nullptr, table, &appender) != DuckDBSuccess) {
      fail(table);
    }
    std::vector<duckdb_logical_type> logical;
    for (const duckdb_type type : types) logical.push_back(duckdb_create_logical_type(type));
    duckdb_data_chunk chunk = duckdb_create_data_chunk(logical.data(), logical.size());
    const uint64_t size = duckdb_vector_size();
    for (uint64_t first = 0; first < rows; first += size) {
      const uint64_t count = std::min(size, rows - first);
      duckdb_data_chunk_reset(chunk);
      for (size_t c = 0; c < types.size(); ++c) {
        fill(c, duckdb_vector_get_data(duckdb_data_chunk_get_vector(chunk, c)), first, count);
      }
      duckdb_data_chunk_set_size(chunk, count);
      if (duckdb_append_data_chunk(appender, chunk) != DuckDBSuccess) fail(table);
    }
    duckdb_destroy_data_chunk(&chunk);
    for (duckdb_logical_type& type : logical) duckdb_destroy_logical_type(&type);
    duckdb_appender_destroy(&appender);
  }
};

template <class Value, class Of>
void put(void* data, uint64_t first, uint64_t count, Of of) {
  auto* const values = static_cast<Value*>(data);
  for (uint64_t i = 0; i < count; ++i) values[i] = static_cast<Value>(of(first + i));
}

void append_recordings(const DuckTables& duck, const GapColumns& columns) {
  duck.append("recording", {DUCKDB_TYPE_UINTEGER, DUCKDB_TYPE_UINTEGER, DUCKDB_TYPE_UINTEGER},
              columns.recordings(), [&](size_t c, void* data, uint64_t first, uint64_t count) {
                put<uint32_t>(data, first, count, [&](uint64_t i) {
                  return c == 0 ? i : c == 1 ? columns.profile_of[i] : columns.artist_of[i];
                });
              });
  uint64_t owner = 0;  // rows are asked for in order, the first column first
  duck.append(
      "demand",
      {DUCKDB_TYPE_UINTEGER, DUCKDB_TYPE_UTINYINT, DUCKDB_TYPE_UTINYINT, DUCKDB_TYPE_UINTEGER},
      columns.worth.size(), [&](size_t c, void* data, uint64_t first, uint64_t count) {
        if (c == 0) {
          put<uint32_t>(data, first, count, [&](uint64_t i) {
            while (columns.first_worth[owner + 1] <= i) ++owner;
            return owner;
          });
        } else if (c == 1) {
          std::memcpy(data, columns.territory_of.data() + first, count);
        } else if (c == 2) {
          put<uint8_t>(data, first, count, [&](uint64_t i) { return columns.worth[i] >> 30; });
        } else {
          put<uint32_t>(data, first, count, [&](uint64_t i) {
            return app::PackedWorth(columns.worth[i]).sixteenths();
          });
        }
      });
}

void append_steps(const DuckTables& duck, const rights::ProfileTables& tables) {
  std::vector<uint32_t> profile_of_step(tables.steps.size());
  for (uint32_t p = 0; p < tables.profiles(); ++p) {
    for (uint32_t s = tables.first_step[p]; s < tables.first_step[p + 1]; ++s) {
      profile_of_step[s] = p;
    }
  }
  duck.append("step", {DUCKDB_TYPE_UINTEGER, DUCKDB_TYPE_INTEGER, DUCKDB_TYPE_UINTEGER},
              tables.steps.size(), [&](size_t c, void* data, uint64_t first, uint64_t count) {
                put<uint32_t>(data, first, count, [&](uint64_t i) {
                  return c == 0   ? profile_of_step[i]
                         : c == 1 ? static_cast<uint32_t>(tables.steps[i].from.days)
                                  : tables.steps[i].partition;
                });
              });
}

void append_partitions(const DuckTables& duck, const rights::ProfileTables& tables) {
  const auto territories = static_cast<uint64_t>(territory_count());
  duck.append("place", {DUCKDB_TYPE_UINTEGER, DUCKDB_TYPE_UTINYINT, DUCKDB_TYPE_UINTEGER},
              tables.partitions.size() * territories,
              [&](size_t c, void* data, uint64_t first, uint64_t count) {
                if (c == 1) {
                  put<uint8_t>(data, first, count, [&](uint64_t i) { return i % territories; });
                  return;
                }
                put<uint32_t>(data, first, count, [&](uint64_t i) -> uint64_t {
                  if (c == 0) return i / territories;
                  return tables.partitions[i / territories][i % territories];
                });
              });
  duck.append("outcome",
              {DUCKDB_TYPE_UINTEGER, DUCKDB_TYPE_UTINYINT, DUCKDB_TYPE_UTINYINT,
               DUCKDB_TYPE_UTINYINT, DUCKDB_TYPE_BOOLEAN},
              tables.outcomes.size(), [&](size_t c, void* data, uint64_t first, uint64_t count) {
                if (c == 0) {
                  put<uint32_t>(data, first, count, [](uint64_t i) { return i; });
                  return;
                }
                put<uint8_t>(data, first, count, [&](uint64_t i) {
                  const rights::Outcome& outcome = tables.outcomes[i];
                  const bool gap =
                      outcome.answer == rights::LinkState::closed && !outcome.without_permission;
                  return c == 1   ? static_cast<uint8_t>(outcome.reason)
                         : c == 2 ? static_cast<uint8_t>(outcome.who.role)
                         : c == 3 ? static_cast<uint8_t>(gap)
                                  : outcome.link == rights::LinkKind::delivered;
                });
              });
}

}  // namespace

struct DuckGaps::Handles : DuckTables {};

DuckGaps::DuckGaps(const GapColumns& columns)
    : columns_(columns), handles_(std::make_unique<Handles>()) {
  const DuckTables& duck = *handles_;
  duckdb_open(nullptr, &handles_->database);
  duckdb_connect(handles_->database, &handles_->connection);
  duck.run("set threads = 2");
  duck.run("set preserve_insertion_order = false");
  duck.run("create table recording (recording uinteger, profile uinteger, artist uinteger)");
  duck.run(
      "create table demand (recording uinteger, territory utinyint, kind utinyint, "
      "amount uinteger)");
  duck.run("create table step (profile uinteger, day integer, partition uinteger)");
  duck.run("create table place (partition uinteger, territory utinyint, outcome uinteger)");
  duck.run(
      "create table outcome (outcome uinteger, reason utinyint, role utinyint, gap utinyint, "
      "by_markets boolean)");
  duck.run("create table code (territory utinyint, code varchar)");
  for (int t = 0; t < territory_count(); ++t) {
    duck.run(fmt::format("insert into code values ({}, '{}')", t,
                         TerritoryCode{static_cast<uint8_t>(t)}.code()));
  }
  append_recordings(duck, columns);
  append_steps(duck, columns.profiles);
  append_partitions(duck, columns.profiles);
}

DuckGaps::~DuckGaps() {
  duckdb_disconnect(&handles_->connection);
  duckdb_close(&handles_->database);
}

namespace {

// What SQL found, to be held against ours.
struct Found {
  std::map<int64_t, int64_t> cells_by_territory;
  std::map<int64_t, GapSum> by_territory, by_reason, by_role;
  std::map<int64_t, int64_t> by_artist;
  std::vector<std::array<int64_t, 4>> decisions;  // observed, bounded, scaled, outcome
  std::vector<std::array<int64_t, 3>> cells;      // packed worth, recording, territory
};

void add(Found& found, const std::vector<int64_t>& row) {
  GapSum sum;
  sum.with_worth = row[5];
  sum.worth = {row[6], row[7], row[8]};
  if (row[0] >= 0) found.by_territory[row[0]] = sum;
  if (row[1] >= 0) found.by_reason[row[1]] = sum;
  if (row[2] >= 0) found.by_role[row[2]] = sum;
  if (row[3] >= 0) found.decisions.push_back({-row[6], -row[7], -row[8], row[9]});
  if (row[4] >= 0 && sum.all_worth() > 0) found.by_artist[row[4]] = sum.all_worth();
}

bool same_worth(const GapSum& a, const GapSum& b) {
  return a.with_worth == b.with_worth && a.worth == b.worth;
}

std::string compared(const GapRanking& ours, Found& found) {
  for (int64_t t = 0; t < 256; ++t) {
    const GapSum& sum = ours.by_territory[static_cast<size_t>(t)];
    if (sum.cells != found.cells_by_territory[t]) return fmt::format("cells of territory {}", t);
    if (!same_worth(sum, found.by_territory[t])) return fmt::format("worth of territory {}", t);
  }
  for (const auto& [reason, sum] : ours.by_reason) {
    if (!same_worth(sum, found.by_reason[static_cast<int64_t>(reason)])) return "a reason";
  }
  for (const auto& [role, sum] : ours.by_role) {
    if (!same_worth(sum, found.by_role[static_cast<int64_t>(role)])) return "a role";
  }
  for (const app::RankedArtist& artist : ours.artists) {
    if (found.by_artist[artist.artist] != artist.worth) return "an artist";
  }
  std::ranges::sort(found.decisions);
  for (size_t i = 0; i < ours.decisions.size(); ++i) {
    const GapSum& sum = ours.decisions[i].sum;
    if (sum.all_worth() == 0) break;  // those without demand SQL does not list here
    if (i >= found.decisions.size()) return "the number of decisions";
    const auto& theirs = found.decisions[i];
    if (theirs[0] != -sum.worth[0] || theirs[1] != -sum.worth[1] || theirs[2] != -sum.worth[2]) {
      return fmt::format("decision {}", i);
    }
  }
  if (ours.cells.size() != found.cells.size()) return "the number of cells";
  for (size_t i = 0; i < ours.cells.size(); ++i) {
    const app::RankedCell& cell = ours.cells[i];
    const std::array<int64_t, 3> own{cell.worth.bits(), cell.recording, cell.territory.index};
    if (found.cells[i] != own) return fmt::format("cell {}", i);
  }
  return {};
}

}  // namespace

std::string DuckGaps::difference(const GapRanking& ours, const RankQuestion& question,
                                 double& seconds) {
  const DuckTables& duck = *handles_;
  for (const char* table : {"now", "gap", "places", "decision", "holding"}) {
    duck.run(fmt::format("drop table if exists {}", table));
  }
  Found found;
  const double start = clock_now();
  for (std::string sql : prepare_sql) {
    const size_t at = sql.find("$day");
    if (at != std::string::npos) sql.replace(at, 4, std::to_string(question.date.days));
    duck.run(sql);
  }
  duck.each(counts_sql, [&](const auto& row) { found.cells_by_territory[row[0]] = row[1]; });
  duck.each(sums_sql, [&](const auto& row) { add(found, row); });
  duck.each(cells_sql, [&](const auto& row) {
    found.cells.push_back({row[2] << 30 | row[3], row[0], row[1]});
  });
  seconds = clock_now() - start;
  return compared(ours, found);
}

}  // namespace umikoe::bench
