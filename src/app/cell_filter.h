#pragma once

#include <optional>
#include <string>

#include "app/cells.h"

namespace umikoe::app {

// Which gaps a person wants to see.
struct CellFilter {
  rights::Reason reason = rights::Reason::none;  // none: every reason
  std::optional<rights::WhoRole> role;

  bool empty() const { return reason == rights::Reason::none && !role; }
  bool passes(const Cell& cell) const;
};

// Errors: reason_unknown, role_unknown.
Result<CellFilter> parse_cell_filter(const std::string& reason, const std::string& role);

}  // namespace umikoe::app
