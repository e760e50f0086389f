#include "formats/captions/sbv.h"

#include "formats/captions/caption_bytes.h"
#include "formats/captions/timed_blocks.h"
#include "formats/captions/webvtt_timestamp.h"
#include "localisation/captions/cue_ends.h"

namespace umikoe::formats::captions {
namespace {

using localisation::CaptionTrack;
using localisation::Cue;

bool never(std::string_view) { return false; }

// A line that looks like a timing is led by a blank, so that it stays text.
std::string payload_lines(std::string_view written) {
  const std::string text = without_blank_edges(written);
  std::string out;
  for (CaptionLines lines(text); !lines.at_end();) {
    const std::string_view line = lines.next();
    if (comma_timing(line)) out += ' ';
    out += std::string(line) + "\n";
  }
  return out;
}

}  // namespace

Result<CaptionTrack> read_sbv(const ByteSource& source) {
  UMIKOE_TRY(const std::string bytes, read_bytes(source));
  UMIKOE_TRY(const std::string text, decoded_lines(bytes));
  UMIKOE_TRY(const auto blocks,
             timed_blocks(text, {.timing = comma_timing, .meant_as_timing = never}));
  CaptionTrack track;
  for (const TimedBlock& block : blocks) {
    Cue cue;
    cue.line = block.line;
    cue.start_ms = block.timing->start_ms;
    cue.end_ms = block.timing->end_ms;
    cue.text = without_blank_edges(with_replaced(joined(block.lines), "[br]", "\n"));
    cue.content = localisation::plain_content(cue.text);
    track.cues.push_back(std::move(cue));
  }
  return track;
}

std::string write_sbv(const CaptionTrack& track) {
  std::string out;
  const std::vector<double> ends = localisation::cue_ends(track.cues);
  for (size_t i = 0; i < track.cues.size(); ++i) {
    const Cue& cue = track.cues[i];
    out += write_timestamp(cue.start_ms, '.', 1) + "," + write_timestamp(ends[i], '.', 1) + "\n" +
           payload_lines(localisation::base_text(cue.content)) + "\n";
  }
  return out;
}

}  // namespace umikoe::formats::captions
