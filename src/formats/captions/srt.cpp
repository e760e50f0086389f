#include "formats/captions/srt.h"

#include "formats/captions/caption_bytes.h"
#include "formats/captions/srt_markup.h"
#include "formats/captions/timed_blocks.h"
#include "formats/captions/webvtt_timestamp.h"
#include "localisation/captions/cue_ends.h"

namespace umikoe::formats::captions {
namespace {

using localisation::CaptionTrack;
using localisation::Cue;

bool meant_as_timing(std::string_view line) {
  const size_t first = line.find_first_not_of(" \t");
  return first != std::string_view::npos && line[first] >= '0' && line[first] <= '9' &&
         line.contains("-->");
}

// The lines of a payload in CR LF; an arrow would be read as the timing of another cue. Blanks that
// are left alone on a line when its mark-up goes would not be read back.
std::string payload_lines(std::string_view written) {
  const std::string text = without_blank_edges(with_replaced(written, "-->", "→"));
  std::string out;
  for (CaptionLines lines(text); !lines.at_end();) out += std::string(lines.next()) + "\r\n";
  return out;
}

}  // namespace

Result<CaptionTrack> read_srt(const ByteSource& source, Findings& findings) {
  UMIKOE_TRY(const std::string bytes, read_bytes(source));
  UMIKOE_TRY(const std::string text, decoded_lines(bytes));
  UMIKOE_TRY(const auto blocks, timed_blocks(text, {.timing = arrow_timing,
                                                    .meant_as_timing = meant_as_timing,
                                                    .numbered = true}));
  CaptionTrack track;
  for (const TimedBlock& block : blocks) {
    if (!block.timing) {
      findings.add("caption_timing_unreadable", {}, at_line(block.line));
      continue;
    }
    Cue cue;
    cue.id = block.index;
    cue.line = block.line;
    cue.start_ms = block.timing->start_ms;
    cue.end_ms = block.timing->end_ms;
    cue.text = joined(block.lines);
    cue.content = parse_srt_markup(cue.text, cue.settings);
    track.cues.push_back(std::move(cue));
  }
  return track;
}

std::string write_srt(const CaptionTrack& track) {
  std::string out;
  const std::vector<double> ends = localisation::cue_ends(track.cues);
  for (size_t i = 0; i < track.cues.size(); ++i) {
    const Cue& cue = track.cues[i];
    out += std::to_string(i + 1) + "\r\n" + write_timestamp(cue.start_ms, ',', 2) + " --> " +
           write_timestamp(ends[i], ',', 2) + "\r\n" +
           payload_lines(write_srt_markup(cue.content, cue.settings)) + "\r\n";
  }
  return out;
}

}  // namespace umikoe::formats::captions
