#pragma once

#include <string>

#include "formats/byte_source.h"
#include "formats/findings.h"
#include "localisation/captions/cue.h"

namespace umikoe::formats::captions {

// Reads LRC and enhanced LRC: tags, several times before a line, times of words in angle brackets.
// A line lasts until the next time of the file, the last one until the tag `length` where it is
// stated; a time without a text only ends what was before it. The tag `offset` is applied (more
// milliseconds let lines appear sooner) and not kept. Text without a time is a finding. Errors:
// captions_without_timings, limit_exceeded, encoding_invalid.
Result<localisation::CaptionTrack> read_lrc(const ByteSource& source, Findings& findings);

// LRC in UTF-8, with times of words where cues have them. Times are in hundredths of a second.
std::string write_lrc(const localisation::CaptionTrack& track);

}  // namespace umikoe::formats::captions
