#include <fmt/format.h>

#include <algorithm>
#include <functional>
#include <map>
#include <set>

#include "rules.h"

namespace umikoe::tidy {
namespace {

size_t at_share(std::vector<size_t> values, double share) {
  if (values.empty()) return 0;
  std::ranges::sort(values);
  return values[static_cast<size_t>(share * static_cast<double>(values.size() - 1))];
}

size_t largest(const std::vector<size_t>& values) {
  return values.empty() ? 0 : std::ranges::max(values);
}

// The project's own includes between files of src/.
struct Graph {
  std::map<std::string, std::vector<std::string>> includes;

  explicit Graph(const Sources& sources) {
    for (const Source& source : sources) {
      if (!source.is_cpp() || !source.is_in("src/")) continue;
      auto& list = includes[source.path];
      for (const Include& include : includes_of(source)) {
        if (include.quoted) list.push_back("src/" + include.target);
      }
    }
  }

  std::set<std::string> all_from(const std::string& path) const {
    std::set<std::string> seen;
    std::vector<std::string> open = {path};
    while (!open.empty()) {
      const std::string next = open.back();
      open.pop_back();
      const auto found = includes.find(next);
      if (found == includes.end()) continue;
      for (const std::string& target : found->second) {
        if (seen.insert(target).second) open.push_back(target);
      }
    }
    return seen;
  }

  size_t depth_from(const std::string& path, std::map<std::string, size_t>& known) const {
    if (const auto found = known.find(path); found != known.end()) return found->second;
    known[path] = 0;
    size_t deepest = 0;
    if (const auto found = includes.find(path); found != includes.end()) {
      for (const std::string& target : found->second) {
        deepest = std::max(deepest, 1 + depth_from(target, known));
      }
    }
    return known[path] = deepest;
  }
};

struct Row {
  std::string indicator;
  std::string value;
  std::string target;
};

std::vector<Row> size_rows(const Sources& sources) {
  std::vector<size_t> headers, bodies, all, functions;
  for (const Source& source : sources) {
    if (!source.is_cpp() || !source.is_in("src/") || source.is_generated()) continue;
    const size_t lines = lines_of(source.text).size();
    all.push_back(lines);
    if (source.is_header()) headers.push_back(lines);
    if (!source.is_header() && !source.is_test()) bodies.push_back(lines);
    if (source.is_test()) continue;
    for (const Function& function : structure_of(source).functions) {
      functions.push_back(function.lines());
    }
  }
  const auto over = std::ranges::count_if(functions, [](size_t lines) { return lines > 60; });
  return {{"header / source median lines",
           fmt::format("{} / {}", at_share(headers, 0.5), at_share(bodies, 0.5)), "<= 60 / <= 130"},
          {"file p90 / max lines", fmt::format("{} / {}", at_share(all, 0.9), largest(all)),
           "<= 350 / 500"},
          {"function median / p90 / over 60 lines",
           fmt::format("{} / {} / {} of {}", at_share(functions, 0.5), at_share(functions, 0.9),
                       over, functions.size()),
           "<= 8 / <= 30 / 0"}};
}

// Folders that reach each other through includes.
size_t folders_in_cycles(const Graph& graph) {
  std::map<std::string, std::set<std::string>> folders;
  for (const auto& [path, targets] : graph.includes) {
    for (const std::string& target : targets) {
      folders[std::string(folder_of(path))].emplace(folder_of(target));
    }
  }
  size_t count = 0;
  for (const auto& [folder, targets] : folders) {
    std::set<std::string> seen;
    std::vector<std::string> open(targets.begin(), targets.end());
    std::erase(open, folder);
    while (!open.empty()) {
      const std::string next = open.back();
      open.pop_back();
      if (!seen.insert(next).second) continue;
      open.insert(open.end(), folders[next].begin(), folders[next].end());
    }
    count += seen.contains(folder);
  }
  return count;
}

std::vector<Row> include_rows(const Sources& sources) {
  const Graph graph(sources);
  std::vector<size_t> depths, headers, fan_out;
  std::map<std::string, size_t> fan_in, known;
  for (const auto& [path, targets] : graph.includes) {
    fan_out.push_back(targets.size());
    for (const std::string& target : targets) ++fan_in[target];
    if (!path.ends_with(".cpp")) continue;
    depths.push_back(graph.depth_from(path, known));
    headers.push_back(graph.all_from(path).size());
  }
  std::pair<size_t, std::string> most;
  for (const auto& [path, count] : fan_in) {
    if (folder_of(path) != "base") most = std::max(most, {count, path});
  }
  return {
      {"include depth; headers per unit, median",
       fmt::format("{}; {}", largest(depths), at_share(headers, 0.5)), "<= 10; <= 15"},
      {"fan-out p90; highest fan-in outside base",
       fmt::format("{}; {} ({})", at_share(fan_out, 0.9), most.first, most.second), "<= 8; <= 30"},
      {"folders in a cycle", fmt::format("{}", folders_in_cycles(graph)), "0"}};
}

size_t count_word(std::string_view text, std::string_view word) {
  size_t count = 0;
  for (size_t at = find_word(text, word); at != text.npos; at = find_word(text, word, at + 1)) {
    ++count;
  }
  return count;
}

std::vector<Row> content_rows(const Sources& sources) {
  size_t production = 0, tests = 0, comments = 0, lines = 0, asserts = 0, functions = 0, fuzz = 0;
  for (const Source& source : sources) {
    const bool text_test = source.is_in("tests/") && !source.is_generated();
    if (text_test) tests += lines_of(source.text).size();
    if (!source.is_cpp() || !source.is_in("src/") || source.is_generated()) continue;
    const size_t count = lines_of(source.text).size();
    if (source.path.ends_with("_fuzz.cpp")) {
      ++fuzz;
      continue;
    }
    (source.is_test() ? tests : production) += count;
    if (source.is_test()) continue;
    lines += count;
    comments += source.comment_lines;
    if (!is_pure_room(folder_of(source.path))) continue;
    asserts += count_word(source.code, "UMIKOE_ASSERT");
    functions += structure_of(source).functions.size();
  }
  const auto share = [](size_t part, size_t whole) {
    return whole == 0 ? 0.0 : static_cast<double>(part) / static_cast<double>(whole);
  };
  const Duplicates duplicates = find_duplicates(sources);
  return {{"duplicate lines (8-line window)",
           fmt::format("{:.1f} % ({} of {})", duplicates.percent(), duplicates.duplicate_lines,
                       duplicates.lines),
           "<= 2.5 %"},
          {"comment share", fmt::format("{:.1f} %", 100 * share(comments, lines)), "12-18 %"},
          {"asserts per function (rooms)", fmt::format("{:.2f}", share(asserts, functions)), "-"},
          {"test : production lines",
           fmt::format("{:.2f} ({} : {})", share(tests, production), tests, production), ">= 1.2"},
          {"fuzz targets beside their parsers", fmt::format("{}", fuzz), "every parser"}};
}

}  // namespace

std::string report(const Sources& sources) {
  std::vector<Row> rows = size_rows(sources);
  for (const auto& more : {include_rows(sources), content_rows(sources)}) {
    rows.insert(rows.end(), more.begin(), more.end());
  }
  std::string text = fmt::format("{:<44} {:<34} {}\n", "indicator", "this tree", "target");
  for (const Row& row : rows) {
    text += fmt::format("{:<44} {:<34} {}\n", row.indicator, row.value, row.target);
  }
  return text;
}

}  // namespace umikoe::tidy
