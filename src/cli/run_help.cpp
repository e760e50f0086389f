#include "cli/help.h"
#include "cli/verbs.h"

namespace umikoe::cli {

Result<int> run_completion(const Command& command) {
  command.print(bash_completion());
  return ok;
}

Result<int> run_man(const Command& command) {
  command.print(man_page(command.language));
  return ok;
}

}  // namespace umikoe::cli
