#pragma once

#include <array>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "app/demand/next_territories.h"
#include "app/loaded_world.h"
#include "demand/alarms.h"
#include "demand/lone_slots.h"
#include "messages/messages.h"

namespace umikoe::app {

// Every kind of alarm, in the order people read them.
inline constexpr std::array<std::string_view, 5> alarm_kinds = {
    "first_seen", "rising", "next_territory", "follow_through", "lone_slot"};

// What one kind of alarm rests on. Where something is missing, that there is no alarm says nothing.
struct AlarmGround {
  std::string_view kind;  // of alarm_kinds
  int64_t alarms = 0;     // before anything is filtered
  // What is missing: no_chart, chart_over, history_short, one_territory, few_reports, no_dates;
  // empty where it was looked at.
  std::string missing;
  std::optional<int64_t> on_file;  // days of charts, or recordings that can be compared
  std::optional<int64_t> needed;   // of the same
};

struct AlarmReport {
  std::vector<demand::Alarm> alarms;
  NextTerritories next;
  std::vector<demand::LoneSlot> slots;
  std::vector<AlarmGround> grounds;  // one of each kind, in their order
};

// Which alarms are asked for; empty: all.
struct AlarmWords {
  std::string kind;
  std::string territories;  // codes with commas
  std::string artist;       // part of a name, in any form on file
};

// What a person should look at abroad, up to the world's day. An action is a licence that starts,
// or a change by a person that names the recording or its artist. Errors of chart_links and of the
// store.
Result<AlarmReport> demand_alarms(const WorldStore& store, const LoadedWorld& world);

// The report without what is not asked for; its grounds stay. Errors: alarm_kind_unknown,
// territory_unknown_word.
Result<AlarmReport> asked_of(const AlarmReport& report, const AlarmWords& words,
                             const LoadedWorld& world);

std::string alarms_json(const AlarmReport& report, const LoadedWorld& world);
std::string alarms_csv(const AlarmReport& report, const LoadedWorld& world);
std::string alarms_text(const AlarmReport& report, const LoadedWorld& world,
                        messages::Language language, size_t rows);

}  // namespace umikoe::app
