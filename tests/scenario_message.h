#pragma once

#include <map>
#include <string>

namespace umikoe::scenario {

// The facts of a small ERN 4.3 message by name: id, created, sender, recipient, on_behalf_of,
// isrc (several with blanks), icpn, deal ("JP", "-JP", "Worldwide", "none"; several with |), from,
// until, use, model, channel, control, kind (release or purge).
using Facts = std::map<std::string, std::string>;

// A well-formed message that states them; everything not named gets a plain default.
std::string ern_message(const Facts& facts);

}  // namespace umikoe::scenario
