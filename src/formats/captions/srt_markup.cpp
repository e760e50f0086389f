#include "formats/captions/srt_markup.h"

#include <algorithm>
#include <array>
#include <optional>
#include <vector>

#include "base/limits.h"
#include "formats/captions/caption_colours.h"

namespace umikoe::formats::captions {
namespace {

using localisation::CueContent;
using localisation::CueNode;
using localisation::CueNodeKind;
using localisation::CueSettings;
using localisation::TextAlign;

constexpr size_t longest_tag = 200;

struct MarkupTag {
  std::string_view name;
  CueNodeKind kind;
};
constexpr std::array markup_tags = {
    MarkupTag{"i", CueNodeKind::italic}, MarkupTag{"b", CueNodeKind::bold},
    MarkupTag{"u", CueNodeKind::underline}, MarkupTag{"font", CueNodeKind::class_span}};

std::string lowered(std::string_view text) {
  std::string out(text);
  for (char& c : out) {
    if (c >= 'A' && c <= 'Z') c = static_cast<char>(c - 'A' + 'a');
  }
  return out;
}

// A tag at the front of the text.
struct FoundTag {
  CueNodeKind kind = CueNodeKind::italic;
  bool closes = false;
  std::string colour;
  size_t length = 0;
};
std::optional<FoundTag> tag_at(std::string_view text) {
  // No tag holds another '<': an unfinished one before a real one is text.
  const size_t end = text.substr(0, longest_tag).find_first_of("<>", 1);
  if (end == std::string_view::npos || text[end] == '<') return std::nullopt;
  std::string inside = lowered(text.substr(1, end - 1));
  FoundTag tag;
  tag.length = end + 1;
  tag.closes = inside.starts_with('/');
  if (tag.closes) inside.erase(0, 1);
  const std::string name = inside.substr(0, inside.find_first_of(" \t"));
  const auto known = std::ranges::find(markup_tags, name, &MarkupTag::name);
  if (known == markup_tags.end()) return std::nullopt;
  tag.kind = known->kind;
  const size_t colour = inside.find("color=");
  if (tag.kind == CueNodeKind::class_span && colour != std::string::npos) {
    std::string value = inside.substr(colour + 6);
    if (value.starts_with('"') || value.starts_with('\'')) {
      value = value.substr(1, value.find(value.front(), 1) - 1);
    }
    tag.colour = colour_class(value.substr(0, value.find_first_of(" \t")));
  }
  return tag;
}

// {\an8}: digits as on a number pad say where the text stands.
void apply_override(std::string_view inside, CueSettings& settings) {
  const size_t at = inside.find("\\an");
  if (at == std::string_view::npos || at + 3 >= inside.size()) return;
  const char digit = inside[at + 3];
  if (digit < '1' || digit > '9') return;
  const int place = digit - '1';
  constexpr TextAlign columns[] = {TextAlign::left, TextAlign::center, TextAlign::right};
  settings.align = columns[place % 3];
  settings.line.reset();
  settings.snap_to_lines = true;
  settings.line_align = localisation::LineAlign::start;
  if (place / 3 == 2) settings.line = 0;
  if (place / 3 == 1) {
    settings.line = 50;
    settings.snap_to_lines = false;
    settings.line_align = localisation::LineAlign::center;
  }
}

// The text without {\…}, innermost braces first, so that what is left holds no more of them.
std::string without_overrides(std::string_view text, CueSettings& settings) {
  std::string out;
  std::vector<size_t> open;
  for (const char c : text) {
    if (c == '\n') open.clear();
    if (c == '{') open.push_back(out.size());
    if (c == '}' && !open.empty()) {
      const size_t begin = open.back();
      open.pop_back();
      if (std::string_view(out).substr(begin).starts_with("{\\")) {
        apply_override(std::string_view(out).substr(begin + 1), settings);
        out.resize(begin);
        continue;
      }
    }
    out += c;
  }
  return out;
}

// Whether a text from its '<' on reads as a tag, or may once something follows it.
bool starts_like_tag(std::string_view text) {
  std::string inside = lowered(text.substr(1, longest_tag));
  if (inside.starts_with('/')) inside.erase(0, 1);
  return std::ranges::any_of(markup_tags, [&](const MarkupTag& tag) {
    if (tag.name.starts_with(inside)) return true;  // the text ends within the name
    if (!inside.starts_with(tag.name)) return false;
    return inside.find_first_of("> \t", tag.name.size()) == tag.name.size();
  });
}

// What the cue says, where it looks like markup: a blank without width keeps it from being any.
std::string plain_text(std::string_view text) {
  constexpr std::string_view blank = "\u200b";
  // Blanks at the end may be lost on the way, and then the text ends before them.
  const std::string_view said = text.substr(0, text.find_last_not_of(" \t\n") + 1);
  std::string out;
  for (size_t at = 0; at < said.size(); ++at) {
    out += said[at];
    const std::string_view rest = said.substr(at);
    const bool like_override = rest == "{" || rest.starts_with("{\\");
    if (like_override || (rest[0] == '<' && starts_like_tag(rest))) out += blank;
  }
  return out.append(text.substr(said.size()));
}

std::string start_markup(const CueNode& node) {
  switch (node.kind) {
    case CueNodeKind::italic:
      return "<i>";
    case CueNodeKind::bold:
      return "<b>";
    case CueNodeKind::underline:
      return "<u>";
    case CueNodeKind::class_span:
      for (const std::string& name : node.classes) {
        if (is_colour_class(name)) return "<font color=\"" + name + "\">";
      }
      return {};
    case CueNodeKind::voice:
      return node.value.empty() ? std::string() : plain_text(node.value) + ": ";
    default:
      return {};
  }
}

std::string end_markup(const CueNode& node) {
  const auto known = std::ranges::find(markup_tags, node.kind, &MarkupTag::kind);
  if (known == markup_tags.end() || start_markup(node).empty()) return {};
  return "</" + std::string(known->name) + ">";
}

std::string place_markup(const CueSettings& settings) {
  int row = 0;
  if (settings.line && settings.snap_to_lines && *settings.line == 0) row = 2;
  if (settings.line && !settings.snap_to_lines && *settings.line == 50) row = 1;
  int column = 1;
  if (settings.align == TextAlign::left) column = 0;
  if (settings.align == TextAlign::right) column = 2;
  if (row == 0 && column == 1) return {};
  return "{\\an" + std::to_string(row * 3 + column + 1) + "}";
}

}  // namespace

CueContent parse_srt_markup(std::string_view written, CueSettings& settings) {
  const std::string text = without_overrides(written, settings);
  CueContent content;
  std::vector<CueNodeKind> open;
  std::string plain;
  const auto flush = [&] {
    if (plain.empty()) return;
    content.push_back({.kind = CueNodeKind::text,
                       .depth = static_cast<int>(open.size()),
                       .value = std::move(plain)});
    plain.clear();
  };
  for (size_t at = 0; at < text.size();) {
    const auto tag = text[at] == '<' ? tag_at(std::string_view(text).substr(at)) : std::nullopt;
    const bool too_deep = std::ssize(open) >= limits::cue_text_depth.value;
    if (!tag || (too_deep && !tag->closes)) {
      plain += text[at++];
      continue;
    }
    flush();
    at += tag->length;
    if (!tag->closes) {
      const bool has_colour = !tag->colour.empty();
      content.push_back(
          {.kind = tag->kind,
           .depth = static_cast<int>(open.size()),
           .classes = has_colour ? std::vector{tag->colour} : std::vector<std::string>{}});
      open.push_back(tag->kind);
    } else if (const auto last = std::ranges::find(open.rbegin(), open.rend(), tag->kind);
               last != open.rend()) {
      open.erase(last.base() - 1, open.end());  // what was left open inside ends with it
    }
  }
  flush();
  return content;
}

std::string write_srt_markup(const CueContent& content, const CueSettings& settings) {
  std::string out = place_markup(settings);
  std::vector<const CueNode*> open;
  const auto close_to = [&](int depth) {
    for (; static_cast<int>(open.size()) > depth; open.pop_back()) {
      out += end_markup(*open.back());
    }
  };
  for (size_t i = 0; i < content.size();) {
    const CueNode& node = content[i];
    if (node.kind == CueNodeKind::ruby_text) {
      i = localisation::end_of_subtree(content, i);
      continue;
    }
    close_to(node.depth);
    if (node.kind == CueNodeKind::text) out += plain_text(node.value);
    if (localisation::holds_others(node.kind)) {
      out += start_markup(node);
      open.push_back(&node);
    }
    ++i;
  }
  close_to(0);
  return out;
}

}  // namespace umikoe::formats::captions
