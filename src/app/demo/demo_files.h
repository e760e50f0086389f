#pragma once

#include <vector>

#include "app/demo/observation_text.h"
#include "app/demo/stories.h"

namespace umikoe::app::demo {

// Every file of the demo's deliveries, in the order of their names. The same bytes every time: no
// clock, no random source but a seeded one.
std::vector<DemoFile> demo_files(const Story& story);

}  // namespace umikoe::app::demo
