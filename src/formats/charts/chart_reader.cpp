#include "formats/charts/chart_reader.h"

#include <algorithm>
#include <optional>
#include <set>

#include "base/limits.h"
#include "formats/charts/apple_feed.h"
#include "formats/charts/chart_days.h"
#include "formats/charts/chart_rows.h"
#include "formats/charts/stale_days.h"
#include "formats/findings.h"
#include "formats/over_limit.h"
#include "formats/table/table_reader.h"

namespace umikoe::formats::charts {
namespace {

using demand::ChartLine;
using table::TableRow;

// The rows of one day in one region, and what is known of the chart once the day is over.
using DaySink = std::function<void(std::vector<ChartLine>& rows, int32_t depth)>;

class ChartReading {
 public:
  ChartReading(const ChartLayout& layout, std::string_view file_name, const DaySink& sink)
      : rows_(layout, file_name, findings_), sink_(sink) {}

  Result<void> row(const TableRow& row) {
    UMIKOE_TRY(auto read, rows_.line(row));
    if (!read) return {};
    return add(*std::move(read), row.line);
  }

  Result<void> add(ChartLine&& line, long at) {
    begun_ = true;
    ++report_.lines;
    if (!line.code) days_.skip_row(line.territory, regions_.of(line.territory));
    const bool same_day = !pending_.empty() && pending_.front().territory == line.territory &&
                          pending_.front().file_day == line.file_day;
    if (!same_day) {
      end_day();
      if (line.code) begin_day(line, at);
    }
    const Where where{.file = {}, .line = at, .element = "rank"};
    if (!ranks_.insert(line.rank).second) {
      findings_.add("chart_rank_twice", {{"rank", std::to_string(line.rank)}}, where);
    }
    if (std::ssize(pending_) >= limits::chart_rows_per_day.value) {
      return std::unexpected(over_limit(limits::chart_rows_per_day, where));
    }
    pending_.push_back(std::move(line));
    return {};
  }

  Result<ChartReport> finish() {
    if (!begun_ && !rows_.has_header()) return fail("table_empty");
    end_day();
    days_.report(findings_, rows_.span());
    report_.findings = findings_.take();
    return std::move(report_);
  }

  // "spotify-weekly", "spotify-daily-viral": of services with several charts.
  std::string chart(const ChartLayout& layout) const {
    std::string name(layout.service);
    if (name != "spotify") return name;
    name += rows_.span() == demand::ChartSpan::week ? "-weekly" : "-daily";
    return rows_.viral() ? name + "-viral" : name;
  }

 private:
  void begin_day(const ChartLine& line, long at) {
    if (!days_.begin(*line.code, line.file_day)) {
      findings_.add_once(
          "chart_day_split",
          {{"territory", std::string(line.code->code())}, {"day", line.file_day.to_string()}},
          {.file = {}, .line = at, .element = "date"});
    }
    DeliveryCounts& counts = report_.counts;
    counts.territories.insert(*line.code);
    counts.first_date = std::min(counts.first_date.value_or(line.file_day), line.file_day);
    counts.last_date = std::max(counts.last_date.value_or(line.file_day), line.file_day);
  }

  // The depth of a chart is known when its day is over: what it does not show is below that.
  void end_day() {
    if (pending_.empty()) return;
    int32_t depth = 0;
    for (const ChartLine& line : pending_) depth = std::max(depth, line.rank);
    const bool repeats = !rows_.marks_stale_days() && stale_.repeats(pending_);
    for (ChartLine& line : pending_) line.stale = line.stale || repeats;
    const ChartLine& first = pending_.front();
    const bool stale = std::ranges::any_of(pending_, &ChartLine::stale);
    if (first.code) {
      if (stale) days_.note_stale(*first.code, first.file_day);
      report_.counts.rows += std::ssize(pending_);
      report_.counts.limit = std::max<int64_t>(report_.counts.limit.value_or(0), depth);
    }
    sink_(pending_, depth);
    pending_.clear();
    ranks_.clear();
  }

  Findings findings_;
  ChartRows rows_;
  Regions regions_;
  bool begun_ = false;
  const DaySink& sink_;
  ChartReport report_;
  ChartDays days_;
  StaleDays stale_;
  std::vector<ChartLine> pending_;
  std::set<int32_t> ranks_;
};

demand::ChartRow kept(ChartLine&& line, const std::string& chart, int32_t depth) {
  return {.chart = chart,
          .territory = *line.code,
          .day = line.day,
          .span = line.span,
          .rank = line.rank,
          .depth = depth,
          .artist = std::move(line.artist),
          .title = std::move(line.title),
          .isrc = line.isrc,
          .streams = line.streams,
          .stale = line.stale};
}

}  // namespace

// A feed is one document, a table is its rows.
static Result<void> read_all(Format format, const ByteSource& source, ChartReading& reading) {
  if (format == Format::chart_apple_feed) {
    return read_apple_feed(source,
                           [&](ChartLine&& line) { return reading.add(std::move(line), 0); });
  }
  UMIKOE_TRY(table::read_rows(source, [&](const TableRow& row) { return reading.row(row); }));
  return {};
}

Result<ChartReport> read_chart_lines(Format format, const ByteSource& source,
                                     std::string_view file_name,
                                     const std::function<void(ChartLine&&)>& sink) {
  const DaySink day = [&](std::vector<ChartLine>& rows, int32_t) {
    for (ChartLine& line : rows) sink(std::move(line));
  };
  ChartReading reading(chart_layout(format), file_name, day);
  UMIKOE_TRY(read_all(format, source, reading));
  return reading.finish();
}

Result<ChartReport> read_chart(Format format, const ByteSource& source, std::string_view file_name,
                               const std::function<void(demand::ChartRow&&)>& sink) {
  const ChartLayout& layout = chart_layout(format);
  const ChartReading* self = nullptr;
  const DaySink day = [&](std::vector<ChartLine>& rows, int32_t depth) {
    if (!rows.front().code) return;
    const std::string chart = self->chart(layout);
    for (ChartLine& line : rows) sink(kept(std::move(line), chart, depth));
  };
  ChartReading reading(layout, file_name, day);
  self = &reading;
  UMIKOE_TRY(read_all(format, source, reading));
  return reading.finish();
}

}  // namespace umikoe::formats::charts
