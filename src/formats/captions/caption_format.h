#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "formats/byte_source.h"
#include "formats/findings.h"
#include "localisation/captions/cue.h"

namespace umikoe::formats::captions {

enum class CaptionFormat { vtt, ttml, srt, lrc, sbv, apple };

// By the words of the command line; "apple" is only written, and read as ttml.
std::optional<CaptionFormat> parse_caption_format(std::string_view word);
std::string_view word(CaptionFormat format);

// What the first bytes of a file say it is; nothing where they say nothing.
std::optional<CaptionFormat> recognise_captions(std::string_view bytes);

// Whether a text can be nothing else than captions or lyrics: it begins as only they do. Stricter
// than the above, for folders in which anything may lie.
bool begins_as_captions(std::string_view text);

struct CaptionFile {
  localisation::CaptionTrack track;
  std::vector<Finding> findings;
};
// Errors: those of the format's reader.
Result<CaptionFile> read_captions(CaptionFormat format, const ByteSource& source);
// The track must have its contents (webvtt_reader.h).
std::string write_captions(CaptionFormat format, const localisation::CaptionTrack& track);

}  // namespace umikoe::formats::captions
