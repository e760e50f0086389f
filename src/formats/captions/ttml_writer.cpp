#include <fmt/format.h>

#include <algorithm>
#include <map>
#include <set>
#include <vector>

#include "formats/captions/align_words.h"
#include "formats/captions/caption_colours.h"
#include "formats/captions/caption_notes.h"
#include "formats/captions/ttml.h"
#include "formats/captions/ttml_time.h"
#include "formats/captions/webvtt_timestamp.h"
#include "formats/captions/webvtt_writer.h"
#include "formats/captions/xml_text.h"
#include "localisation/captions/cue_ends.h"

namespace umikoe::formats::captions {
namespace {

using localisation::CaptionRegion;
using localisation::CaptionTrack;
using localisation::Cue;
using localisation::CueContent;
using localisation::CueNode;
using localisation::CueNodeKind;
using localisation::WritingDirection;

// Spans deeper than this are left out: nobody writes them, and readers of XML have limits.
constexpr int deepest_span = 40;

// Speakers by the order they first speak in: agents of the document.
using Agents = std::map<std::string, std::string>;

// Times beyond any recording are no times of TTML here.
std::string ttml_timestamp(double ms) {
  return write_timestamp(std::clamp(ms, 0.0, latest_ttml_ms));
}

std::string with_breaks(std::string_view text) {
  std::string out;
  for (size_t end = text.find('\n'); end != std::string_view::npos; end = text.find('\n')) {
    out += xml_escaped(text.substr(0, end)) + "<br/>";
    text.remove_prefix(end + 1);
  }
  return out + xml_escaped(text);
}

std::string attribute(std::string_view name, std::string_view value) {
  return fmt::format(" {}=\"{}\"", name, xml_escaped(value));
}

// The content of one paragraph, as elements.
class ParagraphWriter {
 public:
  ParagraphWriter(const Cue& cue, const Agents& agents) : cue_(cue), agents_(agents) {}

  std::string run() {
    write(0, cue_.content.size());
    return std::move(out_);
  }

 private:
  std::string attributes_of(const CueNode& node) const {
    switch (node.kind) {
      case CueNodeKind::italic:
        return attribute("tts:fontStyle", "italic");
      case CueNodeKind::bold:
        return attribute("tts:fontWeight", "bold");
      case CueNodeKind::underline:
        return attribute("tts:textDecoration", "underline");
      case CueNodeKind::language:
        return attribute("xml:lang", node.value);
      case CueNodeKind::voice: {
        const auto agent = agents_.find(node.value);
        return agent == agents_.end() ? std::string() : attribute("ttm:agent", agent->second);
      }
      case CueNodeKind::class_span:
        for (const std::string& name : node.classes) {
          if (is_colour_class(name)) return attribute("tts:color", name);
        }
        return {};
      default:
        return {};
    }
  }

  // Text after a timestamp is a span that begins then, and ends where the next timestamp stands.
  void write_text(size_t at) {
    std::string times;
    if (begin_ms_) {
      const double from = std::max(0.0, *begin_ms_ - cue_.start_ms);
      times = attribute("begin", ttml_timestamp(from));
      if (const auto next = next_timestamp(at)) {
        times += attribute("end", ttml_timestamp(std::max(0.0, *next - cue_.start_ms)));
      }
    }
    const std::string text = with_breaks(cue_.content[at].value);
    out_ += times.empty() ? text : "<span" + times + ">" + text + "</span>";
  }

  std::optional<double> next_timestamp(size_t at) const {
    const auto& content = cue_.content;
    while (++at < content.size() && content[at].kind != CueNodeKind::timestamp) {
      // Several texts may share a time; only the last of them ends with it.
      if (content[at].kind == CueNodeKind::text) return std::nullopt;
    }
    return at < content.size() ? std::optional(content[at].at_ms) : std::nullopt;
  }

