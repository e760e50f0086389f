#include <algorithm>
#include <cmath>
#include <map>

#include "formats/captions/caption_bytes.h"
#include "formats/captions/cue_text.h"
#include "formats/captions/ttml.h"
#include "formats/captions/ttml_content.h"
#include "formats/captions/ttml_element.h"
#include "formats/captions/ttml_region.h"
#include "formats/captions/ttml_style.h"
#include "formats/captions/ttml_time.h"
#include "formats/over_limit.h"
#include "formats/xlsx/xml_events.h"

namespace umikoe::formats::captions {
namespace {

using Element = TtmlElement;
using localisation::CaptionTrack;
using localisation::Cue;
using xlsx::XmlAttributes;

class TtmlReading {
 public:
  explicit TtmlReading(Findings& findings) : findings_(findings) {}

  Result<CaptionTrack> run(const ByteSource& source) {
    const xlsx::XmlHandlers handlers{
        .start = [this](std::string_view name,
                        const XmlAttributes& attributes) { return start(name, attributes); },
        .end = [this](std::string_view name) { return end(name); },
        .text = [this](std::string_view text) { return take_text(text); },
        .says_lines = true,
    };
    UMIKOE_TRY(xlsx::read_events(source, handlers));
    if (!seen_root_) return fail("ttml_root_missing");
    if (!title_.empty()) track_.tags.push_back({"ti", title_});
    return std::move(track_);
  }

 private:
  Result<void> start(std::string_view name, const XmlAttributes& attributes);
  Result<void> end(std::string_view name);
  Result<void> take_text(std::string_view text);
  Result<void> read_root(std::string_view name, const XmlAttributes& attributes);
  Result<void> start_in_head(std::string_view name, const XmlAttributes& attributes);
  Result<void> start_content(std::string_view name, const XmlAttributes& attributes);
  Result<void> end_in_head(std::string_view name);
  const Element* innermost() const { return open_.empty() ? nullptr : &open_.back(); }
  Element child_of_last(std::string_view name, const XmlAttributes& attributes) const;
  void begin_cue(const Element& element, long line);
  void keep_within_region(const std::string& region, Cue& cue) const;
  Result<void> end_cue(const Element& element);
  bool in_paragraph() const;
  bool is_foreign(const XmlAttributes& attributes) const;

