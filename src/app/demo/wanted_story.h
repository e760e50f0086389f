#pragma once

#include <vector>

#include "app/demo/observation_text.h"

namespace umikoe::app::demo {

// Where 160 artists who do not exist were seen, and facts about them: their tie-ins and conventions
// go with where they are seen, their genres with nothing. One, DEMO Paper Kite, was seen in Japan
// and Taiwan alone, though a work with a song of theirs is shown in Brazil and they were at a
// convention in Mexico; a work shown in France begins after the demo's day.
std::vector<DemoFile> wanted_files();

}  // namespace umikoe::app::demo
