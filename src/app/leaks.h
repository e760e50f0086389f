#pragma once

#include <string>
#include <vector>

#include "app/cells.h"
#include "messages/messages.h"

namespace umikoe::app {

struct LeakQuestion {
  std::string territory;  // ISO codes, separated by commas; empty: every one
  std::string artist;     // part of the name
  size_t limit = 0;       // 0: all
};

// Views of claimed uploads by others in one cell, beside what is officially open there.
struct Leak {
  Isrc isrc;
  TerritoryCode territory;
  int64_t views = 0;
  Date first_day;
  Date last_day;
  Cell official;
};

struct LeakReport {
  Date as_of;
  std::vector<Leak> leaks;  // where the recording is not open; the most views first
  size_t found = 0;         // before the limit
  int64_t views = 0;        // of all of them
  int64_t views_where_open = 0;
  int64_t views_of_no_recording = 0;  // no document says what the video shows
  int64_t views_of_no_territory = 0;
};

// Demand that is leaking: use by others is demand, never availability. Reports of the last year up
// to the world's day count. Errors: those of select().
Result<LeakReport> leaks(const LoadedWorld& world, const LeakQuestion& question);

std::string leaks_json(const LeakReport& report, const LoadedWorld& world);
std::string leaks_text(const LeakReport& report, const LoadedWorld& world,
                       messages::Language language, size_t rows_shown);

}  // namespace umikoe::app
