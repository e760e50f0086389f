#include <algorithm>

#include "source.h"

namespace umikoe::tidy {
namespace {

enum class Brace { scope, type, function, other };

// What is left of a declaration when template parameters and everything in
// parentheses are taken away.
std::string without_arguments(std::string_view head) {
  head = trimmed(head);
  while (head.starts_with("template")) {
    size_t end = head.find('<');
    for (int angles = 0; end < head.size(); ++end) {
      if (head[end] == '<') ++angles;
      if (head[end] == '>' && --angles == 0) break;
    }
    head = end < head.size() ? trimmed(head.substr(end + 1)) : std::string_view{};
  }
  std::string out;
  int depth = 0;
  for (const char c : head) {
    if (c == ')') --depth;
    if (depth == 0) out += c;
    if (c == '(') ++depth;
  }
  return out;
}

bool has_assignment(std::string head) {
  // The = of operator== and its like is part of a name.
  if (const size_t at = find_word(head, "operator"); at != std::string::npos) head.resize(at);
  for (size_t i = 0; i < head.size(); ++i) {
    if (head[i] != '=') continue;
    const char before = i > 0 ? head[i - 1] : ' ';
    const char after = i + 1 < head.size() ? head[i + 1] : ' ';
    if (after != '=' && !std::string_view("=<>!").contains(before)) return true;
  }
  return false;
}

Brace kind_of(std::string_view head, Brace outer) {
  if (outer == Brace::function || outer == Brace::other) return Brace::other;
  const std::string rest = without_arguments(head);
  if (has_assignment(rest)) return Brace::other;
  if (rest.contains('(')) return Brace::function;
  if (find_word(rest, "namespace") != std::string::npos || trimmed(rest).starts_with("extern")) {
    return Brace::scope;
  }
  for (const char* word : {"struct", "class", "union", "enum"}) {
    if (find_word(rest, word) != std::string::npos) return Brace::type;
  }
  return Brace::other;
}

std::string name_of(std::string_view head) {
  const size_t open = head.find('(');
  std::string_view before = trimmed(head.substr(0, open));
  size_t begin = before.size();
  while (begin > 0 && (is_word_char(before[begin - 1]) || before[begin - 1] == ':')) --begin;
  if (before.substr(begin) != "TEST" && before.substr(begin) != "RC_GTEST_PROP") {
    return std::string(before.substr(begin));
  }
  return std::string(trimmed(head));
}

class Structurer {
 public:
  explicit Structurer(const std::string& code) : code_(code) {}

  Structure run() {
    for (at_ = 0; at_ < code_.size(); ++at_) {
      const char c = code_[at_];
      if (c == '(') ++parentheses_;
      if (c == ')') --parentheses_;
      if (c == '{') open();
      if (c == '}') close();
      if (c == ';' && parentheses_ == 0) end_statement();
    }
    return std::move(found_);
  }

 private:
  struct Open {
    Brace kind;
    size_t head_begin;
    size_t begin;
    int parentheses;
    bool keeps_head;
  };

  Brace outer() const { return open_.empty() ? Brace::scope : open_.back().kind; }
  std::string_view head() const {
    return std::string_view(code_).substr(head_begin_, at_ - head_begin_);
  }

  size_t matching_brace() const {
    int depth = 0;
    for (size_t i = at_; i < code_.size(); ++i) {
      if (code_[i] == '{') ++depth;
      if (code_[i] == '}' && --depth == 0) return i;
    }
    return code_.size();
  }

  // A brace in a constructor's list of initialisers: `A() : x_{1}, y_{2} {`.
  bool is_member_initialiser() const {
    const std::string rest = without_arguments(head());
    const size_t arguments = rest.find(')');
    if (arguments == std::string::npos) return false;
    const std::string after = rest.substr(arguments);
    const size_t colon = after.find(':');
    if (colon == std::string::npos || after.substr(colon).starts_with("::")) return false;
    const std::string_view before = trimmed(head());
    if (!is_word_char(before.back()) && before.back() != '>') return false;
    const std::string_view next = trimmed(std::string_view(code_).substr(matching_brace() + 1));
    return next.starts_with(',') || next.starts_with('{');
  }

  void open() {
    // Braces in arguments or after a name without parentheses keep the declaration going.
    const bool inside = parentheses_ > 0 || is_member_initialiser();
    const Brace kind = inside ? Brace::other : kind_of(head(), outer());
    const bool keeps = inside || (kind == Brace::other && outer() != Brace::function);
    if (kind == Brace::function) remember_place_of_function();
    open_.push_back({kind, head_begin_, at_, parentheses_, keeps});
    parentheses_ = 0;
    if (!keeps) head_begin_ = at_ + 1;
  }

  void remember_place_of_function() {
    Function function;
    const std::string_view text = head();
    const size_t skipped = text.find_first_not_of(" \t\r\n");
    function.name = name_of(text);
    function.first_line = line_at(code_, head_begin_ + (skipped == text.npos ? 0 : skipped));
    found_.functions.push_back(std::move(function));
  }

  void close() {
    if (open_.empty()) return;
    const Open last = open_.back();
    open_.pop_back();
    parentheses_ = last.parentheses;
    if (last.kind == Brace::function) {
      found_.functions.back().last_line = line_at(code_, at_);
      found_.function_bodies.emplace_back(last.begin, at_);
    }
    if (!last.keeps_head) head_begin_ = at_ + 1;
  }

  void end_statement() {
    if (outer() == Brace::scope) {
      const std::string_view text = trimmed(head());
      const size_t skipped = head().find_first_not_of(" \t\r\n");
      if (!text.empty()) {
        found_.namespace_statements.push_back(
            {line_at(code_, head_begin_ + skipped), std::string(text)});
      }
    }
    if (outer() == Brace::scope || outer() == Brace::type) head_begin_ = at_ + 1;
  }

  const std::string& code_;
  Structure found_;
  std::vector<Open> open_;
  size_t at_ = 0;
  size_t head_begin_ = 0;
  int parentheses_ = 0;
};

}  // namespace

Structure structure_of(const Source& source) { return Structurer(source.code).run(); }

}  // namespace umikoe::tidy
