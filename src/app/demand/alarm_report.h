#pragma once

#include <string>
#include <vector>

#include "app/demand/next_territories.h"
#include "app/loaded_world.h"
#include "demand/alarms.h"
#include "demand/lone_slots.h"
#include "messages/messages.h"

namespace umikoe::app {

struct AlarmReport {
  std::vector<demand::Alarm> alarms;
  NextTerritories next;
  std::vector<demand::LoneSlot> slots;
};

// What a person should look at abroad, up to the world's day. An action is a licence that starts,
// or a change by a person that names the recording or its artist. Errors of chart_links and of the
// store.
Result<AlarmReport> demand_alarms(const WorldStore& store, const LoadedWorld& world);

std::string alarms_json(const AlarmReport& report, const LoadedWorld& world);
std::string alarms_csv(const AlarmReport& report, const LoadedWorld& world);
std::string alarms_text(const AlarmReport& report, const LoadedWorld& world,
                        messages::Language language, size_t rows);

}  // namespace umikoe::app
