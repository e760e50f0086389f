#pragma once

#include <string>

#include "formats/byte_source.h"
#include "localisation/captions/cue.h"

namespace umikoe::formats::captions {

// Reads YouTube's SBV ("0:00:01.000,0:00:02.500" and its text; [br] is a line break). Errors:
// captions_without_timings, limit_exceeded, encoding_invalid.
Result<localisation::CaptionTrack> read_sbv(const ByteSource& source);

// SBV in UTF-8: text alone, without any markup.
std::string write_sbv(const localisation::CaptionTrack& track);

}  // namespace umikoe::formats::captions
