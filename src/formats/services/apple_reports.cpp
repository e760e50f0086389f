#include "formats/services/apple_reports.h"

#include <algorithm>
#include <array>
#include <map>
#include <optional>
#include <span>

#include "formats/charts/chart_territory.h"
#include "formats/table/csv_dialect.h"
#include "formats/table/table_file.h"

namespace umikoe::formats::services {
namespace {

using table::TableRow;

// A column of ours and the headers it is taken from; the first that is there.
struct Source {
  std::string_view column;
  std::array<std::string_view, 3> headers;
  bool required = true;
};

constexpr std::array streams_columns = {
    Source{"recording_id", {"apple identifier", "", ""}}, Source{"isrc", {"isrc", "", ""}, false},
    Source{"territory", {"storefront name", "storefront", "country code"}},
    Source{"day", {"datestamp", "begin date", "date"}},
    Source{"units", {"streams", "quantity", "units"}}};

constexpr std::array content_columns = {
    Source{"isrc", {"isrc", "", ""}}, Source{"recording_id", {"apple identifier", "", ""}},
    Source{"title", {"title", "", ""}}, Source{"artist", {"artist", "artist name", ""}, false},
    Source{"label", {"label", "label/studio/network", ""}, false}};

std::span<const Source> sources_of(Format format) {
  if (format == Format::apple_content) return content_columns;
  return streams_columns;
}

// Rows of a report under our names of the columns.
class ReportRows {
 public:
  ReportRows(Format format, const table::RowSink& sink) : format_(format), sink_(sink) {}

  Result<void> row(const TableRow& row) {
    if (places_.empty()) return read_header(row);
    if (row.cells.size() < columns_needed_) {
      return fail("row_too_short", {{"count", std::to_string(row.cells.size())}},
                  {.file = {}, .line = row.line, .element = {}});
    }
    TableRow ours{.line = row.line, .cells = {}, .sheet = {}};
    for (const size_t place : places_) ours.cells.push_back(row.cells[place]);
    if (format_ == Format::apple_content) {
      // Albums and videos without ISRC are content too, and no recording of ours.
      if (ours.cells[0].empty()) {
        ++without_isrc_;
        return {};
      }
      return sink_(ours);
    }
    return streams(row, ours);
  }

  void report(std::vector<Finding>& findings) const {
    for (const auto& [word, rows] : storefronts_) {
      findings.push_back({"storefront_unknown",
                          {{"text", word}, {"count", std::to_string(rows)}},
                          {.file = {}, .line = 0, .element = "storefront name"}});
    }
    if (without_isrc_ > 0) {
      findings.push_back({"content_without_isrc", {{"count", std::to_string(without_isrc_)}}, {}});
    }
  }

 private:
  Result<void> read_header(const TableRow& row) {
    std::vector<std::string> names;
    for (const std::string& cell : row.cells) names.push_back(table::header_name(cell));
    TableRow ours{.line = row.line, .cells = {}, .sheet = {}};
    for (const Source& source : sources_of(format_)) {
      const auto at = std::ranges::find_first_of(
          names, source.headers, [](auto& a, auto& b) { return !b.empty() && a == b; });
      if (at == names.end() && !source.required) continue;
      if (at == names.end()) {
        return fail("column_missing", {{"column", std::string(source.headers.front())}},
                    {.file = {}, .line = row.line, .element = std::string(source.headers.front())});
      }
      places_.push_back(static_cast<size_t>(at - names.begin()));
      columns_needed_ = std::max(columns_needed_, places_.back() + 1);
      ours.cells.emplace_back(source.column);
      if (source.column == "territory") territory_at_ = places_.size() - 1;
      if (source.column == "day") day_at_ = places_.size() - 1;
    }
    if (format_ == Format::apple_streams)
      ours.cells.insert(ours.cells.end(), {"service", "use_type"});
    return sink_(ours);
  }

  Result<void> streams(const TableRow& row, TableRow& ours) {
    std::string& territory = ours.cells[territory_at_];
    const charts::Region& region = regions_.of(territory);
    if (!region.code && !territory.empty()) {
      constexpr size_t words_kept = 300;
      if (storefronts_.contains(territory) || storefronts_.size() < words_kept) {
        ++storefronts_[territory];
      }
      return {};
    }
    if (region.code) territory = region.code->code();
    std::string& day = ours.cells[day_at_];
    if (day.size() == 8) day = day.substr(0, 4) + "-" + day.substr(4, 2) + "-" + day.substr(6);
    ours.cells.insert(ours.cells.end(), {"Apple Music", "OnDemandStream"});
    ours.line = row.line;
    return sink_(ours);
  }

  Format format_;
  const table::RowSink& sink_;
  std::vector<size_t> places_;
  size_t columns_needed_ = 0;
  size_t territory_at_ = 0;
  size_t day_at_ = 0;
  charts::Regions regions_;
  std::map<std::string, int64_t> storefronts_;
  int64_t without_isrc_ = 0;
};

}  // namespace

table::TableResult read_apple_report(Format format, const ByteSource& source,
                                     const table::RowSinks& sinks,
                                     const table::NumbersSource& numbers) {
  std::vector<Finding> more;
  const auto feed = [&](const table::RowSink& sink) -> Result<void> {
    ReportRows rows(format, sink);
    auto read = table::read_rows(source, [&](const TableRow& row) { return rows.row(row); });
    rows.report(more);
    if (!read) return std::unexpected(std::move(read).error());
    return {};
  };
  const Format kind =
      format == Format::apple_content ? Format::table_recordings : Format::table_plays;
  auto result = table::read_table_rows(kind, feed, sinks, numbers);
  if (result.errors.empty()) {
    auto& findings = result.contents.findings;
    findings.insert(findings.end(), more.begin(), more.end());
  }
  return result;
}

Format apple_report_format(const std::vector<std::string>& headers) {
  const auto has = [&](std::string_view name) {
    return std::ranges::find(headers, name) != headers.end();
  };
  if (!has("apple identifier")) return Format::unknown;
  if (has("storefront name") && (has("streams") || has("quantity"))) return Format::apple_streams;
  // With a status it is a report of what the stores show.
  if (has("isrc") && has("title") && !has("status")) return Format::apple_content;
  return Format::unknown;
}

}  // namespace umikoe::formats::services
