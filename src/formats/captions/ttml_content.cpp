#include "formats/captions/ttml_content.h"

#include <algorithm>

#include "formats/captions/caption_colours.h"

namespace umikoe::formats::captions {
namespace {

using localisation::CueContent;
using localisation::CueNode;
using localisation::CueNodeKind;

bool is_white(char c) { return c == ' ' || c == '\t' || c == '\n' || c == '\r'; }

void append_deeper(CueContent& to, const CueContent& nodes, int by) {
  for (CueNode node : nodes) {
    node.depth += by;
    to.push_back(std::move(node));
  }
}

}  // namespace

TtmlContent::Role TtmlContent::role_of(std::string_view ruby) {
  if (ruby == "container") return Role::container;
  if (ruby == "base") return Role::base;
  if (ruby == "text") return Role::text;
  if (ruby == "delimiter") return Role::delimiter;
  if (ruby == "baseContainer" || ruby == "textContainer") return Role::group;
  return Role::plain;
}

TtmlContent::Emphasis TtmlContent::emphasis_of(const TtmlStyle& style) {
  Emphasis emphasis;
  const auto add = [&](CueNodeKind kind, std::vector<std::string> classes = {}) {
    emphasis.push_back({.kind = kind,
                        .depth = static_cast<int>(emphasis.size()),
                        .value = {},
                        .classes = std::move(classes)});
  };
  const std::string colour = colour_class(style.color);
  // White is what captions are anyway.
  if (!colour.empty() && colour != "white") add(CueNodeKind::class_span, {colour});
  if (style.font_style == "italic" || style.font_style == "oblique") add(CueNodeKind::italic);
  if (style.font_weight == "bold") add(CueNodeKind::bold);
  const std::string& decoration = style.text_decoration;
  if (decoration.contains("underline") && !decoration.contains("noUnderline")) {
    add(CueNodeKind::underline);
  }
  return emphasis;
}

// The part of a ruby that text at this point belongs to.
TtmlContent::Role TtmlContent::innermost_role() const {
  for (size_t i = open_.size(); in_ruby_ && i-- > ruby_at_;) {
    if (open_[i].role != Role::plain) return open_[i].role;
  }
  return Role::plain;
}

CueContent& TtmlContent::sink() {
  const Role role = innermost_role();
  if (role == Role::base) return ruby_.bases.back();
  if (role == Role::text) return ruby_.texts.back();
  return content_;
}

// How many nodes stand open around the next one in its sink; parts of a ruby count from their own.
int TtmlContent::node_depth() const {
  int depth = 0;
  for (size_t i = in_ruby_ ? ruby_at_ : 0; i < open_.size(); ++i) depth += open_[i].nodes;
  return depth;
}

void TtmlContent::open_node(CueNodeKind kind, std::string value) {
  bytes_ += std::ssize(value);
  sink().push_back({.kind = kind, .depth = node_depth(), .value = std::move(value)});
  ++open_.back().nodes;
  last_ = {};
}

void TtmlContent::begin_ruby() {
  if (pending_space_ && !at_line_start_) put(" ");
  in_ruby_ = true;
  ruby_ = {};
}

void TtmlContent::open(Span span) {
  Role role = role_of(span.style.ruby);
  if (role == Role::container && !in_ruby_) {
    begin_ruby();
    ruby_at_ = open_.size();
  } else if (!in_ruby_ || role == Role::container) {
    role = Role::plain;
  }
  if (role == Role::base) ruby_.bases.emplace_back();
  if (role == Role::text) ruby_.texts.emplace_back();
  if (role != Role::plain) {
    last_ = {};
    pending_space_ = false;
    at_line_start_ = true;
  }
  std::string language = span.language;
  std::string voice = span.voice;
  open_.push_back({std::move(span), role, 0});
  const Role inside = innermost_role();
  const bool keeps_nodes = inside == Role::plain || inside == Role::base || inside == Role::text;
  if (!keeps_nodes) return;
  if (!voice.empty()) open_node(CueNodeKind::voice, std::move(voice));
  if (!language.empty()) open_node(CueNodeKind::language, std::move(language));
}

void TtmlContent::close() {
  const Role role = open_.back().role;
  if (open_.back().nodes > 0 || role != Role::plain) last_ = {};
  open_.pop_back();
  if (role == Role::plain) return;
  pending_space_ = false;
  at_line_start_ = false;
  if (role == Role::container) end_ruby();
}

void TtmlContent::end_ruby() {
  in_ruby_ = false;
  const int depth = node_depth();
  if (ruby_.texts.empty()) {
    for (const Content& base : ruby_.bases) append_deeper(content_, base, depth);
    return;
  }
  content_.push_back({.kind = CueNodeKind::ruby, .depth = depth});
  const size_t pairs = std::max<size_t>(1, ruby_.bases.size());
  for (size_t i = 0; i < pairs; ++i) {
    if (i < ruby_.bases.size()) append_deeper(content_, ruby_.bases[i], depth + 1);
    // A second container of texts gives each base a second text, on its other side.
    for (size_t t = i; t < ruby_.texts.size(); t += pairs) {
      content_.push_back({.kind = CueNodeKind::ruby_text, .depth = depth + 1});
      append_deeper(content_, ruby_.texts[t], depth + 2);
    }
  }
}

void TtmlContent::put(std::string_view plain) {
  Content& to = sink();
  const int depth = node_depth();
  const Emphasis emphasis = open_.empty() ? Emphasis{} : emphasis_of(open_.back().span.style);
  const bool joins = last_.sink == &to && last_.size == to.size() && last_.depth == depth &&
                     last_.emphasis == emphasis && !to.empty();
  if (joins) {
    to.back().value += plain;
  } else {
    append_deeper(to, emphasis, depth);
    to.push_back({.kind = CueNodeKind::text,
                  .depth = depth + static_cast<int>(emphasis.size()),
                  .value = std::string(plain)});
    last_ = {&to, to.size(), depth, emphasis};
  }
  bytes_ += std::ssize(plain);
  if (std::ranges::all_of(plain, is_white)) return;
  says_something_ = true;
  last_stamp_.reset();
}

void TtmlContent::text(std::string_view text) {
  const Role role = innermost_role();
  const bool takes = role == Role::plain || role == Role::base || role == Role::text;
  if (!takes || text.empty()) return;
  if (!open_.empty() && open_.back().span.preserves_space) {
    put(text);
    at_line_start_ = text.ends_with('\n');
    pending_space_ = false;
    return;
  }
  std::string shown;
  for (const char c : text) {
    if (is_white(c)) {
      pending_space_ = !at_line_start_;
      continue;
    }
    if (pending_space_) shown += ' ';
    pending_space_ = false;
    at_line_start_ = false;
    shown += c;
  }
  if (!shown.empty()) put(shown);
}

void TtmlContent::line_break() {
  const Role role = innermost_role();
  if (role == Role::group || role == Role::container || role == Role::delimiter) return;
  put("\n");
  pending_space_ = false;
  at_line_start_ = true;
}

void TtmlContent::timestamp(double at_ms) {
  if (in_ruby_) return;  // a ruby lights up as a whole
  if (pending_space_ && !at_line_start_) put(" ");
  pending_space_ = false;
  // The end of one word is the start of the next.
  if (last_stamp_ == at_ms) return;
  content_.push_back({.kind = CueNodeKind::timestamp, .depth = node_depth(), .at_ms = at_ms});
  last_stamp_ = at_ms;
}

CueContent TtmlContent::take() {
  while (!open_.empty()) close();
  return std::move(content_);
}

}  // namespace umikoe::formats::captions
