#pragma once

#include <string>

#include "formats/byte_source.h"
#include "formats/findings.h"
#include "localisation/captions/cue.h"

namespace umikoe::formats::captions {

// Reads TTML: the text profile of IMSC 1.1 and what a caption can keep of any other. A paragraph is
// a cue; its times follow from all that contain it (begin, end, dur; par and seq). Spans with times
// inside a timed paragraph become times of words; in a paragraph without times each timed span is a
// cue of its own. Documents of lyrics (itunes:timing) state every time from the start of the song.
// Errors: xml_not_well_formed, xml_doctype_refused, ttml_root_missing, ttml_time_malformed,
// limit_exceeded.
Result<localisation::CaptionTrack> read_ttml(const ByteSource& source, Findings& findings);

// An IMSC 1.1 text document; ruby is kept and has room reserved.
std::string write_ttml(const localisation::CaptionTrack& track);

// Lyrics as Apple takes them: one paragraph for each line in a div of its own, a span for each
// word, every time from the start of the song.
std::string write_apple_lyrics(const localisation::CaptionTrack& track);

}  // namespace umikoe::formats::captions
