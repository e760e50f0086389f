#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <vector>

#include "localisation/captions/cue_content.h"

namespace umikoe::localisation {

// A region of WebVTT with the initial values of its standard, in percent and lines.
struct CaptionRegion {
  std::string id;
  double width = 100;
  double lines = 3;
  double region_anchor_x = 0;
  double region_anchor_y = 100;
  double viewport_anchor_x = 0;
  double viewport_anchor_y = 100;
  bool scroll_up = false;

  bool operator==(const CaptionRegion&) const = default;
};

// The words of the WebVTT standard, in its order.
enum class WritingDirection { horizontal, vertical_growing_left, vertical_growing_right };
enum class LineAlign { start, center, end };
enum class PositionAlign { automatic, line_left, center, line_right };
enum class TextAlign { start, center, end, left, right };

// Where and how a cue is shown: the settings of WebVTT, which is the richest of the text formats.
struct CueSettings {
  WritingDirection direction = WritingDirection::horizontal;
  bool snap_to_lines = true;
  std::optional<double> line;  // absent: automatic
  LineAlign line_align = LineAlign::start;
  std::optional<double> position;  // percent; absent: automatic
  PositionAlign position_align = PositionAlign::automatic;
  double size = 100;  // percent
  TextAlign align = TextAlign::center;
  std::optional<size_t> region;  // of CaptionTrack::regions

  bool operator==(const CueSettings&) const = default;
};

// One caption or one line of lyrics. Times have a fraction where a format counts frames or ticks.
struct Cue {
  std::string id;
  double start_ms = 0;
  std::optional<double> end_ms;  // absent: the format does not say (LRC, or TTML without an end)
  std::string text;              // the payload as its file writes it
  CueContent content;            // what the payload means
  CueSettings settings;
  long line = 0;  // where in the file it begins

  bool operator==(const Cue&) const = default;
};

// What a file says of itself, such as the ti, ar and al of LRC.
struct CaptionTag {
  std::string name;
  std::string value;

  bool operator==(const CaptionTag&) const = default;
};

// A file of captions or lyrics.
struct CaptionTrack {
  std::string language;  // BCP 47; empty: not stated
  std::vector<CaptionTag> tags;
  std::vector<CaptionRegion> regions;
  std::vector<std::string> style_sheets;  // CSS of WebVTT, untouched
  std::vector<Cue> cues;
  // The payloads are cue text of WebVTT, word for word, and may be written as they stand.
  bool holds_cue_text = false;

  bool operator==(const CaptionTrack&) const = default;
};

}  // namespace umikoe::localisation
