#include "formats/captions/webvtt_reader.h"

#include <optional>

#include "formats/captions/caption_bytes.h"
#include "formats/captions/cue_text.h"
#include "formats/captions/webvtt_settings.h"
#include "formats/over_limit.h"

namespace umikoe::formats::captions {
namespace {

using localisation::CaptionRegion;
using localisation::CaptionTrack;
using localisation::Cue;

// Whether the text is the word, perhaps followed by white space.
bool is_block_word(std::string_view text, std::string_view word) {
  return text.starts_with(word) &&
         text.find_first_not_of(" \t\n\f\r", word.size()) == std::string_view::npos;
}

bool is_note(std::string_view text) {
  return text.starts_with("NOTE") &&
         (text.size() == 4 || text[4] == ' ' || text[4] == '\t' || text[4] == '\n');
}

bool has_signature(std::string_view input) {
  if (!input.starts_with("WEBVTT")) return false;
  return input.size() == 6 || input[6] == ' ' || input[6] == '\t' || input[6] == '\n';
}

class WebvttReading {
 public:
  explicit WebvttReading(std::string_view input) : lines_(input) { track.holds_cue_text = true; }

  Result<void> run() {
    lines_.next();  // the line of the signature
    if (lines_.at_end()) return {};
    if (!lines_.peek().empty()) UMIKOE_TRY(collect_block(true));
    while (!lines_.at_end()) {
      if (lines_.peek().empty()) {
        lines_.next();
      } else {
        UMIKOE_TRY(collect_block(false));
      }
    }
    return {};
  }

  CaptionTrack track;

 private:
  enum class Kind { unknown, cue, style_sheet, region };

  struct Block {
    Kind kind = Kind::unknown;
    Cue cue;
    std::string buffer;
    long line_count = 0;
    bool seen_arrow = false;
  };

  // "Collect a WebVTT block": lines up to an empty one, or up to an arrow that begins another cue.
  Result<void> collect_block(bool in_header) {
    Block block;
    while (!lines_.at_end()) {
      const std::string_view line = lines_.peek();
      ++block.line_count;
      if (line.contains("-->")) {
        const bool is_timing =
            !in_header && (block.line_count == 1 || (block.line_count == 2 && !block.seen_arrow));
        if (!is_timing) break;  // the line stays for the next block
        begin_cue(block, line);
        lines_.next();
        continue;
      }
      lines_.next();
      if (line.empty()) break;
      if (!in_header && block.line_count == 2) tell_kind(block);
      if (!block.buffer.empty()) block.buffer += '\n';
      block.buffer += line;
    }
    return in_header ? Result<void>() : keep(std::move(block));
  }

  void begin_cue(Block& block, std::string_view line) {
    block.seen_arrow = true;
    Cue cue;
    cue.id = block.buffer;
    cue.line = lines_.number();
    if (!collect_timings_and_settings(line, region_ids_, cue)) return;
    block.kind = Kind::cue;
    block.cue = std::move(cue);
    block.buffer.clear();
    seen_cue_ = true;
  }

  // A second line makes a style sheet or a region of a block, before the first cue only.
  void tell_kind(Block& block) const {
    if (seen_cue_) return;
    if (is_block_word(block.buffer, "STYLE")) block.kind = Kind::style_sheet;
    if (is_block_word(block.buffer, "REGION")) block.kind = Kind::region;
    if (block.kind == Kind::style_sheet || block.kind == Kind::region) block.buffer.clear();
  }

  Result<void> keep(Block block) {
    const size_t kept =
        track.cues.size() + track.regions.size() + track.style_sheets.size() + track.tags.size();
    if (static_cast<int64_t>(kept) >= limits::cue_count_max.value) {
      return std::unexpected(over_limit(limits::cue_count_max, at_line(lines_.number())));
    }
    if (block.kind == Kind::cue) {
      block.cue.text = std::move(block.buffer);
      track.cues.push_back(std::move(block.cue));
    } else if (block.kind == Kind::style_sheet) {
      track.style_sheets.push_back(std::move(block.buffer));
    } else if (block.kind == Kind::region) {
      track.regions.push_back(collect_region(block.buffer));
      region_ids_[track.regions.back().id] = track.regions.size() - 1;
    } else if (!block.seen_arrow && is_note(block.buffer)) {
      const size_t begin = std::min<size_t>(block.buffer.size(), 5);
      track.tags.push_back({"note", block.buffer.substr(begin)});
    }
    return {};
  }

  CaptionLines lines_;
  RegionIds region_ids_;
  bool seen_cue_ = false;
};

}  // namespace

Result<CaptionTrack> read_webvtt(const ByteSource& source) {
  UMIKOE_TRY(const std::string bytes, read_bytes(source));
  const std::string input = webvtt_input(bytes);
  if (!has_signature(input)) return fail("webvtt_signature_missing", {}, at_line(1));
  WebvttReading reading(input);
  UMIKOE_TRY(reading.run());
  return std::move(reading.track);
}

Result<void> read_contents(CaptionTrack& track) {
  if (!track.holds_cue_text) return {};
  for (Cue& cue : track.cues) {
    auto content = parse_cue_text(cue.text);
    if (!content) {
      Error error = std::move(content).error();
      error.where.line = cue.line;
      return std::unexpected(std::move(error));
    }
    cue.content = *std::move(content);
  }
  return {};
}

}  // namespace umikoe::formats::captions
