#include <fmt/format.h>

#include <algorithm>
#include <set>

#include "rules.h"

namespace umikoe::tidy {
namespace {

constexpr std::string_view folders[] = {"src",   "docs",  "data", "tools",     "tests", "web",
                                        "cmake", "bench", "fuzz", "decisions", ".ci"};
// Places that appear only once something was built.
constexpr std::string_view made_places[] = {"build/",   "./demo",           "demo/",
                                            "web/dist", "web/node_modules", "test-report"};

bool is_path_char(char c) { return is_word_char(c) || c == '/' || c == '.' || c == '-'; }

// What documents say about files: a word with a slash whose first part is ours, or a script.
bool is_claim(std::string_view word) {
  if (!std::ranges::all_of(word, is_path_char) || word.contains("NNNN")) return false;
  if (word.starts_with("./")) return true;
  const size_t slash = word.find('/');
  if (slash == std::string_view::npos) return false;
  const std::string_view first = word.substr(0, slash);
  if (std::ranges::find(folders, first) != std::end(folders)) return true;
  return allowed_includes(first).has_value() && word.contains('.');
}

class Places {
 public:
  explicit Places(const std::vector<std::string>& paths) {
    for (std::string_view path : paths) {
      known_.emplace(path);
      for (size_t at = path.find('/'); at != path.npos; at = path.find('/', at + 1)) {
        known_.emplace(path.substr(0, at));
      }
    }
  }

  // From the root, from src/, or beside the document.
  bool has(std::string_view word, std::string_view document) const {
    for (const std::string_view made : made_places) {
      if (word.starts_with(made)) return true;
    }
    if (word.starts_with("./")) word.remove_prefix(2);
    while (word.ends_with('/') || word.ends_with('.')) word.remove_suffix(1);
    if (word.empty()) return true;
    const std::string beside = std::string(document.substr(0, document.rfind('/') + 1));
    const std::string name(word);
    return known_.contains(name) || known_.contains("src/" + name) ||
           known_.contains(beside + name);
  }

 private:
  std::set<std::string, std::less<>> known_;
};

std::set<std::string> words_of_command_line(const Sources& sources) {
  std::set<std::string> words;
  for (const Source& source : sources) {
    if (!source.is_in("src/cli/") || source.is_test()) continue;
    for (const Literal& literal : source.literals) words.insert(literal.text);
  }
  return words;
}

// The verb of `umikoe verb ...`, or nothing.
std::string verb_of(std::string_view span) {
  if (!span.starts_with("umikoe ")) return {};
  span = trimmed(span.substr(7));
  size_t end = 0;
  while (end < span.size() && ((span[end] >= 'a' && span[end] <= 'z') || span[end] == '-')) ++end;
  return std::string(span.starts_with('-') ? std::string_view{} : span.substr(0, end));
}

std::vector<Literal> backticked(const Source& source) {
  std::vector<Literal> spans;
  size_t number = 0;
  for (std::string_view line : lines_of(source.text)) {
    ++number;
    for (size_t open = line.find('`'); open != line.npos;) {
      const size_t close = line.find('`', open + 1);
      if (close == line.npos) break;
      if (close > open + 1) {
        spans.push_back({number, std::string(line.substr(open + 1, close - open - 1))});
      }
      open = line.find('`', close + 1);
    }
  }
  return spans;
}

bool is_checked_document(const Source& source) {
  return source.path.ends_with(".md") && (!source.path.contains('/') || source.is_in("docs/") ||
                                          source.is_in("data/") || source.is_in("src/"));
}

}  // namespace

Breaches check_documents(const Sources& sources, const std::vector<std::string>& paths) {
  Breaches breaches;
  const Places places(paths);
  const auto verbs = words_of_command_line(sources);
  for (const Source& source : sources) {
    if (!is_checked_document(source)) continue;
    for (const Literal& span : backticked(source)) {
      const std::string word = span.text.substr(0, span.text.find(' '));
      if (is_claim(word) && !places.has(word, source.path)) {
        breaches.push_back({source.path, span.line, "documents",
                            fmt::format("{} does not exist: name the place it moved to", word)});
      }
      const std::string verb = verb_of(span.text);
      if (verb.empty() || verbs.empty() || verbs.contains(verb)) continue;
      breaches.push_back({source.path, span.line, "documents",
                          fmt::format("umikoe has no verb \"{}\": see src/cli", verb)});
    }
  }
  return breaches;
}

}  // namespace umikoe::tidy
