#include "formats/captions/cue_text.h"

#include <algorithm>
#include <array>
#include <optional>

#include "base/limits.h"
#include "formats/captions/cue_text_tokens.h"
#include "formats/captions/webvtt_timestamp.h"
#include "formats/over_limit.h"

namespace umikoe::formats::captions {
namespace {

using localisation::CueContent;
using localisation::CueNode;
using localisation::CueNodeKind;

struct TagName {
  std::string_view name;
  CueNodeKind kind;
};
constexpr std::array tag_names = {
    TagName{"c", CueNodeKind::class_span}, TagName{"i", CueNodeKind::italic},
    TagName{"b", CueNodeKind::bold},       TagName{"u", CueNodeKind::underline},
    TagName{"ruby", CueNodeKind::ruby},    TagName{"rt", CueNodeKind::ruby_text},
    TagName{"v", CueNodeKind::voice},      TagName{"lang", CueNodeKind::language},
};

std::string_view tag_name(CueNodeKind kind) {
  return std::ranges::find(tag_names, kind, &TagName::kind)->name;
}

class TreeBuilder {
 public:
  Result<void> take(CueToken token) {
    switch (token.kind) {
      case CueTokenKind::text:
        content.push_back({.kind = CueNodeKind::text, .depth = depth(), .value = token.value});
        return {};
      case CueTokenKind::start_tag:
        return start(std::move(token));
      case CueTokenKind::end_tag:
        end(token.value);
        return {};
      case CueTokenKind::timestamp_tag:
        timestamp(token.value);
        return {};
    }
    return {};
  }

  CueContent content;

 private:
  int depth() const { return static_cast<int>(open_.size()); }

  Result<void> start(CueToken token) {
    const auto tag = std::ranges::find(tag_names, token.value, &TagName::name);
    if (tag == tag_names.end()) return {};
    const bool in_ruby = !open_.empty() && open_.back() == CueNodeKind::ruby;
    if (tag->kind == CueNodeKind::ruby_text && !in_ruby) return {};
    if (depth() >= limits::cue_text_depth.value) {
      return std::unexpected(over_limit(limits::cue_text_depth));
    }
    CueNode node{.kind = tag->kind, .depth = depth(), .value = {}, .classes = {}};
    const bool annotated = tag->kind == CueNodeKind::voice || tag->kind == CueNodeKind::language;
    if (annotated) node.value = std::move(token.annotation);
    std::erase(token.classes, std::string());
    node.classes = std::move(token.classes);
    content.push_back(std::move(node));
    open_.push_back(tag->kind);
    return {};
  }

  void end(std::string_view name) {
    if (open_.empty()) return;
    const CueNodeKind current = open_.back();
    if (tag_name(current) == name) {
      open_.pop_back();
    } else if (name == "ruby" && current == CueNodeKind::ruby_text) {
      open_.resize(open_.size() - 2);  // the ruby text and the ruby it stands in
    }
  }

  void timestamp(std::string_view written) {
    size_t position = 0;
    const auto at = collect_timestamp(written, position);
    if (!at || position != written.size()) return;
    content.push_back({.kind = CueNodeKind::timestamp, .depth = depth(), .at_ms = *at});
  }

  std::vector<CueNodeKind> open_;
};

std::string escaped(std::string_view text, bool in_annotation) {
  std::string out;
  for (const char c : text) {
    if (c == '&') {
      out += "&amp;";
    } else if (c == '<' && !in_annotation) {
      out += "&lt;";
    } else if (c == '>') {
      out += "&gt;";
    } else {
      out += c;
    }
  }
  return out;
}

std::string start_tag(const CueNode& node) {
  std::string out = "<" + std::string(tag_name(node.kind));
  for (const std::string& name : node.classes) out += "." + name;
  if (!node.value.empty()) out += " " + escaped(node.value, true);
  return out + ">";
}

std::string element_name(CueNodeKind kind) {
  const bool is_span = kind == CueNodeKind::class_span || kind == CueNodeKind::voice ||
                       kind == CueNodeKind::language;
  return is_span ? "span" : std::string(tag_name(kind));
}

std::string on_one_line(std::string_view text) {
  std::string out;
  for (const char c : text) out += c == '\n' ? std::string("\\n") : std::string(1, c);
  return out;
}

void list_attributes(const CueNode& node, const std::string& indent, std::string& out) {
  if (!node.classes.empty()) {
    std::string joined;
    for (const std::string& name : node.classes) joined += (joined.empty() ? "" : " ") + name;
    out += indent + "class=\"" + joined + "\"\n";
  }
  if (node.kind == CueNodeKind::language) out += indent + "lang=\"" + node.value + "\"\n";
  if (node.kind == CueNodeKind::voice) out += indent + "title=\"" + node.value + "\"\n";
}

}  // namespace

Result<CueContent> parse_cue_text(std::string_view text) {
  TreeBuilder builder;
  CueTextTokens tokens(text);
  for (auto token = tokens.next(); token; token = tokens.next()) {
    UMIKOE_TRY(builder.take(std::move(*token)));
  }
  return std::move(builder.content);
}

std::string write_cue_text(const CueContent& content) {
  std::string out;
  std::vector<const CueNode*> open;
  const auto close_to = [&](int depth) {
    for (; static_cast<int>(open.size()) > depth; open.pop_back()) {
      out += "</" + std::string(tag_name(open.back()->kind)) + ">";
    }
  };
  for (const CueNode& node : content) {
    close_to(node.depth);
    if (node.kind == CueNodeKind::text) {
      out += escaped(node.value, false);
    } else if (node.kind == CueNodeKind::timestamp) {
      out += "<" + write_timestamp(node.at_ms) + ">";
    } else {
      out += start_tag(node);
      open.push_back(&node);
    }
  }
  close_to(0);
  return out;
}

std::string list_cue_text(const CueContent& content) {
  std::string out;
  for (const CueNode& node : content) {
    const std::string indent(static_cast<size_t>(node.depth) * 2, ' ');
    if (node.kind == CueNodeKind::text) {
      out += indent + "\"" + on_one_line(node.value) + "\"\n";
    } else if (node.kind == CueNodeKind::timestamp) {
      out += indent + "<?timestamp " + write_timestamp(node.at_ms) + ">\n";
    } else {
      out += indent + "<" + element_name(node.kind) + ">\n";
      list_attributes(node, indent + "  ", out);
    }
  }
  return out;
}

}  // namespace umikoe::formats::captions
