#pragma once

#include <string>
#include <vector>

#include "app/ports.h"

namespace umikoe::app {

// How a new statement stands among those on file.
struct Standing {
  std::string status;  // accepted, superseded or ignored
  std::string reason;  // why ignored or superseded, as a code word
};

// `on_file`: every statement of its release groups. A purge by a stranger is kept, because a later
// delivery may make it the sender's own, but it is reported as ignored.
Standing standing_of(const rights::Statement& fresh,
                     const std::vector<rights::Statement>& on_file,
                     const std::vector<catalogue::DeclaredParty>& declared);

}  // namespace umikoe::app
