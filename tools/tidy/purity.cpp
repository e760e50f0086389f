#include <fmt/format.h>

#include <algorithm>
#include <array>

#include "rules.h"

namespace umikoe::tidy {
namespace {

constexpr std::string_view impure_headers[] = {
    "chrono",     "ctime",  "time.h", "sys/time.h", "random",   "fstream", "iostream",
    "filesystem", "thread", "mutex",  "atomic",     "unistd.h", "fcntl.h", "sys/stat.h"};

constexpr std::string_view not_variables[] = {
    "using",    "typedef",   "struct", "class",         "enum",      "union",
    "template", "friend",    "extern", "static_assert", "namespace", "concept",
    "operator", "constexpr", "const",  "UMIKOE_ASSERT"};

bool is_mutable_variable(std::string_view statement) {
  for (const std::string_view word : not_variables) {
    if (find_word(statement, word) != std::string_view::npos) return false;
  }
  // A declaration with arguments before any initialiser is a function.
  const std::string_view declared = statement.substr(0, statement.find_first_of("={"));
  return !declared.contains('(') && declared.find_first_of(" \n*&") != std::string_view::npos;
}

bool follows(std::string_view code, size_t at, std::string_view word) {
  return trimmed(code.substr(at)).starts_with(word);
}

void check_globals(const Source& source, Breaches& breaches) {
  const Structure structure = structure_of(source);
  for (const Statement& statement : structure.namespace_statements) {
    if (!is_mutable_variable(statement.text)) continue;
    breaches.push_back({source.path, statement.line, "globals",
                        "a mutable global: make it constexpr, or pass it as an argument"});
  }
  const std::string_view code = source.code;
  for (const auto& [begin, end] : structure.function_bodies) {
    const std::string_view body = code.substr(0, end);
    for (size_t at = find_word(body, "static", begin); at != std::string_view::npos;
         at = find_word(body, "static", at + 1)) {
      if (follows(code, at + 6, "const")) continue;
      breaches.push_back({source.path, line_at(code, at), "globals",
                          "a static that changes: make it const, or pass it as an argument"});
    }
  }
  for (size_t at = find_word(code, "thread_local"); at != std::string_view::npos;
       at = find_word(code, "thread_local", at + 1)) {
    breaches.push_back({source.path, line_at(code, at), "globals",
                        "thread_local hides state: pass it as an argument"});
  }
}

void check_headers(const Source& source, Breaches& breaches) {
  for (const Include& include : includes_of(source)) {
    if (include.quoted ||
        std::ranges::find(impure_headers, include.target) == std::end(impure_headers)) {
      continue;
    }
    breaches.push_back({source.path, include.line, "purity",
                        fmt::format("rooms know no clock, chance, file or thread (<{}>): take Date "
                                    "today, Rng& or the bytes as an argument",
                                    include.target)});
  }
}

constexpr std::array sql_starts = {
    std::string_view("select "),      std::string_view("insert into "),
    std::string_view("insert or "),   std::string_view("delete from "),
    std::string_view("create table"), std::string_view("create index"),
    std::string_view("create view"),  std::string_view("pragma "),
    std::string_view("drop table"),   std::string_view("alter table"),
    std::string_view("attach '"),     std::string_view("copy (")};

bool is_sql(std::string_view literal) {
  std::string text;
  for (const char c : trimmed(literal)) text += c >= 'A' && c <= 'Z' ? c - 'A' + 'a' : c;
  if (text.starts_with("update ")) return text.contains(" set ");
  if (text.starts_with("select ")) {
    return text.contains(" from ") || text.contains('(') || text.contains('*') || text.size() < 12;
  }
  return std::ranges::any_of(sql_starts, [&](auto start) { return text.starts_with(start); });
}

}  // namespace

Breaches check_purity(const Sources& sources) {
  Breaches breaches;
  for (const Source& source : sources) {
    if (!source.is_cpp() || source.is_test() || source.is_generated()) continue;
    if (source.path.ends_with("_fuzz.cpp")) continue;
    const std::string_view folder = folder_of(source.path);
    if (is_pure_room(folder)) check_headers(source, breaches);
    if (!folder.empty() && folder != "main") check_globals(source, breaches);
  }
  return breaches;
}

Breaches check_sql(const Sources& sources) {
  Breaches breaches;
  for (const Source& source : sources) {
    if (!source.is_cpp() || !source.is_in("src/")) continue;
    for (const Literal& literal : source.literals) {
      if (!is_sql(literal.text)) continue;
      breaches.push_back({source.path, literal.line, "sql",
                          "SQL in C++: give it a name in a .sql file under src/stores"});
    }
  }
  return breaches;
}

}  // namespace umikoe::tidy
