#pragma once

#include <string>
#include <string_view>

#include "localisation/captions/cue.h"

namespace umikoe::formats::captions {

// The markup that players of SRT understand: <i> <b> <u> <font color=…> in any case, and {\an8} and
// its like in braces. Anything else between angle brackets is text. The place that {\anN} names
// goes into the settings.
localisation::CueContent parse_srt_markup(std::string_view text,
                                          localisation::CueSettings& settings);

// The payload of a cue in SRT; ruby text is left out, a voice becomes "NAME: ".
std::string write_srt_markup(const localisation::CueContent& content,
                             const localisation::CueSettings& settings);

}  // namespace umikoe::formats::captions
