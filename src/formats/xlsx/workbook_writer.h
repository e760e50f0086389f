#pragma once

#include <optional>
#include <string>
#include <vector>

#include "base/date.h"
#include "base/result.h"

namespace umikoe::formats::xlsx {

// A cell of a sheet for people: a text, or a number to reckon with. A text is never a formula,
// whatever it begins with.
struct WrittenCell {
  std::string text = {};
  std::optional<double> number = {};
};

struct WrittenSheet {
  std::string name;                      // at most 31 characters, none of []:*?/ and backslash
  std::vector<std::string> header = {};  // frozen above the rows; empty: a letter
  std::vector<double> widths = {};       // of the columns, in characters
  std::vector<std::vector<WrittenCell>> rows;
};

struct WrittenWorkbook {
  std::string title;
  Date made_on;  // written into the properties, so that no clock changes the bytes
  std::vector<WrittenSheet> sheets;
};

// The same bytes for the same workbook. Error workbook_unwritable.
Result<std::string> workbook_bytes(const WrittenWorkbook& workbook);

}  // namespace umikoe::formats::xlsx
