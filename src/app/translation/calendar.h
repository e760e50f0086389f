#pragma once

#include <string>
#include <vector>

#include "app/translation/translation_desk.h"
#include "messages/messages.h"

namespace umikoe::app {

// How many of the artists have something of a kind planned or done lately: a music video is what
// everybody has, the rest is what keeps people.
struct KindCoverage {
  localisation::ContentKind kind = localisation::ContentKind::other;
  int64_t entries = 0;
  int64_t artists = 0;
};

struct CalendarReport {
  Date as_of;
  std::vector<localisation::CalendarEntry> entries;  // by day, artist, channel, territory
  std::vector<localisation::CalendarGap> gaps;
  std::vector<KindCoverage> kinds;
  int64_t artists = 0;  // on the calendar at all
};
// Of one artist, or of all where the name is empty.
CalendarReport content_calendar(const TranslationDesk& desk, const std::string& artist);

std::string calendar_json(const CalendarReport& report);
std::string calendar_csv(const CalendarReport& report);
std::string calendar_text(const CalendarReport& report, messages::Language language);
// iCalendar (RFC 5545): entries without a time are whole days; times stand in UTC.
std::string calendar_ics(const CalendarReport& report);

}  // namespace umikoe::app
