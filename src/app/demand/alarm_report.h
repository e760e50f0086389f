#pragma once

#include <string>
#include <vector>

#include "app/loaded_world.h"
#include "demand/alarms.h"
#include "messages/messages.h"

namespace umikoe::app {

// What a person should look at abroad, up to the world's day. An action is a licence that starts,
// or a change by a person that names the recording or its artist. Error: those of chart_links.
Result<std::vector<demand::Alarm>> demand_alarms(const LoadedWorld& world);

std::string alarms_json(const std::vector<demand::Alarm>& alarms, const LoadedWorld& world);
std::string alarms_csv(const std::vector<demand::Alarm>& alarms, const LoadedWorld& world);
std::string alarms_text(const std::vector<demand::Alarm>& alarms, const LoadedWorld& world,
                        messages::Language language, size_t rows);

}  // namespace umikoe::app
