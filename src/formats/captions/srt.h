#pragma once

#include <string>

#include "formats/byte_source.h"
#include "formats/findings.h"
#include "localisation/captions/cue.h"

namespace umikoe::formats::captions {

// Reads SubRip, which has no standard, as it is found: commas or full stops, indexes missing or
// wrong, blank lines inside a text, UTF-8, UTF-16 or CP932. A timing that cannot be read is a
// finding and its text is left out. Errors: captions_without_timings, limit_exceeded,
// encoding_invalid.
Result<localisation::CaptionTrack> read_srt(const ByteSource& source, Findings& findings);

// SubRip in UTF-8, numbered from 1, lines ended by CR LF as its players expect.
std::string write_srt(const localisation::CaptionTrack& track);

}  // namespace umikoe::formats::captions
