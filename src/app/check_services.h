#pragma once

#include <vector>

#include "app/loaded_world.h"
#include "catalogue/rule.h"

namespace umikoe::app {

// Uploads by others in one closed cell become a finding from so many views on.
inline constexpr int64_t leaking_views_min = 1000;

// What the exports of services show to be wrong: videos that nobody abroad sees, ownership that
// says less than our licences, conflicts, and demand that leaks.
std::vector<catalogue::RuleFinding> check_services(const LoadedWorld& world);

}  // namespace umikoe::app
