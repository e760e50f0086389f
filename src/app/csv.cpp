#include "app/csv.h"

#include <string_view>

namespace umikoe::app {
namespace {

std::string csv_cell(std::string text) {
  if (!text.empty() && std::string_view("=+-@").contains(text[0])) text.insert(0, "'");
  if (text.find_first_of(",\"\r\n") == std::string::npos) return text;
  std::string out = "\"";
  for (const char c : text) {
    if (c == '"') out += '"';
    out += c;
  }
  return out + "\"";
}

}  // namespace

std::string csv_row(std::span<const std::string> cells) {
  std::string out;
  for (const auto& cell : cells) {
    if (!out.empty() || &cell != &cells.front()) out += ',';
    out += csv_cell(cell);
  }
  return out + "\r\n";
}

}  // namespace umikoe::app
