#pragma once

#include <array>
#include <cstdint>
#include <string_view>

#include "base/limits.h"
#include "base/utf8.h"
#include "formats/captions/caption_format.h"
#include "formats/captions/webvtt_reader.h"

namespace umikoe::formats::captions {

// What must hold of any bytes given to a reader of captions. The first byte chooses the size of the
// pieces: the track must not depend on it. Limits hold, texts are UTF-8, contents are trees, every
// format's writer writes what its reader reads, and writing again changes nothing.
inline int fuzz_captions(CaptionFormat format, const uint8_t* data, size_t size) {
  if (size == 0) return 0;
  const std::string_view bytes(reinterpret_cast<const char*>(data) + 1, size - 1);
  auto whole = read_captions(format, from_memory(bytes));
  const auto pieces = read_captions(format, from_memory(bytes, size_t{data[0]} + 1));
  UMIKOE_ASSERT(whole.has_value() == pieces.has_value());
  if (!whole) return 0;
  UMIKOE_ASSERT(whole->track == pieces->track && whole->findings == pieces->findings);
  UMIKOE_ASSERT(std::ssize(whole->track.cues) <= limits::cue_count_max.value);
  if (!read_contents(whole->track)) return 0;
  for (const auto& cue : whole->track.cues) {
    UMIKOE_ASSERT(first_invalid_utf8(cue.text) == std::string_view::npos);
    UMIKOE_ASSERT(cue.start_ms >= 0);
    int deepest = 0;
    for (const auto& node : cue.content) {
      UMIKOE_ASSERT(node.depth >= 0 && node.depth <= deepest);
      deepest = node.depth + (localisation::holds_others(node.kind) ? 1 : 0);
    }
    if (cue.settings.region) UMIKOE_ASSERT(*cue.settings.region < whole->track.regions.size());
  }
  constexpr std::array all = {CaptionFormat::vtt, CaptionFormat::ttml, CaptionFormat::srt,
                              CaptionFormat::lrc, CaptionFormat::sbv,  CaptionFormat::apple};
  for (const CaptionFormat target : all) {
    const std::string first = write_captions(target, whole->track);
    UMIKOE_ASSERT(first_invalid_utf8(first) == std::string_view::npos);
    auto again = read_captions(target, from_memory(first));
    UMIKOE_ASSERT(again.has_value());
    UMIKOE_ASSERT(read_contents(again->track).has_value());
    if (target != format) continue;
    // One writing brings a file into our form; from then on nothing moves.
    const std::string second = write_captions(target, again->track);
    auto third = read_captions(target, from_memory(second));
    UMIKOE_ASSERT(third.has_value() && read_contents(third->track).has_value());
    UMIKOE_ASSERT(write_captions(target, third->track) == second);
    UMIKOE_ASSERT(third->track.cues.size() == again->track.cues.size());
  }
  return 0;
}

}  // namespace umikoe::formats::captions