  void write(size_t from, size_t to) {
    for (size_t i = from; i < to;) {
      const CueNode& node = cue_.content[i];
      const size_t end = localisation::holds_others(node.kind)
                             ? localisation::end_of_subtree(cue_.content, i)
                             : i + 1;
      if (node.kind == CueNodeKind::text) {
        write_text(i);
      } else if (node.kind == CueNodeKind::timestamp) {
        begin_ms_ = node.at_ms;
      } else if (node.kind == CueNodeKind::ruby && !in_ruby_) {
        in_ruby_ = true;
        write_ruby(i + 1, end);
        in_ruby_ = false;
      } else if (node.kind == CueNodeKind::ruby_text) {
        // Only a ruby inside another comes here: TTML has none, so its base alone is kept.
      } else {
        const std::string attributes = attributes_of(node);
        const bool spans = !attributes.empty() && level_ < deepest_span;
        if (spans) out_ += "<span" + attributes + ">";
        level_ += spans ? 1 : 0;
        write(i + 1, end);
        level_ -= spans ? 1 : 0;
        if (spans) out_ += "</span>";
      }
      i = end;
    }
  }

  // Each base with the ruby text behind it; a base without one is plain.
  void write_ruby(size_t from, size_t to) {
    size_t base = from;
    for (size_t i = from; i < to; ++i) {
      const bool is_ruby_text = cue_.content[i].kind == CueNodeKind::ruby_text &&
                                cue_.content[i].depth == cue_.content[from].depth;
      if (!is_ruby_text) continue;
      const size_t end = localisation::end_of_subtree(cue_.content, i);
      out_ += "<span tts:ruby=\"container\"><span tts:ruby=\"base\">";
      write(base, i);
      out_ += "</span><span tts:ruby=\"text\">";
      write(i + 1, end);
      out_ += "</span></span>";
      base = end;
      i = end - 1;
    }
    write(base, to);
  }

