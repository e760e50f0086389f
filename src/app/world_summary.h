#pragma once

#include <string>

#include "app/loaded_world.h"
#include "messages/messages.h"

namespace umikoe::app {

// The markets of the first sentence that a person names, separated by commas; empty: the main ones.
// Error territory_unknown_word.
Result<std::vector<TerritoryCode>> first_markets(const LoadedWorld& world,
                                                 const std::string& written);

// What a world is, for the head of a page: {"as_of","demo","generation","recordings","videos",…}.
std::string world_json(const LoadedWorld& world, std::vector<TerritoryCode> markets = {});
// The same for people.
std::string world_text(const LoadedWorld& world, messages::Language language,
                       std::vector<TerritoryCode> markets = {});
// Every territory with its names, region and whether a service operates there.
std::string territories_json();

}  // namespace umikoe::app
