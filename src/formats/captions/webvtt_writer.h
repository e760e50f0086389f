#pragma once

#include <string>

#include "localisation/captions/cue.h"

namespace umikoe::formats::captions {

// A WebVTT file that reads back to the track: notes, style sheets, regions and cues in order. A cue
// without an end lasts until the next one begins. Payloads of other formats are written from their
// content; blank lines, which cue text cannot have, are left out.
std::string write_webvtt(const localisation::CaptionTrack& track);

// The number in its shortest form that reads back, without an exponent.
std::string plain_number(double number);

}  // namespace umikoe::formats::captions
