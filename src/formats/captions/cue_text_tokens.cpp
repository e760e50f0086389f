#include "formats/captions/cue_text_tokens.h"

#include "formats/captions/character_reference.h"

namespace umikoe::formats::captions {
namespace {

constexpr std::string_view ascii_white = " \t\n\f\r";

bool is_white(char c) { return ascii_white.contains(c); }

// Outer white space removed, inner white space one blank.
std::string collapsed(std::string_view text) {
  std::string out;
  for (const char c : text) {
    if (!is_white(c)) {
      out += c;
    } else if (!out.empty() && out.back() != ' ') {
      out += ' ';
    }
  }
  if (out.ends_with(' ')) out.pop_back();
  return out;
}

}  // namespace

// The position is on the ampersand; afterwards it is on the last character of what was taken.
void CueTextTokens::append_reference(std::string& to, char additional_allowed) {
  const CharacterReference reference =
      consume_character_reference(input_.substr(position_ + 1), additional_allowed);
  if (reference.length == 0) {
    to += '&';
  } else {
    to += reference.text;
    position_ += reference.length;
  }
}

// False where the text ends before this character, which begins a tag.
bool CueTextTokens::step_in_data(char c) {
  if (c == '<' && !result_.empty()) return false;
  if (c == '&') {
    append_reference(result_, '\0');
  } else {
    result_ += c;
  }
  return true;
}

CueTextTokens::State CueTextTokens::step_in_tag(char c) {
  if (c == '\t' || c == '\n' || c == '\f' || c == ' ') return State::annotation;
  if (c == '.') return State::classes;
  if (c == '/') return State::end_tag;
  result_ = c;
  return c >= '0' && c <= '9' ? State::timestamp : State::start_tag;
}

CueTextTokens::State CueTextTokens::step_in_start_tag(char c) {
  if (c == '\t' || c == '\f' || c == ' ') return State::annotation;
  if (c == '\n') {
    buffer_ = c;
    return State::annotation;
  }
  if (c == '.') return State::classes;
  result_ += c;
  return State::start_tag;
}

CueTextTokens::State CueTextTokens::step_in_classes(char c) {
  const bool ends_tag_name = c == '\t' || c == '\f' || c == ' ' || c == '\n';
  if (!ends_tag_name && c != '.') {
    buffer_ += c;
    return State::classes;
  }
  classes_.push_back(std::move(buffer_));
  buffer_.clear();
  if (c == '\n') buffer_ = c;
  return ends_tag_name ? State::annotation : State::classes;
}

void CueTextTokens::step_in_annotation(char c) {
  if (c == '&') {
    append_reference(buffer_, '>');
  } else {
    buffer_ += c;
  }
}

// The entry "end-of-file marker" of each state.
std::optional<CueToken> CueTextTokens::end_of_tag(State state) {
  CueToken token{CueTokenKind::start_tag, std::move(result_), std::move(classes_), {}};
  if (state == State::data) token.kind = CueTokenKind::text;
  if (state == State::end_tag) token.kind = CueTokenKind::end_tag;
  if (state == State::timestamp) token.kind = CueTokenKind::timestamp_tag;
  if (state == State::classes) token.classes.push_back(std::move(buffer_));
  if (state == State::annotation) token.annotation = collapsed(buffer_);
  return token;
}

std::optional<CueToken> CueTextTokens::next() {
  if (at_end()) return std::nullopt;
  result_.clear();
  buffer_.clear();
  classes_.clear();
  State state = State::data;
  for (; !at_end(); ++position_) {
    const char c = input_[position_];
    if (c == '>' && state != State::data) {
      ++position_;
      break;
    }
    switch (state) {
      case State::data:
        if (c == '<' && result_.empty()) {
          state = State::tag;
        } else if (!step_in_data(c)) {
          return end_of_tag(state);
        }
        break;
      case State::tag:
        state = step_in_tag(c);
        break;
      case State::start_tag:
        state = step_in_start_tag(c);
        break;
      case State::classes:
        state = step_in_classes(c);
        break;
      case State::annotation:
        step_in_annotation(c);
        break;
      case State::end_tag:
      case State::timestamp:
        result_ += c;
        break;
    }
  }
  return end_of_tag(state);
}

}  // namespace umikoe::formats::captions
