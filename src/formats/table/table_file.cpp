#include "formats/table/table_file.h"

#include <array>
#include <memory>
#include <utility>

#include "formats/over_limit.h"

namespace umikoe::formats::table {
namespace {

Result<std::string> read_all(const ByteSource& source) {
  std::string bytes;
  std::vector<char> buffer(size_t{256} * 1024);
  for (;;) {
    UMIKOE_TRY(const size_t size, source(buffer));
    if (size == 0) return bytes;
    bytes.append(buffer.data(), size);
    if (std::ssize(bytes) > limits::xlsx_file_bytes.value) {
      return std::unexpected(over_limit(limits::xlsx_file_bytes));
    }
  }
}

Result<std::string> first_bytes(const ByteSource& source) {
  std::string head(size_t{64} * 1024, '\0');
  size_t filled = 0;
  while (filled < head.size()) {
    UMIKOE_TRY(const size_t size, source(std::span(head).subspan(filled)));
    if (size == 0) break;
    filled += size;
  }
  head.resize(filled);
  return head;
}

}  // namespace

TableFile TableFile::of_csv(std::function<Result<ByteSource>()> open) {
  TableFile file;
  file.open_ = std::move(open);
  return file;
}

TableFile TableFile::of_workbook(xlsx::Workbook workbook) {
  TableFile file;
  file.workbook_ = std::move(workbook);
  return file;
}

Result<TableFile> TableFile::open(std::function<Result<ByteSource>()> open) {
  UMIKOE_TRY(const auto peek, open());
  UMIKOE_TRY(const std::string head, first_bytes(peek));
  if (xlsx::is_compound_file(head)) {
    return fail(xlsx::is_protected_workbook(head) ? "xlsx_encrypted" : "xls_legacy");
  }
  if (!xlsx::is_zip(head)) return of_csv(std::move(open));
  UMIKOE_TRY(const auto source, open());
  UMIKOE_TRY(auto bytes, read_all(source));
  UMIKOE_TRY(auto workbook,
             xlsx::Workbook::open(std::make_shared<const std::string>(std::move(bytes))));
  return of_workbook(std::move(workbook));
}

std::vector<std::string> TableFile::sheet_names() const {
  if (!workbook_) return {""};
  std::vector<std::string> names;
  for (const auto& sheet : workbook_->sheets()) names.push_back(sheet.name);
  return names;
}

bool TableFile::is_hidden(size_t sheet) const {
  return workbook_ && workbook_->sheets()[sheet].hidden;
}

Result<std::vector<xlsx::MergedCells>> TableFile::merged_cells(size_t sheet) const {
  if (!workbook_) return std::vector<xlsx::MergedCells>();
  return workbook_->merged_cells(sheet);
}

Result<void> TableFile::read(size_t sheet, const RowSink& row, int64_t* filled) const {
  if (workbook_) return workbook_->read_rows(sheet, row, filled);
  UMIKOE_TRY(const auto source, open_());
  if (auto read = read_rows(source, row); !read) return std::unexpected(std::move(read).error());
  return {};
}

Result<std::vector<TableRow>> TableFile::first_rows(size_t sheet, size_t count) const {
  std::vector<TableRow> rows;
  const auto read = this->read(sheet, [&](const TableRow& row) -> Result<void> {
    rows.push_back(row);
    if (rows.size() < count) return {};
    return fail(read_enough);
  });
  if (!read && read.error().code != read_enough) return std::unexpected(read.error());
  return rows;
}

}  // namespace umikoe::formats::table
