#pragma once

#include <string>
#include <vector>

#include "app/ports.h"

namespace umikoe::stores {

// The recordings as SQLite's json_each takes them. They must not be all.
std::string isrc_list(const app::OfRecordings& some);
// The same as DuckDB's unnest takes them.
std::vector<std::string> isrc_texts(std::span<const Isrc> isrcs);

}  // namespace umikoe::stores
