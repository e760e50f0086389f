#include "formats/xlsx/xlsx_reader.h"

#include <algorithm>
#include <charconv>
#include <map>
#include <optional>

#include "formats/over_limit.h"
#include "formats/xlsx/sheet_rows.h"
#include "formats/xlsx/workbook_parts.h"
#include "formats/xlsx/zip_archive.h"

namespace umikoe::formats::xlsx {
namespace {

// Merged cells are told after all rows, but are needed before them. Everything behind the rows is
// looked through as text, because a second parse of the whole sheet would take twice the time.
class MergedFinder {
 public:
  Result<void> feed(std::string_view bytes) {
    tail_ += bytes;
    if (!found_) {
      const size_t at = end_of_rows();
      if (at == std::string::npos) {
        if (tail_.size() > tag_max) tail_.erase(0, tail_.size() - tag_max);
        return {};
      }
      found_ = true;
      tail_.erase(0, at);
    }
    if (std::ssize(tail_) > limits::xlsx_merged_bytes.value) {
      return std::unexpected(over_limit(limits::xlsx_merged_bytes));
    }
    return {};
  }

  std::vector<MergedCells> take() const {
    constexpr std::string_view element = "mergeCell ";
    constexpr std::string_view attribute = "ref=\"";
    std::vector<MergedCells> merged;
    if (!found_) return merged;
    const std::string_view tail = tail_;
    for (size_t at = tail.find(element); at != std::string_view::npos;
         at = tail.find(element, at + 1)) {
      const std::string_view tag = tail.substr(at, tail.find('>', at) - at);
      const size_t ref = tag.find(attribute);
      if (ref == std::string_view::npos) continue;
      const std::string_view range = tag.substr(ref + attribute.size());
      if (auto cells = parsed(range.substr(0, range.find('"')))) merged.push_back(*cells);
    }
    std::ranges::stable_sort(merged, {}, &MergedCells::first_row);
    return merged;
  }

 private:
  static constexpr size_t tag_max = 64;  // of a closing tag with its prefix

  // Where </sheetData> ends, whatever its prefix; the opening tag has the same name.
  size_t end_of_rows() const {
    constexpr std::string_view name = "sheetData>";
    for (size_t at = tail_.find(name); at != std::string::npos; at = tail_.find(name, at + 1)) {
      const size_t open = tail_.rfind('<', at);
      if (open != std::string::npos && tail_.compare(open, 2, "</") == 0) return at + name.size();
    }
    return std::string::npos;
  }

  static long row_of(std::string_view reference) {
    const size_t digit = reference.find_first_of("0123456789");
    long row = 0;
    if (digit != std::string_view::npos) {
      std::from_chars(reference.data() + digit, reference.data() + reference.size(), row);
    }
    return row;
  }

  static std::optional<MergedCells> parsed(std::string_view range) {
    const size_t colon = range.find(':');
    if (colon == std::string_view::npos) return std::nullopt;
    const std::string_view first = range.substr(0, colon);
    const std::string_view last = range.substr(colon + 1);
    const MergedCells cells{row_of(first), row_of(last), column_of(first), column_of(last)};
    if (cells.first_row < 1 || cells.last_row < cells.first_row || cells.first_column < 1 ||
        cells.last_column < cells.first_column ||
        cells.first_column > limits::table_columns.value) {
      return std::nullopt;
    }
    return cells;
  }

  bool found_ = false;
  std::string tail_;
};

Error in_part(Error error, const std::string& part) {
  if (error.where.element.empty() && error.where.line == 0) error.where.element = part;
  return error;
}

}  // namespace

struct Workbook::State {
  ZipArchive archive;
  WorkbookParts parts;
  SharedStrings strings;
  // By sheet; finding them means expanding the whole sheet, so it is done once.
  mutable std::map<size_t, std::vector<MergedCells>> merged;
};

Result<Workbook> Workbook::open(std::shared_ptr<const std::string> bytes) {
  if (is_protected_workbook(*bytes)) return fail("xlsx_encrypted");
  UMIKOE_TRY(auto archive, ZipArchive::open(std::move(bytes)));
  UMIKOE_TRY(auto parts, read_parts(archive));
  SharedStrings strings;
  if (!parts.strings_part.empty()) {
    UMIKOE_TRY(const auto part, archive.part(parts.strings_part));
    auto read = SharedStrings::read(part);
    if (!read) return std::unexpected(in_part(std::move(read).error(), parts.strings_part));
    strings = std::move(*read);
  }
  Workbook workbook;
  workbook.state_ = std::make_shared<const State>(
      State{std::move(archive), std::move(parts), std::move(strings), {}});
  return workbook;
}

const std::vector<Sheet>& Workbook::sheets() const { return state_->parts.sheets; }

Result<std::vector<MergedCells>> Workbook::merged_cells(size_t sheet) const {
  if (const auto at = state_->merged.find(sheet); at != state_->merged.end()) return at->second;
  UMIKOE_TRY(const auto part, state_->archive.part(state_->parts.sheet_parts[sheet]));
  MergedFinder finder;
  std::vector<char> buffer(size_t{64} * 1024);
  for (;;) {
    UMIKOE_TRY(const size_t size, part(buffer));
    if (size == 0) break;
    UMIKOE_TRY(finder.feed({buffer.data(), size}));
  }
  return state_->merged[sheet] = finder.take();
}

Result<void> Workbook::read_rows(size_t sheet,
                                 const std::function<Result<void>(const table::TableRow&)>& row,
                                 int64_t* filled) const {
  UMIKOE_TRY(auto merged, merged_cells(sheet));
  std::erase_if(merged, [](const MergedCells& m) { return m.first_row == m.last_row; });
  const std::string& name = state_->parts.sheet_parts[sheet];
  UMIKOE_TRY(const auto part, state_->archive.part(name));
  SheetRows rows(state_->parts, state_->strings, merged, row);
  XmlHandlers handlers;
  handlers.start = [&](std::string_view element, const XmlAttributes& attributes) {
    return rows.start(element, attributes);
  };
  handlers.end = [&](std::string_view element) { return rows.end(element); };
  handlers.text = [&](std::string_view piece) { return rows.text(piece); };
  if (auto read = read_events(part, handlers); !read) {
    return std::unexpected(in_part(std::move(read).error(), name));
  }
  if (filled) *filled = rows.filled();
  return {};
}

}  // namespace umikoe::formats::xlsx
