#pragma once

#include <string>

#include "app/loaded_world.h"
#include "messages/messages.h"

namespace umikoe::app {

// What a world is, for the head of a page: {"as_of","demo","generation","recordings","videos",…}.
std::string world_json(const LoadedWorld& world);
// The same for people.
std::string world_text(const LoadedWorld& world, messages::Language language);
// Every territory with its names, region and whether a service operates there.
std::string territories_json();

}  // namespace umikoe::app
