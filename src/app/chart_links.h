#pragma once

#include <map>
#include <string>
#include <utility>

#include "app/loaded_world.h"

namespace umikoe::app {

// Which recording the rows of charts without ISRC are of, by artist and title as the chart writes
// them: what people decided about such a row, else a computed link of person and title together.
// Never a title alone, and never one of several that fit as well; what is left out stays unknown.
// Error edit_broken.
using ChartLinks = std::map<std::pair<std::string, std::string>, Isrc>;
Result<ChartLinks> chart_links(const LoadedWorld& world);

}  // namespace umikoe::app
