#include "cli/spoken_findings.h"

namespace umikoe::cli {

void say_findings(const Command& command, const std::vector<Finding>& findings) {
  for (const Finding& finding : findings) {
    command.surroundings.err("umikoe: " + messages::sentence(command.language, finding) + " [" +
                             finding.code + "]\n");
  }
}

}  // namespace umikoe::cli
