#pragma once

#include <string_view>

#include "formats/byte_source.h"
#include "localisation/captions/cue.h"

namespace umikoe::formats::captions {

// Reads WebVTT by the parser algorithm of W3C WebVTT, section 6.1: what cannot be read is passed
// over as the standard says, and only a missing signature refuses the file. Payloads stay as they
// are written; `read_contents` parses them. Comments become tags named "note". Errors:
// webvtt_signature_missing, limit_exceeded.
Result<localisation::CaptionTrack> read_webvtt(const ByteSource& source);

// Parses the payloads of a track that holds cue text. Errors: limit_exceeded with the cue's line.
Result<void> read_contents(localisation::CaptionTrack& track);

}  // namespace umikoe::formats::captions
