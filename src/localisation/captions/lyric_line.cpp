#include "localisation/captions/lyric_line.h"

#include <algorithm>

namespace umikoe::localisation {
namespace {

std::string on_one_line(std::string text) {
  std::ranges::replace(text, '\n', ' ');
  return text;
}

bool is_blank(const std::string& text) {
  return text.find_first_not_of(" \t\n") == std::string::npos;
}

}  // namespace

LyricLine lyric_line(const Cue& cue) {
  LyricLine line{.start_ms = cue.start_ms, .end_ms = cue.end_ms, .words = {}};
  LyricWord word;
  const auto finish = [&](std::optional<double> at) {
    // A timestamp with nothing sung before it only says when the first word begins.
    const bool sung = !word.text.empty() && (word.start_ms || !is_blank(word.text));
    if (sung) line.words.push_back(std::move(word));
    if (at && !line.words.empty() && !line.words.back().end_ms) line.words.back().end_ms = at;
    word = LyricWord{.start_ms = at, .end_ms = std::nullopt, .text = {}};
  };
  for (size_t i = 0; i < cue.content.size();) {
    const CueNode& node = cue.content[i];
    if (node.kind == CueNodeKind::ruby_text) {
      i = end_of_subtree(cue.content, i);
      continue;
    }
    if (node.kind == CueNodeKind::timestamp) finish(node.at_ms);
    if (node.kind == CueNodeKind::text) word.text += on_one_line(node.value);
    ++i;
  }
  finish(std::nullopt);
  return line;
}

CueContent sung_content(const LyricLine& line) {
  CueContent content;
  std::optional<double> said;  // the last timestamp written
  const auto stamp = [&](double at) {
    if (said && *said == at) return;
    content.push_back({.kind = CueNodeKind::timestamp, .at_ms = at});
    said = at;
  };
  for (const LyricWord& word : line.words) {
    if (word.start_ms) stamp(*word.start_ms);
    if (!word.text.empty()) content.push_back({.kind = CueNodeKind::text, .value = word.text});
    if (word.end_ms) stamp(*word.end_ms);
  }
  return content;
}

}  // namespace umikoe::localisation
