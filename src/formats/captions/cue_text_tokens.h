#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace umikoe::formats::captions {

enum class CueTokenKind { text, start_tag, end_tag, timestamp_tag };

// A token of WebVTT cue text. `value` is the text, the tag's name or the timestamp as written.
struct CueToken {
  CueTokenKind kind = CueTokenKind::text;
  std::string value;
  std::vector<std::string> classes;
  std::string annotation;
};

// The WebVTT cue text tokenizer (W3C WebVTT, section 6.4), a state for a state.
class CueTextTokens {
 public:
  // The text must outlive the tokens.
  explicit CueTextTokens(std::string_view input) : input_(input) {}

  // The next token; nothing at the end.
  std::optional<CueToken> next();

 private:
  enum class State { data, tag, start_tag, classes, annotation, end_tag, timestamp };

  bool at_end() const { return position_ >= input_.size(); }
  void append_reference(std::string& to, char additional_allowed);
  std::optional<CueToken> end_of_tag(State state);
  bool step_in_data(char c);
  State step_in_tag(char c);
  State step_in_start_tag(char c);
  State step_in_classes(char c);
  void step_in_annotation(char c);

  std::string_view input_;
  size_t position_ = 0;
  std::string result_;
  std::string buffer_;
  std::vector<std::string> classes_;
};

}  // namespace umikoe::formats::captions
