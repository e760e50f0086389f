#pragma once

#include <string>
#include <utility>
#include <vector>

#include "base/result.h"
#include "formats/byte_source.h"

namespace umikoe::formats::charts {

// A table of which artist was seen where: columns Artist and Countries, the latter's words parted
// by "|", in any case and with others beside them. Errors: column_missing, presence_artist_missing,
// table_empty, limit_exceeded (presence_rows, presence_territories), those of the table reader.
Result<std::vector<std::pair<std::string, std::vector<std::string>>>> read_presence(
    const ByteSource& source);

}  // namespace umikoe::formats::charts
