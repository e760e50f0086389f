#include <fmt/format.h>

#include <algorithm>

#include "rules.h"

namespace umikoe::tidy {
namespace {

constexpr size_t function_lines_max = 60;
constexpr size_t file_lines_max = 500;
constexpr size_t columns_max = 100;

bool has_size_gate(const Source& source) {
  constexpr std::string_view endings[] = {".cpp", ".h",  ".py",  ".sql",   ".cmake",
                                          ".ts",  ".js", ".css", ".svelte"};
  return !source.is_generated() &&
         std::ranges::any_of(endings, [&](auto e) { return source.path.ends_with(e); });
}

// A sentence for people is one line of the table, however long; a link cannot be broken.
bool has_column_gate(const Source& source) {
  return has_size_gate(source) && !source.is_in("src/messages/") && !source.is_in("web/");
}

size_t columns_of(std::string_view line) {
  return std::ranges::count_if(line, [](char c) { return (c & 0xC0) != 0x80; });
}

void check_columns(const Source& source, Breaches& breaches) {
  size_t number = 0;
  for (const std::string_view line : lines_of(source.text)) {
    ++number;
    if (columns_of(line) <= columns_max || line.contains("://")) continue;
    breaches.push_back({source.path, number, "columns",
                        fmt::format("{} columns, at most {}: break the line (clang-format does)",
                                    columns_of(line), columns_max)});
  }
}

void check_functions(const Source& source, Breaches& breaches) {
  for (const Function& function : structure_of(source).functions) {
    if (function.lines() <= function_lines_max) continue;
    breaches.push_back({source.path, function.first_line, "function size",
                        fmt::format("{} has {} lines, at most {}: keep the control flow, move pure "
                                    "steps out by name",
                                    function.name, function.lines(), function_lines_max)});
  }
}

}  // namespace

Breaches check_sizes(const Sources& sources) {
  Breaches breaches;
  for (const Source& source : sources) {
    if (!has_size_gate(source)) continue;
    const size_t lines = lines_of(source.text).size();
    if (lines > file_lines_max) {
      breaches.push_back({source.path, 0, "file size",
                          fmt::format("{} lines, at most {}: split by concept, one per file", lines,
                                      file_lines_max)});
    }
    if (has_column_gate(source)) check_columns(source, breaches);
    if (source.is_cpp()) check_functions(source, breaches);
  }
  return breaches;
}

}  // namespace umikoe::tidy
