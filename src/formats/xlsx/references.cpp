#include <algorithm>

#include "formats/xlsx/xlsx_reader.h"

namespace umikoe::formats::xlsx {

bool is_zip(std::string_view head) { return head.starts_with("PK\x03\x04"); }

bool is_compound_file(std::string_view head) {
  return head.starts_with("\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1");
}

bool is_protected_workbook(std::string_view head) {
  std::string name;  // stream names are UTF-16
  for (const char c : std::string_view("EncryptedPackage")) {
    name += c;
    name += '\0';
  }
  return head.find(name) != std::string_view::npos;
}

long column_of(std::string_view reference) {
  constexpr size_t letters_max = 3;  // XFD is the last column of Excel
  long column = 0;
  size_t letters = 0;
  while (letters < reference.size() && reference[letters] >= 'A' && reference[letters] <= 'Z') {
    column = column * 26 + (reference[letters] - 'A' + 1);
    if (++letters > letters_max) return 0;
  }
  return column;
}

std::string column_name(long column) {
  std::string name;
  for (; column > 0; column = (column - 1) / 26) {
    name += static_cast<char>('A' + (column - 1) % 26);
  }
  std::ranges::reverse(name);
  return name;
}

}  // namespace umikoe::formats::xlsx
