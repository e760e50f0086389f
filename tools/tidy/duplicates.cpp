#include <fmt/format.h>

#include <algorithm>
#include <map>
#include <unordered_map>

#include "rules.h"

namespace umikoe::tidy {
namespace {

constexpr size_t window = 8;
constexpr double duplicate_percent_max = 2.5;

struct CodeLine {
  const Source* source;
  size_t number;
  std::string text;
  bool duplicate = false;
};

// Lines with something to copy: blanks, lone braces, comments and directives say nothing.
std::vector<CodeLine> code_lines(const Source& source) {
  std::vector<CodeLine> lines;
  const auto text = lines_of(source.text);
  const auto code = lines_of(source.code);
  for (size_t i = 0; i < text.size(); ++i) {
    const std::string_view bare = trimmed(code[i]);
    if (bare.find_first_not_of("{}();, ") == std::string_view::npos) continue;
    lines.push_back({&source, i + 1, std::string(trimmed(text[i]))});
  }
  return lines;
}

}  // namespace

double Duplicates::percent() const {
  return lines == 0 ? 0.0 : 100.0 * static_cast<double>(duplicate_lines) / lines;
}

Duplicates find_duplicates(const Sources& sources) {
  std::vector<std::vector<CodeLine>> files;
  for (const Source& source : sources) {
    const bool counted =
        source.is_cpp() && source.is_in("src/") && !source.is_test() && !source.is_generated();
    if (counted) files.push_back(code_lines(source));
  }
  std::unordered_map<std::string, std::vector<std::pair<size_t, size_t>>> places;
  for (size_t f = 0; f < files.size(); ++f) {
    for (size_t i = 0; i + window <= files[f].size(); ++i) {
      std::string key;
      for (size_t k = i; k < i + window; ++k) key += files[f][k].text + '\n';
      places[key].emplace_back(f, i);
    }
  }
  Duplicates found;
  std::map<std::pair<const Source*, const Source*>, std::pair<size_t, Breach>> pairs;
  for (const auto& [key, starts] : places) {
    if (starts.size() < 2) continue;
    for (const auto& [f, i] : starts) {
      for (size_t k = i; k < i + window; ++k) files[f][k].duplicate = true;
    }
    const CodeLine& a = files[starts[0].first][starts[0].second];
    const CodeLine& b = files[starts[1].first][starts[1].second];
    auto& entry = pairs[{a.source, b.source}];
    const bool earlier = entry.first == 0 || a.number < entry.second.line;
    ++entry.first;
    if (earlier) {
      entry.second = {a.source->path, a.number, "duplicates",
                      fmt::format("the same lines as {}:{}", b.source->path, b.number)};
    }
  }
  for (const auto& file : files) {
    found.lines += file.size();
    found.duplicate_lines += std::ranges::count(file, true, &CodeLine::duplicate);
  }
  std::vector<std::pair<size_t, Breach>> ordered;
  for (const auto& [_, entry] : pairs) ordered.push_back(entry);
  std::ranges::stable_sort(ordered, std::greater{}, [](const auto& entry) { return entry.first; });
  for (auto& [_, breach] : ordered) found.places.push_back(std::move(breach));
  return found;
}

Breaches check_duplicates(const Sources& sources) {
  Duplicates found = find_duplicates(sources);
  if (found.percent() <= duplicate_percent_max) return {};
  for (Breach& breach : found.places) {
    breach.remedy += fmt::format(
        "; {:.1f} % of the lines are duplicates, at most {} %: "
        "give the shared step a name",
        found.percent(), duplicate_percent_max);
  }
  return found.places;
}

}  // namespace umikoe::tidy
