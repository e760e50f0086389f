#include "formats/table/csv_dialect.h"

#include <algorithm>
#include <array>

namespace umikoe::formats::table {
namespace {

std::string_view first_line(std::string_view text) {
  while (text.starts_with('\n') || text.starts_with('\r')) text.remove_prefix(1);
  return text.substr(0, text.find_first_of("\r\n"));
}

}  // namespace

char delimiter_of(std::string_view text) {
  std::array<int, 256> seen = {};
  bool quoted = false;
  for (const char c : first_line(text)) {
    if (c == '"') quoted = !quoted;
    if (!quoted) ++seen[static_cast<unsigned char>(c)];
  }
  char best = ',';
  for (const char c : {';', '\t'}) {
    if (seen[static_cast<unsigned char>(c)] > seen[static_cast<unsigned char>(best)]) best = c;
  }
  return best;
}

std::string header_name(std::string_view cell) {
  const size_t first = cell.find_first_not_of(" \t");
  if (first == std::string_view::npos) return {};
  std::string name(cell.substr(first, cell.find_last_not_of(" \t") - first + 1));
  std::ranges::transform(name, name.begin(), [](char c) {
    return c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c;
  });
  return name;
}

std::vector<std::string> headers_of(std::string_view text) {
  const char delimiter = delimiter_of(text);
  std::vector<std::string> headers;
  std::string cell;
  bool quoted = false;
  for (const char c : first_line(text)) {
    if (c == '"') {
      quoted = !quoted;
    } else if (c == delimiter && !quoted) {
      headers.push_back(header_name(cell));
      cell.clear();
    } else {
      cell += c;
    }
  }
  headers.push_back(header_name(cell));
  return headers;
}

}  // namespace umikoe::formats::table
