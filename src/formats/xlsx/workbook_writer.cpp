#include "formats/xlsx/workbook_writer.h"

#include <sys/mman.h>
#include <unistd.h>
#include <xlsxwriter.h>

#include <algorithm>
#include <array>
#include <memory>

#include "base/utf8.h"

namespace umikoe::formats::xlsx {
namespace {

// Excel's own bounds.
constexpr size_t text_code_points_max = 32'000;
constexpr size_t rows_max = 1'048'000;
constexpr double row_points = 15;
constexpr double row_points_max = 400;

// The library writes to a path only; this is a file that no folder ever holds.
class MemoryFile {
 public:
  MemoryFile() : handle_(memfd_create("workbook", MFD_CLOEXEC)) {}
  ~MemoryFile() {
    if (handle_ >= 0) close(handle_);
  }
  MemoryFile(const MemoryFile&) = delete;
  MemoryFile& operator=(const MemoryFile&) = delete;
  bool good() const { return handle_ >= 0; }
  std::string path() const { return "/proc/self/fd/" + std::to_string(handle_); }
  std::string bytes() const {
    std::string out;
    std::array<char, 64 * 1024> buffer;
    for (off_t at = 0;;) {
      const ssize_t got = pread(handle_, buffer.data(), buffer.size(), at);
      if (got <= 0) return out;
      out.append(buffer.data(), static_cast<size_t>(got));
      at += got;
    }
  }

 private:
  int handle_;
};

// What XML can hold and Excel opens: valid UTF-8 without control characters, not too long.
std::string plain(const std::string& text) {
  std::string out;
  size_t count = 0;
  for (const char32_t c : code_points(text)) {
    if (c < 0x20 && c != '\n' && c != '\t') continue;
    if (++count > text_code_points_max) break;
    append_utf8(out, c);
  }
  return out;
}

// How many lines a cell takes when it is wrapped: wide characters take two of a column's.
int lines_of(const std::string& text, double width) {
  double used = 0;
  int lines = 1;
  for (const char32_t c : code_points(text)) {
    used += c >= 0x2E80 ? 2 : 1;
    if (c != '\n' && used <= width) continue;
    ++lines;
    used = 0;
  }
  return lines;
}

// Not every program heightens a row for a wrapped text by itself.
double height_of(const std::vector<WrittenCell>& cells, const std::vector<double>& widths) {
  int lines = 1;
  for (size_t c = 0; c < cells.size() && c < widths.size(); ++c) {
    lines = std::max(lines, lines_of(cells[c].text, widths[c]));
  }
  return std::min(row_points * lines, row_points_max);
}

struct Formats {
  lxw_format* header;
  lxw_format* text;
  lxw_format* number;
};

Formats formats_of(lxw_workbook* book) {
  Formats out{workbook_add_format(book), workbook_add_format(book), workbook_add_format(book)};
  for (lxw_format* format : {out.header, out.text, out.number}) {
    format_set_font_name(format, "Yu Gothic");
    format_set_font_size(format, 10);
    format_set_align(format, LXW_ALIGN_VERTICAL_TOP);
  }
  format_set_bold(out.header);
  format_set_text_wrap(out.header);
  format_set_bg_color(out.header, 0xE8EEF2);
  format_set_bottom(out.header, LXW_BORDER_THIN);
  format_set_text_wrap(out.text);
  format_set_num_format(out.number, "#,##0");
  return out;
}

bool write_sheet(lxw_workbook* book, const WrittenSheet& sheet, const Formats& formats) {
  lxw_worksheet* page = workbook_add_worksheet(book, sheet.name.c_str());
  if (!page) return false;
  for (size_t c = 0; c < sheet.widths.size(); ++c) {
    const auto column = static_cast<lxw_col_t>(c);
    worksheet_set_column(page, column, column, sheet.widths[c], nullptr);
  }
  lxw_row_t row = 0;
  if (!sheet.header.empty()) {
    for (size_t c = 0; c < sheet.header.size(); ++c) {
      worksheet_write_string(page, row, static_cast<lxw_col_t>(c), plain(sheet.header[c]).c_str(),
                             formats.header);
    }
    worksheet_set_row(page, row, row_points * 2, nullptr);
    worksheet_freeze_panes(page, 1, 0);
    worksheet_repeat_rows(page, 0, 0);
    const auto last = static_cast<lxw_row_t>(std::min(sheet.rows.size(), rows_max));
    worksheet_autofilter(page, 0, 0, last, static_cast<lxw_col_t>(sheet.header.size() - 1));
    worksheet_set_landscape(page);
    ++row;
  }
  worksheet_set_paper(page, 9);  // A4
  worksheet_fit_to_pages(page, 1, 0);
  for (const auto& cells : sheet.rows) {
    if (row > rows_max) break;
    worksheet_set_row(page, row, height_of(cells, sheet.widths), nullptr);
    for (size_t c = 0; c < cells.size(); ++c) {
      const auto column = static_cast<lxw_col_t>(c);
      if (cells[c].number) {
        worksheet_write_number(page, row, column, *cells[c].number, formats.number);
      } else if (!cells[c].text.empty()) {
        worksheet_write_string(page, row, column, plain(cells[c].text).c_str(), formats.text);
      }
    }
    ++row;
  }
  return true;
}

}  // namespace

Result<std::string> workbook_bytes(const WrittenWorkbook& workbook) {
  const MemoryFile file;
  if (!file.good()) return fail("workbook_unwritable");
  lxw_workbook* book = workbook_new(file.path().c_str());
  if (!book) return fail("workbook_unwritable");
  std::string title = plain(workbook.title);
  lxw_doc_properties properties{};
  properties.title = title.data();
  properties.created = static_cast<time_t>(int64_t{workbook.made_on.days} * seconds_per_day);
  workbook_set_properties(book, &properties);
  const Formats formats = formats_of(book);
  bool good = true;
  for (const WrittenSheet& sheet : workbook.sheets) {
    good = write_sheet(book, sheet, formats) && good;
  }
  // Closing frees the book whatever happens.
  if (workbook_close(book) != LXW_NO_ERROR || !good) return fail("workbook_unwritable");
  return file.bytes();
}

}  // namespace umikoe::formats::xlsx
