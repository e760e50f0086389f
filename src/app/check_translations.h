#pragma once

#include <vector>

#include "app/loaded_world.h"
#include "catalogue/rule.h"

namespace umikoe::app {

// What is wrong with translations and their plan: what is out and may not be, what waits too long,
// what falls silent. Error: translation_unreadable.
Result<std::vector<catalogue::RuleFinding>> check_translations(const LoadedWorld& world);

}  // namespace umikoe::app
