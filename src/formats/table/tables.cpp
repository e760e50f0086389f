#include "formats/table/tables.h"

#include <array>
#include <optional>

#include "base/limits.h"
#include "formats/table/table_kinds.h"
#include "formats/table/table_reader.h"

namespace umikoe::formats::table {
namespace {

constexpr std::array kinds = {&recordings_kind, &names_kind,  &licences_kind, &sightings_kind,
                              &parties_kind,    &groups_kind, &revenue_kind,  &deliveries_kind};

const TableKind* kind_of(Format format) {
  for (const TableKind* kind : kinds) {
    if (kind->format == format) return kind;
  }
  return nullptr;
}

class TableReading {
 public:
  TableReading(const TableKind& kind, const RevenueSink& revenue) : kind_(kind) {
    result_.contents.revenue_sink = revenue;
  }

  Result<void> row(const TableRow& row) {
    if (!columns_) {
      columns_ = Columns::read(row, kind_.columns, findings_, result_.errors);
      // Without its columns every row would be wrong in the same way.
      if (!result_.errors.empty()) return fail("columns_wrong");
      return {};
    }
    if (row.cells.size() > columns_->width()) {
      result_.errors.push_back({"row_too_wide",
                                {{"columns", std::to_string(columns_->width())},
                                 {"cells", std::to_string(row.cells.size())}},
                                {.file = {}, .line = row.line, .element = {}}});
    }
    ++result_.contents.counts.rows;
    Cells cells(*columns_, row, findings_, result_.errors);
    kind_.read_row(cells, result_.contents);
    if (std::ssize(result_.errors) >= limits::errors_kept.value) return fail("too_many_errors");
    return {};
  }

  TableResult finish(Result<void> read) {
    // An error of the text itself comes after those of its rows; ours only ended the reading.
    const bool ours =
        !read && (read.error().code == "columns_wrong" || read.error().code == "too_many_errors");
    if (!read && !ours) result_.errors.push_back(std::move(read).error());
    if (!columns_ && result_.errors.empty()) result_.errors.push_back({"table_empty", {}, {}});
    if (kind_.finish && result_.errors.empty()) {
      kind_.finish(result_.contents, findings_, result_.errors);
    }
    // A header alone can hold more faults than anybody wants to read.
    const auto kept = static_cast<size_t>(limits::errors_kept.value);
    if (result_.errors.size() > kept) result_.errors.resize(kept);
    result_.contents.findings = findings_.take();
    if (!result_.errors.empty()) result_.contents = {};
    return std::move(result_);
  }

 private:
  const TableKind& kind_;
  Findings findings_;
  std::optional<Columns> columns_;
  TableResult result_;
};

}  // namespace

TableResult read_table(Format format, const ByteSource& source, const RevenueSink& revenue) {
  const auto feed = [&](const auto& row) -> Result<void> {
    if (auto read = read_rows(source, row); !read) return std::unexpected(std::move(read).error());
    return {};
  };
  return read_table_rows(format, feed, revenue);
}

TableResult read_table_rows(Format format, const RowFeed& feed, const RevenueSink& revenue) {
  const TableKind* kind = kind_of(format);
  UMIKOE_ASSERT(kind != nullptr);
  TableReading reading(*kind, revenue);
  return reading.finish(feed([&](const TableRow& row) { return reading.row(row); }));
}

std::vector<Format> table_formats() {
  std::vector<Format> formats;
  for (const TableKind* kind : kinds) formats.push_back(kind->format);
  return formats;
}

std::span<const Column> columns_of(Format format) {
  const TableKind* kind = kind_of(format);
  return kind ? kind->columns : std::span<const Column>();
}

}  // namespace umikoe::formats::table
