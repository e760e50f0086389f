#pragma once

#include <string>
#include <string_view>

namespace umikoe::catalogue {

// A name without what changes from file to file: case, width, accents, blanks and signs. Of a name
// that is nothing but signs it keeps them.
std::string name_key(std::string_view name);

// The person or group credited first: "Umi" of "Umi, Sora", "Umi|Sora" and "Umi feat. Sora".
std::string_view first_credit(std::string_view artist);

// Equal for the rows of one chart or report that are of one recording, however its spelling
// changed: the first credit and the title without its guests ("(w/ Ejae)", "feat. X") and tie-ins,
// with its version (remix, live, TV size). It joins rows of one source; what a catalogue calls
// otherwise is for link_records. A title without an artist has a key that no artist's row shares.
std::string identity_key(std::string_view artist, std::string_view title);

}  // namespace umikoe::catalogue
