#pragma once

#include <string>
#include <vector>

#include "base/id.h"

namespace umikoe::access {

struct Organisation {
  OrganisationId id;
  std::string name;

  bool operator==(const Organisation&) const = default;
};

enum class Role { local, reader, editor };

// Who asks. Every app verb takes one, so that ownership never has to be added later.
struct Viewer {
  OrganisationId organisation;
  std::string person;
  std::vector<Role> roles;

  bool may_write() const;
  bool is_local() const;  // may read what is private to the people of this world
};

// The person at the command line: all rights over the one organisation of this world.
Viewer local_viewer(OrganisationId organisation);

}  // namespace umikoe::access