  const Cue& cue_;
  const Agents& agents_;
  std::optional<double> begin_ms_;
  int level_ = 0;
  bool in_ruby_ = false;
  std::string out_;
};

Agents agents_of(const CaptionTrack& track) {
  Agents agents;
  for (const Cue& cue : track.cues) {
    for (const CueNode& node : cue.content) {
      if (node.kind != CueNodeKind::voice || node.value.empty()) continue;
      agents.emplace(node.value, "agent" + std::to_string(agents.size() + 1));
    }
  }
  return agents;
}

std::string head(const CaptionTrack& track, const Agents& agents) {
  std::string out = "  <head>\n    <metadata>\n";
  const auto title = std::ranges::find(track.tags, "ti", &localisation::CaptionTag::name);
  if (title != track.tags.end()) {
    out += "      <ttm:title>" + xml_escaped(title->value) + "</ttm:title>\n";
  }
  // TTML 2 has no roles for who translated: a description of the document says it (14.1.3).
  for (const std::string& note : note_texts(track, "ti")) {
    if (!note.empty()) out += "      <ttm:desc>" + xml_escaped(note) + "</ttm:desc>\n";
  }
  for (const auto& [name, id] : agents) {
    out += fmt::format(
        "      <ttm:agent xml:id=\"{}\" type=\"person\"><ttm:name type=\"full\">{}"
        "</ttm:name></ttm:agent>\n",
        id, xml_escaped(name));
  }
  return out + "    </metadata>\n";
}

// How much of the frame the lines of a region take: 6 % each, as WebVTT draws them.
double height_of(const CaptionRegion& region) { return std::clamp(region.lines * 6, 6.0, 100.0); }

std::string region_element(const CaptionRegion& region, const std::string& id) {
  const double height = height_of(region);
  const double left = region.viewport_anchor_x - region.width * region.region_anchor_x / 100;
  const double top = region.viewport_anchor_y - height * region.region_anchor_y / 100;
  const std::string_view align = region.region_anchor_y >= 75   ? "after"
                                 : region.region_anchor_y >= 25 ? "center"
                                                                : "before";
  return fmt::format(
      "      <region xml:id=\"{}\" tts:origin=\"{}% {}%\" tts:extent=\"{}% {}%\" "
      "tts:displayAlign=\"{}\"/>\n",
      id, plain_number(std::max(0.0, left)), plain_number(std::max(0.0, top)),
      plain_number(region.width), plain_number(height), align);
}

// Where cues without a region stand, so that every document says so: IMSC asks for it. Vertical
// text stands at the sides.
constexpr std::string_view plain_regions =
    "      <region xml:id=\"bottom\" tts:origin=\"10% 10%\" tts:extent=\"80% 80%\" "
    "tts:displayAlign=\"after\"/>\n"
    "      <region xml:id=\"top\" tts:origin=\"10% 10%\" tts:extent=\"80% 80%\" "
    "tts:displayAlign=\"before\"/>\n"
    "      <region xml:id=\"right\" tts:origin=\"10% 10%\" tts:extent=\"80% 80%\" "
    "tts:writingMode=\"tbrl\" tts:displayAlign=\"before\"/>\n"
    "      <region xml:id=\"left\" tts:origin=\"10% 10%\" tts:extent=\"80% 80%\" "
    "tts:writingMode=\"tblr\" tts:displayAlign=\"before\"/>\n";

// The identifiers that regions of the track have in the document.
std::vector<std::string> region_ids(const CaptionTrack& track) {
  std::set<std::string> taken{"bottom", "top", "right", "left"};
  std::vector<std::string> ids;
  for (const CaptionRegion& region : track.regions) {
    std::string id = is_xml_id(region.id) ? region.id : "region";
    while (!taken.insert(id).second) id = "region" + std::to_string(ids.size() + 1) + "." + id;
    ids.push_back(id);
  }
  return ids;
}

std::string region_of(const Cue& cue, const std::vector<std::string>& ids) {
  if (cue.settings.direction == WritingDirection::vertical_growing_left) return "right";
  if (cue.settings.direction == WritingDirection::vertical_growing_right) return "left";
  if (cue.settings.region && *cue.settings.region < ids.size()) return ids[*cue.settings.region];
  const bool at_top =
      cue.settings.line && *cue.settings.line >= 0 &&
      (cue.settings.snap_to_lines ? *cue.settings.line < 5 : *cue.settings.line < 50);
  return at_top ? "top" : "bottom";
}

std::string paragraph(const Cue& cue, std::optional<double> end, const std::string& region,
                      const Agents& agents) {
  std::string out = "      <p";
  if (is_xml_id(cue.id)) out += attribute("xml:id", cue.id);
  out += attribute("begin", ttml_timestamp(cue.start_ms));
  if (end) out += attribute("end", ttml_timestamp(*end));
  out += attribute("region", region) +
         attribute("tts:textAlign", word_of(text_words, cue.settings.align));
  if (localisation::has_ruby(cue.content)) out += attribute("tts:rubyReserve", "outside");
  return out + ">" + ParagraphWriter(cue, agents).run() + "</p>\n";
}

}  // namespace

std::string write_ttml(const CaptionTrack& track) {
  const Agents agents = agents_of(track);
  const std::vector<std::string> ids = region_ids(track);
  std::string out = fmt::format(
      "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n"
      "<tt xmlns=\"http://www.w3.org/ns/ttml\" xmlns:ttp=\"http://www.w3.org/ns/ttml#parameter\" "
      "xmlns:tts=\"http://www.w3.org/ns/ttml#styling\" "
      "xmlns:ttm=\"http://www.w3.org/ns/ttml#metadata\" "
      "ttp:contentProfiles=\"http://www.w3.org/ns/ttml/profile/imsc1.1/text\" "
      "xml:lang=\"{}\" xml:space=\"preserve\">\n",
      xml_escaped(track.language));
  out += head(track, agents) + "    <layout>\n" + std::string(plain_regions);
  for (size_t i = 0; i < track.regions.size(); ++i) {
    out += region_element(track.regions[i], ids[i]);
  }
  out += "    </layout>\n  </head>\n  <body>\n    <div>\n";
  std::set<std::string> used;  // an xml:id stands once in a document
  for (const Cue& cue : track.cues) {
    Cue written = cue;
    if (std::ranges::find(ids, cue.id) != ids.end() || !used.insert(cue.id).second)
      written.id.clear();
    out += paragraph(written, cue.end_ms, region_of(cue, ids), agents);
  }
  return out + "    </div>\n  </body>\n</tt>\n";
}

}  // namespace umikoe::formats::captions
