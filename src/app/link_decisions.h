#pragma once

#include "app/link_table.h"

namespace umikoe::app {

// The kind of edit that holds what people decided about a row and a recording.
inline constexpr std::string_view link_edit = "link";

// Puts what people decided into a report: "the same" becomes the first candidate and a link, "not
// the same" leaves the list for good. Error edit_broken.
Result<void> apply_link_decisions(const LoadedWorld& world, LinkReport& report);

}  // namespace umikoe::app
