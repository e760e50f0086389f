#pragma once

#include <string>
#include <vector>

namespace umikoe::formats::xlsx {

// One sheet of texts as offices keep them: titles over the whole width, merged, above the table.
struct PlainSheet {
  std::string name = "Sheet1";
  std::vector<std::string> titles = {};
  std::vector<std::vector<std::string>> rows = {};  // the header first
  std::vector<std::string> merged = {};             // further ranges such as "A4:A5"
};

// A workbook of one sheet, the same bytes every time: nothing is compressed and no clock is asked.
// What looks like a plain number becomes a number, all else a text.
std::string plain_workbook(const PlainSheet& sheet);

}  // namespace umikoe::formats::xlsx
