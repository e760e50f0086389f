#include "formats/captions/webvtt_writer.h"

#include <algorithm>
#include <array>
#include <charconv>

#include "formats/captions/align_words.h"
#include "formats/captions/caption_bytes.h"
#include "formats/captions/caption_notes.h"
#include "formats/captions/cue_text.h"
#include "formats/captions/webvtt_timestamp.h"
#include "localisation/captions/cue_ends.h"

namespace umikoe::formats::captions {
namespace {

using localisation::CaptionRegion;
using localisation::CaptionTrack;
using localisation::Cue;
using localisation::CueSettings;
using localisation::LineAlign;
using localisation::PositionAlign;
using localisation::TextAlign;
using localisation::WritingDirection;

std::string percent(double number) { return plain_number(number) + "%"; }

std::string settings_words(const CueSettings& settings, const CaptionTrack& track) {
  std::string out;
  if (settings.direction == WritingDirection::vertical_growing_left) out += " vertical:rl";
  if (settings.direction == WritingDirection::vertical_growing_right) out += " vertical:lr";
  if (settings.line) {
    out += " line:" +
           (settings.snap_to_lines ? plain_number(*settings.line) : percent(*settings.line));
    if (settings.line_align != LineAlign::start) {
      out += "," + std::string(word_of(line_words, settings.line_align));
    }
  }
  if (settings.position) {
    out += " position:" + percent(*settings.position);
    if (settings.position_align != PositionAlign::automatic) {
      out += "," + std::string(word_of(position_words, settings.position_align));
    }
  }
  if (settings.size != 100) out += " size:" + percent(settings.size);
  if (settings.align != TextAlign::center) {
    out += " align:" + std::string(word_of(text_words, settings.align));
  }
  // Last: a line, a size or a vertical direction before it would not take the region away again.
  if (settings.region && *settings.region < track.regions.size()) {
    out += " region:" + track.regions[*settings.region].id;
  }
  return out;
}

std::string region_block(const CaptionRegion& region) {
  std::string out = "REGION\n";
  if (!region.id.empty()) out += "id:" + region.id + "\n";
  out += "width:" + percent(region.width) + "\nlines:" + plain_number(region.lines) +
         "\nregionanchor:" + percent(region.region_anchor_x) + "," +
         percent(region.region_anchor_y) + "\nviewportanchor:" + percent(region.viewport_anchor_x) +
         "," + percent(region.viewport_anchor_y) + "\n";
  if (region.scroll_up) out += "scroll:up\n";
  return out + "\n";
}

// Lines that are not empty and hold no arrow, each ended by a line feed.
std::string block_lines(std::string_view text) {
  std::string out;
  CaptionLines lines(text);
  while (!lines.at_end()) {
    const std::string_view line = lines.next();
    if (!line.empty() && !line.contains("-->")) out += std::string(line) + "\n";
  }
  return out;
}

std::string notes(const CaptionTrack& track) {
  std::string out;
  for (const std::string& said : note_texts(track)) {
    const std::string lines = block_lines(said);
    if (lines.empty()) continue;
    const bool one_line = said.find('\n') == std::string::npos;
    out += (one_line ? "NOTE " : "NOTE\n") + lines + "\n";
  }
  return out;
}

// An identifier is one line, without an arrow, and none where it would begin a block of its own.
std::string identifier_line(const Cue& cue) {
  const bool writable = !cue.id.empty() && !cue.id.contains('\n') && !cue.id.contains("-->");
  return writable ? cue.id + "\n" : std::string();
}

}  // namespace

std::string plain_number(double number) {
  std::array<char, 1100> digits;  // the smallest double written in full has 1,076 characters
  const auto written =
      std::to_chars(digits.data(), digits.data() + digits.size(), number, std::chars_format::fixed);
  return {digits.data(), written.ptr};
}

std::string write_webvtt(const CaptionTrack& track) {
  std::string out = "WEBVTT\n\n" + notes(track);
  for (const std::string& sheet : track.style_sheets) {
    const std::string lines = block_lines(sheet);
    if (!lines.empty()) out += "STYLE\n" + lines + "\n";
  }
  for (const CaptionRegion& region : track.regions) out += region_block(region);
  const std::vector<double> ends = localisation::cue_ends(track.cues);
  for (size_t i = 0; i < track.cues.size(); ++i) {
    const Cue& cue = track.cues[i];
    out += identifier_line(cue) + write_timestamp(cue.start_ms) + " --> " +
           write_timestamp(ends[i]) + settings_words(cue.settings, track) + "\n" +
           block_lines(track.holds_cue_text ? cue.text : write_cue_text(cue.content)) + "\n";
  }
  return out;
}

}  // namespace umikoe::formats::captions
