#pragma once

#include <string>
#include <vector>

#include "base/result.h"
#include "base/territory.h"

namespace umikoe::app {

// Territory codes with commas between, in order and each once; all there are where there is none.
// Error territory_unknown_word.
Result<std::vector<TerritoryCode>> parse_territories(const std::string& words);

}  // namespace umikoe::app
