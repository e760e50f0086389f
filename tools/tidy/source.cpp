#include "source.h"

#include <algorithm>

namespace umikoe::tidy {
namespace {

bool is_digit(char c) { return c >= '0' && c <= '9'; }

// Walks over C++ text once, copying code and blanking the rest.
class Blanker {
 public:
  explicit Blanker(Source& source) : source_(source), text_(source.text), code_(text_) {}

  void run() {
    while (at_ < text_.size()) {
      const char c = text_[at_];
      if (c == '/' && peek(1) == '/') {
        blank_line_comment();
      } else if (c == '/' && peek(1) == '*') {
        blank_block_comment();
      } else if (c == '#' && only_blanks_before()) {
        blank_directive();
      } else if (c == '"') {
        blank_literal();
      } else if (c == '\'') {
        blank_character();
      } else if (is_digit(c) && (at_ == 0 || !is_word_char(text_[at_ - 1]))) {
        skip_number();
      } else {
        ++at_;
      }
    }
    source_.code = std::move(code_);
  }

 private:
  char peek(size_t ahead) const { return at_ + ahead < text_.size() ? text_[at_ + ahead] : '\0'; }

  void blank_until(size_t end) {
    for (end = std::min(end, text_.size()); at_ < end; ++at_) {
      if (code_[at_] != '\n') code_[at_] = ' ';
    }
  }

  bool only_blanks_before() const {
    for (size_t i = at_; i > 0 && text_[i - 1] != '\n'; --i) {
      if (text_[i - 1] != ' ') return false;
    }
    return true;
  }

  void blank_line_comment() {
    ++source_.comment_lines;
    blank_until(text_.find('\n', at_));
  }

  void blank_block_comment() {
    const size_t close = text_.find("*/", at_ + 2);
    const size_t end = close == std::string::npos ? text_.size() : close + 2;
    source_.comment_lines += std::count(text_.begin() + at_, text_.begin() + end, '\n') + 1;
    blank_until(end);
  }

  // Macros are not functions; continued lines belong to the directive.
  void blank_directive() {
    size_t end = at_;
    do {
      end = text_.find('\n', end + 1);
    } while (end != std::string::npos && text_[end - 1] == '\\');
    const size_t comment = text_.find("//", at_);
    if (comment != std::string::npos && comment < end) ++source_.comment_lines;
    blank_until(end);
  }

  void blank_literal() {
    const size_t begin = at_ + 1;
    size_t end = begin;
    if (at_ > 0 && text_[at_ - 1] == 'R') {
      const size_t open = text_.find('(', at_);
      const std::string close = ")" + text_.substr(begin, open - begin) + "\"";
      end = text_.find(close, open);
      source_.literals.push_back({line_at(text_, at_), text_.substr(open + 1, end - open - 1)});
      blank_until(end == std::string::npos ? end : end + close.size());
      return;
    }
    while (end < text_.size() && text_[end] != '"' && text_[end] != '\n') {
      end += text_[end] == '\\' ? 2 : 1;
    }
    source_.literals.push_back({line_at(text_, at_), text_.substr(begin, end - begin)});
    code_[at_++] = '"';
    blank_until(end);
    ++at_;
  }

  void blank_character() {
    size_t end = at_ + 1;
    while (end < text_.size() && text_[end] != '\'' && text_[end] != '\n') {
      end += text_[end] == '\\' ? 2 : 1;
    }
    blank_until(end + 1);
  }

  // Digit separators are quotes that begin no character.
  void skip_number() {
    while (is_word_char(peek(0)) || peek(0) == '.' || (peek(0) == '\'' && is_word_char(peek(1)))) {
      ++at_;
    }
  }

  Source& source_;
  const std::string& text_;
  std::string code_;
  size_t at_ = 0;
};

}  // namespace

bool Source::is_generated() const {
  const std::string_view head = std::string_view(text).substr(0, 200);
  return head.contains("Do not edit") || path.ends_with("_table.cpp") ||
         path.ends_with("package-lock.json");
}

Source make_source(std::string path, std::string text) {
  Source source;
  source.path = std::move(path);
  source.text = std::move(text);
  if (source.is_cpp()) Blanker(source).run();
  return source;
}

std::vector<std::string_view> lines_of(std::string_view text) {
  std::vector<std::string_view> lines;
  while (!text.empty()) {
    const size_t end = text.find('\n');
    lines.push_back(text.substr(0, end));
    if (end == std::string_view::npos) break;
    text.remove_prefix(end + 1);
  }
  return lines;
}

size_t line_at(std::string_view text, size_t offset) {
  const std::string_view before = text.substr(0, offset);
  return std::ranges::count(before, '\n') + 1;
}

bool is_word_char(char c) {
  return is_digit(c) || (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || c == '_';
}

std::string_view trimmed(std::string_view text) {
  constexpr std::string_view blanks = " \t\r\n";
  const size_t begin = text.find_first_not_of(blanks);
  if (begin == std::string_view::npos) return {};
  return text.substr(begin, text.find_last_not_of(blanks) - begin + 1);
}

size_t find_word(std::string_view text, std::string_view word, size_t from) {
  for (size_t at = text.find(word, from); at != std::string_view::npos;
       at = text.find(word, at + 1)) {
    const bool begins = at == 0 || !is_word_char(text[at - 1]);
    const size_t end = at + word.size();
    if (begins && (end == text.size() || !is_word_char(text[end]))) return at;
  }
  return std::string_view::npos;
}

std::vector<Include> includes_of(const Source& source) {
  std::vector<Include> found;
  size_t number = 0;
  for (std::string_view line : lines_of(source.text)) {
    ++number;
    line = trimmed(line);
    if (!line.starts_with("#include")) continue;
    line = trimmed(line.substr(8));
    if (line.size() < 2) continue;
    const bool quoted = line[0] == '"';
    const size_t end = line.find(quoted ? '"' : '>', 1);
    if (end == std::string_view::npos) continue;
    found.push_back({number, std::string(line.substr(1, end - 1)), quoted});
  }
  return found;
}

}  // namespace umikoe::tidy
