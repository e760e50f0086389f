#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "localisation/captions/cue.h"

namespace umikoe::formats::captions {

// What a file says of itself, for formats that have notes and no tags: the words of a note, and
// "name: value" of anything else. A tag of the name `without` has a place of its own there.
std::vector<std::string> note_texts(const localisation::CaptionTrack& track,
                                    std::string_view without = {});

}  // namespace umikoe::formats::captions
