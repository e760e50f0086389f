#pragma once

#include <string>
#include <string_view>

#include "base/result.h"
#include "localisation/captions/cue_content.h"

namespace umikoe::formats::captions {

// The WebVTT cue text parsing rules (W3C WebVTT, section 6.4). Errors: limit_exceeded, where tags
// stand too deep inside one another.
Result<localisation::CueContent> parse_cue_text(std::string_view text);

// Cue text that parses to the content, with everything escaped that the syntax asks for.
std::string write_cue_text(const localisation::CueContent& content);

// The tree as the DOM would hold it, a node per line, two blanks per level: <b>, attributes as
// class="a b" one level deeper, text in quotes (a line feed as \n), <?timestamp 00:00:01.000>.
std::string list_cue_text(const localisation::CueContent& content);

}  // namespace umikoe::formats::captions
