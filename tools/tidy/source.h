#pragma once

#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace umikoe::tidy {

// Something that breaks a rule: where, which rule, and what to do instead.
struct Breach {
  std::string path;
  size_t line = 0;  // 1-based; 0 for the whole file
  std::string rule;
  std::string remedy;

  bool operator==(const Breach&) const = default;
};

struct Literal {
  size_t line = 0;
  std::string text;
};

// A file of the tree as the rules see it.
struct Source {
  std::string path;  // from the root, with slashes
  std::string text;
  // The text with comments, literals and preprocessor lines blanked out, of the same length; only
  // for C++.
  std::string code;
  std::vector<Literal> literals;
  size_t comment_lines = 0;

  bool is_cpp() const { return path.ends_with(".cpp") || path.ends_with(".h"); }
  bool is_header() const { return path.ends_with(".h"); }
  bool is_test() const {
    return path.ends_with("_test.cpp") || path.ends_with("_test.h") || path.starts_with("tests/");
  }
  bool is_generated() const;
  bool is_in(std::string_view folder) const { return path.starts_with(folder); }
};

Source make_source(std::string path, std::string text);

std::vector<std::string_view> lines_of(std::string_view text);
size_t line_at(std::string_view text, size_t offset);
bool is_word_char(char c);
std::string_view trimmed(std::string_view text);
// The place of `word` not inside a longer word, from `from` on; npos when there is none.
size_t find_word(std::string_view text, std::string_view word, size_t from = 0);

struct Include {
  size_t line = 0;
  std::string target;
  bool quoted = false;
};
std::vector<Include> includes_of(const Source& source);

// A function with a body. Lambdas count as part of the function they stand in.
struct Function {
  std::string name;
  size_t first_line = 0;
  size_t last_line = 0;

  size_t lines() const { return last_line - first_line + 1; }
};

// A declaration at namespace scope that ends in ';' or has a braced initialiser.
struct Statement {
  size_t line = 0;
  std::string text;
};

struct Structure {
  std::vector<Function> functions;
  std::vector<Statement> namespace_statements;
  std::vector<std::pair<size_t, size_t>> function_bodies;  // offsets into code
};
Structure structure_of(const Source& source);

}  // namespace umikoe::tidy
