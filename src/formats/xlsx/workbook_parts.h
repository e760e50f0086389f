#pragma once

#include <map>
#include <string>
#include <vector>

#include "formats/xlsx/number_format.h"
#include "formats/xlsx/xlsx_reader.h"
#include "formats/xlsx/zip_archive.h"

namespace umikoe::formats::xlsx {

// What the small parts of a workbook say: its sheets and where they lie, its date system, and the
// number format of each cell style.
struct WorkbookParts {
  std::vector<Sheet> sheets;
  std::vector<std::string> sheet_parts;  // beside `sheets`
  std::string strings_part;              // empty where there is none
  std::vector<NumberFormat> styles;      // by the number cells name
  bool from_1904 = false;
};
Result<WorkbookParts> read_parts(const ZipArchive& archive);

}  // namespace umikoe::formats::xlsx