  Findings& findings_;
  CaptionTrack track_;
  TtmlClock clock_;
  TtmlStyles styles_;
  TtmlRegions regions_;
  std::vector<Element> open_;
  std::map<std::string, Element, std::less<>> region_times_;
  std::map<std::string, std::string, std::less<>> agents_;
  std::string agent_;               // whose name is being read
  std::string title_;               // of the document
  std::string note_;                // a description of the document
  std::string* reading_ = nullptr;  // the one of the three that text belongs to
  std::string root_language_;
  std::string namespace_;  // of the root; its own vocabularies are that with "#…" behind it
  int ignored_depth_ = 0;  // inside metadata and elements nobody knows
  bool seen_root_ = false;
  bool preserves_space_ = false;
  TtmlContent content_;
  std::optional<Cue> cue_;
  int64_t text_bytes_ = 0;
};

Result<void> TtmlReading::read_root(std::string_view name, const XmlAttributes& attributes) {
  if (name != "tt") return fail("ttml_root_missing", {}, at_line(attributes.line()));
  seen_root_ = true;
  track_.language = short_attribute(attributes, "lang");
  root_language_ = track_.language;
  namespace_ = std::string(attributes.element_namespace());
  preserves_space_ = attributes.value("space") == "preserve";
  clock_ = ttml_clock(attributes);
  regions_.set_root_extent(attributes.value("extent"));
  return {};
}

Element TtmlReading::child_of_last(std::string_view name, const XmlAttributes& attributes) const {
  Element element;
  element.name = std::string(name);
  element.span.style = styles_.of(attributes);
  element.region = short_attribute(attributes, "region");
  const std::string_view space = attributes.value("space");
  element.span.preserves_space = space.empty() ? preserves_space_ : space == "preserve";
  const std::string language = short_attribute(attributes, "lang");
  const auto agent = agents_.find(attributes.value("agent"));
  if (name == "span" && language != root_language_) element.span.language = language;
  if (agent != agents_.end() && (name == "span" || name == "p")) {
    element.span.voice = agent->second;
  }
  if (!open_.empty()) {
    const Element& parent = open_.back();
    element.span.style.fill_from(parent.span.style.inherited());
    if (element.region.empty()) element.region = parent.region;
    if (space.empty()) element.span.preserves_space = parent.span.preserves_space;
  }
  return element;
}

bool TtmlReading::in_paragraph() const {
  return std::ranges::any_of(open_, [](const Element& e) { return e.name == "p"; });
}

void TtmlReading::begin_cue(const Element& element, long line) {
  cue_ = Cue{};
  cue_->start_ms = element.begin_ms;
  cue_->end_ms = element.end_ms;
  cue_->line = line;
  content_ = TtmlContent();
}

// What is placed in a region is shown only as long as the region is.
void TtmlReading::keep_within_region(const std::string& region, Cue& cue) const {
  const auto found = region_times_.find(region);
  if (found == region_times_.end()) return;
  cue.start_ms = std::max(cue.start_ms, found->second.begin_ms);
  if (const auto end = found->second.end_ms) cue.end_ms = std::min(cue.end_ms.value_or(*end), *end);
}

Result<void> TtmlReading::end_cue(const Element& element) {
  if (!cue_) return {};
  text_bytes_ += content_.bytes();
  const bool has_text = content_.says_something();
  Cue cue = *std::move(cue_);
  cue_.reset();
  cue.content = content_.take();
  if (!has_text) return {};
  keep_within_region(element.region, cue);
  const bool cut_off = cue.end_ms && element.begin_ms < cue.start_ms && cue.start_ms >= *cue.end_ms;
  if (element.never_shown || cut_off) {
    findings_.add("ttml_never_shown", {}, at_line(cue.line));
    return {};
  }
  if (text_bytes_ > limits::caption_file_bytes.value) {
    return std::unexpected(over_limit(limits::caption_file_bytes, at_line(cue.line)));
  }
  if (std::ssize(track_.cues) >= limits::cue_count_max.value) {
    return std::unexpected(over_limit(limits::cue_count_max, at_line(cue.line)));
  }
  cue.text = write_cue_text(cue.content);
  regions_.place(element.region, element.span.style, track_, cue.settings);
  track_.cues.push_back(std::move(cue));
  return {};
}

Result<void> TtmlReading::start_in_head(std::string_view name, const XmlAttributes& attributes) {
  const std::string id(attributes.value("id"));
  if (name == "style" && regions_.is_open()) {
    regions_.refine(styles_.of(attributes));
  } else if (name == "style") {
    styles_.add(id, stated_style(attributes), attributes.value("style"));
  } else if (name == "region") {
    regions_.open(id, styles_.of(attributes));
    UMIKOE_TRY(set_ttml_times(region_times_[id], attributes, clock_, nullptr));
  } else if (name == "agent") {
    agent_ = id;
  } else if (name == "name" && !agent_.empty()) {
    reading_ = &agents_[agent_];
  } else if (name == "title") {
    reading_ = &title_;
  } else if (name == "desc" && !regions_.is_open()) {
    note_.clear();
    reading_ = &note_;
  }
  return {};
}

// Descriptions of the document are its notes, as comments are those of WebVTT.
Result<void> TtmlReading::end_in_head(std::string_view name) {
  if (name == "region") regions_.close();
  if (name == "agent") agent_.clear();
  if (name == "desc" && reading_ == &note_ && !note_.empty()) {
    if (std::ssize(track_.tags) >= limits::cue_count_max.value) {
      return std::unexpected(over_limit(limits::cue_count_max));
    }
    track_.tags.push_back({"note", note_});
  }
  if (name == "name" || name == "title" || name == "desc") reading_ = nullptr;
  return {};
}

Result<void> TtmlReading::start_content(std::string_view name, const XmlAttributes& attributes) {
  Element element = child_of_last(name, attributes);
  UMIKOE_TRY(set_ttml_times(element, attributes, clock_, innermost()));
  if (name == "p") {
    element.span.style.ruby.clear();
    begin_cue(element, attributes.line());
    cue_->id = short_attribute(attributes, "id");
    content_.open(element.span);
  } else if (name == "span" && cue_) {
    const bool paragraph_timed = std::ranges::any_of(
        open_, [](const Element& e) { return (e.name == "p" || e.own_cue) && e.states_times; });
    if (element.states_times && !paragraph_timed) {
      // What was said before it in the paragraph is a cue of its own.
      UMIKOE_TRY(end_cue(open_.back()));
      begin_cue(element, attributes.line());
      element.own_cue = true;
    } else if (element.states_times) {
      content_.timestamp(element.begin_ms);
    }
    content_.open(element.span);
  }
  open_.push_back(std::move(element));
  return {};
}

// Elements of others may be called "p" as well.
bool TtmlReading::is_foreign(const XmlAttributes& attributes) const {
  const std::string_view used = attributes.element_namespace();
  return used != namespace_ && !used.starts_with(namespace_ + "#");
}

Result<void> TtmlReading::start(std::string_view name, const XmlAttributes& attributes) {
  if (!seen_root_) return read_root(name, attributes);
  const bool is_content = name == "body" || name == "div" || name == "p" || name == "span";
  if (ignored_depth_ > 0 || is_foreign(attributes)) {
    ++ignored_depth_;
  } else if (open_.empty() && name != "body") {
    return start_in_head(name, attributes);
  } else if (is_content) {
    return start_content(name, attributes);
  } else if (name == "br" && cue_) {
    content_.line_break();
    ignored_depth_ = 1;
  } else {
    if (name == "image") findings_.add_once("ttml_image_left_out", {}, at_line(attributes.line()));
    ignored_depth_ = 1;
  }
  return {};
}

Result<void> TtmlReading::end(std::string_view name) {
  if (ignored_depth_ > 0) {
    --ignored_depth_;
    return {};
  }
  if (open_.empty()) return end_in_head(name);
  Element element = std::move(open_.back());
  open_.pop_back();
  if (cue_ && name == "span") {
    content_.close();
    const bool times_words = element.states_end && !element.own_cue;
    if (times_words) content_.timestamp(*element.end_ms);
  }
  if (name == "p" || element.own_cue) UMIKOE_TRY(end_cue(element));
  if (element.own_cue && in_paragraph()) {
    // Text that follows in the paragraph belongs to the paragraph again.
    begin_cue(open_.back(), 0);
    for (const Element& outer : open_) {
      if (outer.name == "p" || outer.name == "span") content_.open(outer.span);
    }
  }
  if (!open_.empty()) {
    const double ended = element.end_ms.value_or(element.children_end_ms);
    open_.back().children_end_ms = std::max(open_.back().children_end_ms, ended);
  }
  return {};
}

Result<void> TtmlReading::take_text(std::string_view text) {
  if (reading_) {
    // A note may be as long as the comment of a WebVTT file it was written from.
    const Limit& most = reading_ == &note_ ? limits::cue_text_bytes : limits::caption_tag_bytes;
    if (std::ssize(*reading_) + std::ssize(text) > most.value) {
      return std::unexpected(over_limit(most));
    }
    *reading_ += text;
  }
  if (ignored_depth_ > 0 || !cue_) return {};
  if (open_.back().is_seq) {
    // Text of its own lasts no time in a sequence (TTML 2, section 12.2.1).
    if (text.find_first_not_of(" \t\r\n") == std::string_view::npos) return {};
    findings_.add_once("ttml_never_shown", {}, at_line(cue_->line));
    return {};
  }
  content_.text(text);
  if (content_.bytes() > limits::cue_text_bytes.value) {
    return std::unexpected(over_limit(limits::cue_text_bytes, at_line(cue_->line)));
  }
  return {};
}

}  // namespace

Result<CaptionTrack> read_ttml(const ByteSource& source, Findings& findings) {
  return TtmlReading(findings).run(source);
}

}  // namespace umikoe::formats::captions
