#include <array>
#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>

#include "base/limits.h"
#include "formats/xlsx/xlsx_test_file.h"

// The first byte chooses: 0 the whole archive, else the part of a good workbook that is replaced,
// because few changed bytes of an archive get past its checksums.
extern "C" int LLVMFuzzerTestOneInput(const uint8_t* data, size_t size) {
  namespace xlsx = umikoe::formats::xlsx;
  namespace limits = umikoe::limits;
  if (size == 0) return 0;
  std::string bytes(reinterpret_cast<const char*>(data) + 1, size - 1);
  const size_t choice = data[0] % 6;
  if (choice > 0) {
    xlsx::TestWorkbook workbook;
    workbook.formats = {"yyyy/m/d", "h:mm", "000"};
    workbook.shared = {"<t>a</t>"};
    workbook.sheets = {
        {.rows = {{xlsx::shared_cell(0), xlsx::number_cell("43556", 1)}}, .merged = {"A1:A2"}}};
    static constexpr std::array<std::string_view, 5> parts = {
        "xl/worksheets/sheet1.xml", "xl/sharedStrings.xml", "xl/styles.xml", "xl/workbook.xml",
        "xl/_rels/workbook.xml.rels"};
    auto all = xlsx::parts_of(workbook);
    for (auto& part : all) {
      if (part.name == parts[choice - 1]) part.bytes = bytes;
    }
    bytes = xlsx::zip_of(all);
  }
  const auto workbook = xlsx::open_bytes(std::move(bytes));
  if (!workbook) return 0;
  for (size_t sheet = 0; sheet < workbook->sheets().size(); ++sheet) {
    long line = 0;
    (void)workbook->read_rows(
        sheet, [&](const umikoe::formats::table::TableRow& row) -> umikoe::Result<void> {
          UMIKOE_ASSERT(row.line > line && row.line <= limits::xlsx_rows.value);
          UMIKOE_ASSERT(std::ssize(row.cells) <= limits::table_columns.value);
          bool any = false;
          for (const auto& cell : row.cells) {
            any = any || !cell.empty();
            UMIKOE_ASSERT(std::ssize(cell) <= limits::table_cell_bytes.value);
          }
          UMIKOE_ASSERT(any);
          line = row.line;
          return {};
        });
  }
  return 0;
}
