#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "formats/ddex/ern_reader.h"

namespace umikoe::formats::ddex::testing {

// A message's fields as text: one line for the message, each party, recording, release and deal.
using Lines = std::vector<std::string>;

// As the reader read them.
Lines lines_of(const ErnMessage& message);
// As a plain walk over the document of another XML library finds them; none where that cannot read
// it. Where it does not look, it leaves a field open.
Lines lines_by_walk(std::string_view bytes);
inline const std::string left_open = "\x01";

// Words in one field, in the order of the alphabet.
std::string sorted(std::vector<std::string> words);
std::string whether(std::optional<bool> flag);

}  // namespace umikoe::formats::ddex::testing
