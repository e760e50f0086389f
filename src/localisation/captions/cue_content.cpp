#include "localisation/captions/cue_content.h"

#include <algorithm>

namespace umikoe::localisation {

bool holds_others(CueNodeKind kind) {
  return kind != CueNodeKind::text && kind != CueNodeKind::timestamp;
}

size_t end_of_subtree(std::span<const CueNode> content, size_t node) {
  size_t end = node + 1;
  while (end < content.size() && content[end].depth > content[node].depth) ++end;
  return end;
}

std::string base_text(std::span<const CueNode> content) {
  std::string out;
  for (size_t i = 0; i < content.size();) {
    if (content[i].kind == CueNodeKind::ruby_text) {
      i = end_of_subtree(content, i);
      continue;
    }
    if (content[i].kind == CueNodeKind::text) out += content[i].value;
    ++i;
  }
  return out;
}

CueContent bracketed(std::span<const CueNode> content) {
  CueContent out;
  int rubies = 0;  // open around the node: each lifts what it holds by a level
  std::vector<int> depths;
  for (size_t i = 0; i < content.size();) {
    const CueNode& node = content[i];
    while (!depths.empty() && node.depth <= depths.back()) {
      depths.pop_back();
      --rubies;
    }
    if (node.kind == CueNodeKind::ruby) {
      depths.push_back(node.depth);
      ++rubies;
      ++i;
      continue;
    }
    CueNode kept = node;
    kept.depth -= rubies;
    size_t next = i + 1;
    if (node.kind == CueNodeKind::ruby_text) {
      next = end_of_subtree(content, i);
      const std::string ruby = base_text(content.subspan(i + 1, next - i - 1));
      kept = {.kind = CueNodeKind::text, .depth = kept.depth};
      if (!ruby.empty()) kept.value = "（" + ruby + "）";
    }
    out.push_back(std::move(kept));
    i = next;
  }
  return normalised(out);
}

std::string bracketed_text(std::span<const CueNode> content) {
  return base_text(bracketed(content));
}

bool has_ruby(std::span<const CueNode> content) {
  return std::ranges::any_of(
      content, [](const CueNode& node) { return node.kind == CueNodeKind::ruby_text; });
}

bool has_timestamps(std::span<const CueNode> content) {
  return std::ranges::any_of(
      content, [](const CueNode& node) { return node.kind == CueNodeKind::timestamp; });
}

CueContent plain_content(std::string text) {
  CueContent content;
  if (!text.empty()) content.push_back({.kind = CueNodeKind::text, .value = std::move(text)});
  return content;
}

CueContent normalised(std::span<const CueNode> content) {
  CueContent out;
  for (const CueNode& node : content) {
    const bool is_text = node.kind == CueNodeKind::text;
    if (is_text && node.value.empty()) continue;
    const bool joins = is_text && !out.empty() && out.back().kind == CueNodeKind::text &&
                       out.back().depth == node.depth;
    if (joins) {
      out.back().value += node.value;
    } else {
      out.push_back(node);
    }
  }
  return out;
}

}  // namespace umikoe::localisation
