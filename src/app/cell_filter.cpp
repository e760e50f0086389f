#include "app/cell_filter.h"

namespace umikoe::app {

bool CellFilter::passes(const Cell& cell) const {
  return (reason == rights::Reason::none || cell.reason == reason) &&
         (!role || cell.who.role == *role);
}

Result<CellFilter> parse_cell_filter(const std::string& reason, const std::string& role) {
  CellFilter filter;
  if (!reason.empty()) {
    filter.reason = rights::parse_reason(reason);
    if (filter.reason == rights::Reason::none) return fail("reason_unknown", {{"reason", reason}});
  }
  if (!role.empty()) {
    filter.role = rights::parse_who_role(role);
    if (!filter.role) return fail("role_unknown", {{"role", role}});
  }
  return filter;
}

}  // namespace umikoe::app
