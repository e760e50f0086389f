#include "access/viewer.h"

#include <algorithm>

namespace umikoe::access {

bool Viewer::may_write() const {
  return std::ranges::any_of(roles, [](Role r) { return r == Role::local || r == Role::editor; });
}

bool Viewer::is_local() const { return std::ranges::find(roles, Role::local) != roles.end(); }

Viewer local_viewer(OrganisationId organisation) {
  return Viewer{organisation, "local", {Role::local}};
}

}  // namespace umikoe::access
