#include <fmt/format.h>

#include <algorithm>
#include <array>

#include "rules.h"

namespace umikoe::tidy {
namespace {

constexpr std::string_view heavy_headers[] = {"chrono", "regex", "filesystem", "iostream"};

std::string lowered(std::string_view text) {
  std::string out(text);
  for (char& c : out) {
    if (c >= 'A' && c <= 'Z') c = static_cast<char>(c - 'A' + 'a');
  }
  return out;
}

struct BannedWord {
  std::string_view word;       // lower case, found anywhere in a line
  std::string_view unless;     // the longer word it may be part of
  std::string_view also_fine;  // a name of a standard or a tool that holds it
  std::string_view remedy;
};
constexpr std::array banned = {
    BannedWord{"catalog", "catalogue", "catalognumber", "catalogue"},
    BannedWord{"localization", "", "", "localisation"},
    BannedWord{"funding program", "funding programme", "", "programme"},
    BannedWord{"grant program", "grant programme", "", "programme"},
    BannedWord{"support program", "support programme", "", "programme"},
    BannedWord{"subsidy program", "subsidy programme", "", "programme"},
};

void check_banned(const Source& source, size_t number, const std::string& line,
                  Breaches& breaches) {
  for (const BannedWord& rule : banned) {
    for (size_t at = line.find(rule.word); at != std::string::npos;
         at = line.find(rule.word, at + 1)) {
      const std::string_view rest = std::string_view(line).substr(at);
      if (!rule.unless.empty() && rest.starts_with(rule.unless)) continue;
      if (!rule.also_fine.empty() && rest.starts_with(rule.also_fine)) continue;
      breaches.push_back({source.path, number, "words",
                          fmt::format("\"{}\": this project writes {}", rule.word, rule.remedy)});
    }
  }
}

void check_todo(const Source& source, size_t number, std::string_view line, Breaches& breaches) {
  for (const std::string_view word : {"TODO", "FIXME", "XXX"}) {
    if (find_word(line, word) == std::string_view::npos) continue;
    const bool numbered = line.contains("issue ") || line.contains("decisions/") ||
                          (line.contains('#') && line.find_first_of("0123456789") != line.npos);
    if (numbered) continue;
    breaches.push_back(
        {source.path, number, "words",
         fmt::format("{} without an issue or decision number: name one, or do it", word)});
  }
}

// Names that say nothing about what is inside.
bool is_drawer(std::string_view name) {
  for (const std::string_view ending : {"Utils", "Util", "Helpers", "Helper", "Manager"}) {
    if (name.ends_with(ending)) return true;
  }
  return (name.starts_with("Common") && name.size() > 6) || (name.ends_with("Common"));
}

void check_names(const Source& source, Breaches& breaches) {
  const std::string_view stem = std::string_view(source.path).substr(source.path.rfind('/') + 1);
  for (const std::string_view word :
       {"utils.", "util.", "helpers.", "helper.", "common.", "manager.", "misc."}) {
    const size_t at = stem.find(word);
    if (at == std::string_view::npos || (at > 0 && stem[at - 1] != '_')) continue;
    breaches.push_back({source.path, 0, "words", "a drawer: name the file after its one concept"});
  }
  size_t at = 0;
  const std::string_view code = source.code;
  while (at < code.size()) {
    const size_t begin = at;
    while (at < code.size() && is_word_char(code[at])) ++at;
    const std::string_view word = code.substr(begin, at - begin);
    if (is_drawer(word)) {
      breaches.push_back({source.path, line_at(code, begin), "words",
                          fmt::format("{} says nothing: name what it does", word)});
    }
    ++at;
  }
}

void check_cpp(const Source& source, Breaches& breaches) {
  if (const size_t at = source.code.find("using namespace"); at != std::string::npos) {
    breaches.push_back({source.path, line_at(source.code, at), "namespaces",
                        "using namespace: name what you use"});
  }
  check_names(source, breaches);
  if (!source.is_header()) return;
  if (!source.text.contains("#pragma once")) {
    breaches.push_back({source.path, 1, "headers", "begin the header with #pragma once"});
  }
  for (const Include& include : includes_of(source)) {
    if (std::ranges::find(heavy_headers, include.target) == std::end(heavy_headers)) continue;
    breaches.push_back(
        {source.path, include.line, "headers",
         fmt::format("<{}> costs every includer seconds: move it into the .cpp", include.target)});
  }
}

bool has_word_gate(const Source& source) {
  constexpr std::string_view folders[] = {"src/",  "tools/",   "tests/", "bench/",
                                          "fuzz/", "web/src/", "docs/",  "decisions/"};
  // tidy names the words it bans.
  if (source.is_in("tools/tidy/") || source.is_generated()) return false;
  return std::ranges::any_of(folders, [&](auto folder) { return source.is_in(folder); }) ||
         !source.path.contains('/');
}

}  // namespace

Breaches check_words(const Sources& sources) {
  Breaches breaches;
  for (const Source& source : sources) {
    if (source.is_cpp() && !source.is_generated()) check_cpp(source, breaches);
    if (!has_word_gate(source)) continue;
    // The style guide has to name what it forbids.
    const bool names_words = source.path == "STYLE.md" || source.path == "CONTRIBUTING.md";
    size_t number = 0;
    for (const std::string_view line : lines_of(source.text)) {
      ++number;
      if (names_words) continue;
      check_banned(source, number, lowered(line), breaches);
      check_todo(source, number, line, breaches);
    }
  }
  return breaches;
}

}  // namespace umikoe::tidy
