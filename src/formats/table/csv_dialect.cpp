#include "formats/table/csv_dialect.h"

#include <algorithm>
#include <array>

namespace umikoe::formats::table {
namespace {

std::string_view first_line(std::string_view text) {
  while (text.starts_with('\n') || text.starts_with('\r')) text.remove_prefix(1);
  return text.substr(0, text.find_first_of("\r\n"));
}

std::string_view after_first_line(std::string_view text) {
  const std::string_view line = first_line(text);
  return text.substr(static_cast<size_t>(line.data() - text.data()) + line.size());
}

std::vector<std::string> cells_of(std::string_view line, char delimiter) {
  std::vector<std::string> cells;
  std::string cell;
  bool quoted = false;
  for (const char c : line) {
    if (c == '"') {
      quoted = !quoted;
    } else if (c == delimiter && !quoted) {
      cells.push_back(header_name(cell));
      cell.clear();
    } else {
      cell += c;
    }
  }
  cells.push_back(header_name(cell));
  return cells;
}

}  // namespace

char delimiter_of(std::string_view text) {
  // Titles above a table have none, so the first line that has one decides.
  constexpr int lines_looked_at = 30;
  for (int i = 0; i < lines_looked_at && !text.empty(); ++i) {
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
    if (seen[static_cast<unsigned char>(best)] > 0) return best;
    text = after_first_line(text);
  }
  return ',';
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
  return cells_of(first_line(text), delimiter_of(text));
}

std::vector<std::vector<std::string>> first_lines_of(std::string_view text, size_t count) {
  const char delimiter = delimiter_of(text);
  std::vector<std::vector<std::string>> lines;
  while (lines.size() < count && !text.empty()) {
    lines.push_back(cells_of(first_line(text), delimiter));
    text = after_first_line(text);
  }
  return lines;
}

}  // namespace umikoe::formats::table
