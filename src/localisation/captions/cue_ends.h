#pragma once

#include <span>
#include <vector>

#include "localisation/captions/cue.h"

namespace umikoe::localisation {

// When each cue ends, for formats that must say so: its own end, else the start of the next cue
// that begins later, else five seconds after its start.
std::vector<double> cue_ends(std::span<const Cue> cues);

}  // namespace umikoe::localisation
