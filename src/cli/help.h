#pragma once

#include <string>

#include "cli/arguments.h"
#include "messages/messages.h"

namespace umikoe::cli {

std::string help(messages::Language language);
std::string verb_help(const Verb& verb, messages::Language language);
std::string version();
// Made from the verb table: a bash completion script and a man page (roff).
std::string bash_completion();
std::string man_page(messages::Language language);

}  // namespace umikoe::cli
