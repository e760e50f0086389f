#include "stores/segment_writer.h"

#include <unistd.h>

#include <algorithm>
#include <array>

#include "stores_sql.h"

namespace umikoe::stores {
namespace {

// The statements of one kind of observation.
struct KindSql {
  std::string_view kind;
  const char* create;
  const char* copy;
};
constexpr std::array kinds{KindSql{"chart", sql::create_chart, sql::copy_chart},
                           KindSql{"usage", sql::create_usage, sql::copy_usage},
                           KindSql{"revenue", sql::create_revenue, sql::copy_revenue}};

void add_or_null(DuckAppender& out, const std::optional<FineAmount>& amount) {
  if (amount)
    out.add(amount->billionths);
  else
    out.add_null();
}

}  // namespace

struct SegmentWriter::Table {
  std::string kind;
  const char* create_sql;
  const char* copy_sql;
  std::optional<DuckAppender> appender;
  int64_t rows = 0;
};

SegmentWriter::SegmentWriter(SegmentFolders folders, const FileLayer& files, int64_t rows_max)
    : folders_(std::move(folders)), files_(files), rows_max_(rows_max) {}

SegmentWriter::~SegmentWriter() = default;

Result<SegmentWriter::Table*> SegmentWriter::table(const char* kind) {
  for (const auto& table : tables_) {
    if (table->kind == kind) return table.get();
  }
  if (!duck_) {
    // One thread: the order of rows in the file, and so its name, must not depend on the machine.
    UMIKOE_TRY(auto duck, Duck::open(1, folders_.temporary));
    duck_.emplace(std::move(duck));
  }
  const auto statements = std::ranges::find(kinds, kind, &KindSql::kind);
  UMIKOE_ASSERT(statements != kinds.end());
  auto made = std::make_unique<Table>();
  made->kind = kind;
  made->create_sql = statements->create;
  made->copy_sql = statements->copy;
  tables_.push_back(std::move(made));
  return tables_.back().get();
}

Result<void> SegmentWriter::add(const demand::ChartRow& row) {
  UMIKOE_TRY(Table* const chart, table("chart"));
  UMIKOE_TRY(count_row(*chart));
  DuckAppender& out = *chart->appender;
  out.add(row.chart).add(row.territory.code()).add(row.day).add(row.rank).add(row.depth);
  out.add(row.artist).add(row.title);
  if (row.isrc)
    out.add(row.isrc->view());
  else
    out.add_null();
  if (row.streams)
    out.add(*row.streams);
  else
    out.add_null();
  out.add(row.stale).add(demand::days_of(row.span));
  return out.end_row();
}

Result<void> SegmentWriter::add(const demand::UsageRow& row) {
  UMIKOE_TRY(Table* const usage, table("usage"));
  UMIKOE_TRY(count_row(*usage));
  DuckAppender& out = *usage->appender;
  out.add(row.service).add(row.service_name).add(row.isrc.view()).add(row.territory.code());
  out.add(row.period_start).add(row.period_end).add(row.use_type).add(row.user_generated);
  out.add(row.net_units);
  return out.end_row();
}

Result<void> SegmentWriter::add(const demand::RevenueRow& row) {
  UMIKOE_TRY(Table* const revenue, table("revenue"));
  UMIKOE_TRY(count_row(*revenue));
  DuckAppender& out = *revenue->appender;
  out.add(row.service).add(row.service_name).add(row.isrc.view()).add(row.territory.code());
  out.add(row.usage_month).add(row.use_type).add(row.user_generated).add(row.units);
  out.add(row.currency.view());
  add_or_null(out, row.gross);
  add_or_null(out, row.ours);
  return out.end_row();
}

Result<void> SegmentWriter::count_row(Table& table) {
  if (table.rows == rows_max_) UMIKOE_TRY(flush(table));
  if (table.rows == 0) {
    UMIKOE_TRY(duck_->run(table.create_sql));
    UMIKOE_TRY(auto appender, DuckAppender::open(*duck_, table.kind.c_str()));
    table.appender.emplace(std::move(appender));
  }
  ++table.rows;
  return {};
}

Result<void> SegmentWriter::flush(Table& table) {
  if (table.rows == 0) return {};
  UMIKOE_TRY(table.appender->close());
  table.appender.reset();
  const std::string parquet = folders_.temporary + "/" + table.kind + folders_.writer + ".parquet";
  DuckParameters target;
  target.add(parquet);
  const auto copied = duck_->run(table.copy_sql, target);
  auto segment = copied ? publish_segment(folders_, files_, parquet)
                        : Result<Segment>(std::unexpected(copied.error()));
  ::unlink(parquet.c_str());
  if (!segment) return std::unexpected(std::move(segment).error());
  segment->kind = table.kind;
  segment->row_count = table.rows;
  segments_.push_back(*std::move(segment));
  table.rows = 0;
  return duck_->run(table.create_sql);  // lets go of the rows
}

Result<std::vector<Segment>> SegmentWriter::finish() {
  for (const auto& table : tables_) UMIKOE_TRY(flush(*table));
  tables_.clear();
  duck_.reset();
  return segments_;
}

}  // namespace umikoe::stores
