#pragma once

#include <optional>
#include <span>
#include <string>
#include <vector>

namespace umikoe::localisation {

// The node objects of WebVTT cue text (W3C WebVTT, section 6.4), which hold what the other formats
// can say as well: emphasis, ruby, voices, languages, and the times of sung words.
enum class CueNodeKind {
  text,
  timestamp,
  class_span,
  italic,
  bold,
  underline,
  ruby,
  ruby_text,
  voice,
  language,
};

struct CueNode {
  CueNodeKind kind = CueNodeKind::text;
  int depth = 0;
  std::string value = {};                 // the text, the voice's name, the language tag
  std::vector<std::string> classes = {};  // of anything but text and timestamps
  double at_ms = 0;                       // of a timestamp

  bool operator==(const CueNode&) const = default;
};

// A tree as the list of its nodes in the order they begin, each with its depth: a payload nested a
// thousand levels deep then costs no stack.
using CueContent = std::vector<CueNode>;

// Whether the node can hold others.
bool holds_others(CueNodeKind kind);
// Where the node's descendants end.
size_t end_of_subtree(std::span<const CueNode> content, size_t node);

// The text that is read line by line: no tags, and no ruby text, which is read beside its base.
std::string base_text(std::span<const CueNode> content);
// The same with ruby text in full-width brackets after its base, for formats that have no ruby.
std::string bracketed_text(std::span<const CueNode> content);
// The content itself that way: every ruby text is a text in brackets, and no ruby is left.
CueContent bracketed(std::span<const CueNode> content);

bool has_ruby(std::span<const CueNode> content);
bool has_timestamps(std::span<const CueNode> content);

// Content made of plain text alone; nothing where there is no text.
CueContent plain_content(std::string text);

// Neighbouring texts joined and empty ones taken out: two contents that say the same are then
// equal.
CueContent normalised(std::span<const CueNode> content);

}  // namespace umikoe::localisation
