// Calendar entries as they are stated.
#include <cstdlib>

#include <fmt/format.h>

#include "app/translation/translation_records.h"

namespace umikoe::app {
namespace {

using localisation::CalendarEntry;

bool is_digit(char c) { return c >= '0' && c <= '9'; }

// "19:30" in minutes.
std::optional<int32_t> clock_minutes(std::string_view word) {
  if (word.size() == 4) return clock_minutes("0" + std::string(word));
  if (word.size() != 5 || word[2] != ':') return std::nullopt;
  for (const size_t i : {0u, 1u, 3u, 4u}) {
    if (!is_digit(word[i])) return std::nullopt;
  }
  const int32_t hours = (word[0] - '0') * 10 + (word[1] - '0');
  const int32_t minutes = (word[3] - '0') * 10 + (word[4] - '0');
  if (hours > 23 || minutes > 59) return std::nullopt;
  return hours * 60 + minutes;
}

std::string clock_word(int32_t minutes) {
  return fmt::format("{:02}:{:02}", minutes / 60, minutes % 60);
}

// "+09:00", "-03:00".
std::optional<int32_t> offset_minutes(const std::string& word) {
  if (word.size() != 6 || (word[0] != '+' && word[0] != '-')) return std::nullopt;
  const auto minutes = clock_minutes(std::string_view(word).substr(1));
  if (!minutes || *minutes > 14 * 60) return std::nullopt;
  return word[0] == '-' ? -*minutes : *minutes;
}

Result<void> read_time(const StatedWords& words, CalendarEntry& entry) {
  const std::string time = stated(words, "time");
  const std::string offset = stated(words, "offset");
  if (!time.empty() && !(entry.minute = clock_minutes(time))) {
    return fail("calendar_time_invalid", {{"time", time}});
  }
  if (!offset.empty() && !(entry.offset_minutes = offset_minutes(offset))) {
    return fail("calendar_time_invalid", {{"time", offset}});
  }
  return {};
}

}  // namespace

Result<CalendarEntry> read_calendar_entry(const StatedWords& words) {
  CalendarEntry entry;
  for (const char* key : {"artist", "channel", "territory", "date", "kind"}) {
    if (stated(words, key).empty()) return fail("calendar_field_needed", {{"field", key}});
  }
  entry.artist = stated(words, "artist");
  entry.channel = stated(words, "channel");
  const auto territory = TerritoryCode::parse(stated(words, "territory"));
  if (!territory) {
    return fail("territory_unknown_word", {{"territory", stated(words, "territory")}});
  }
  entry.territory = *territory;
  UMIKOE_TRY(const auto day, stated_date(words, "date"));
  entry.day = *day;
  UMIKOE_TRY(read_time(words, entry));
  const auto kind = localisation::parse_content_kind(stated(words, "kind"));
  if (!kind) return fail("content_kind_unknown", {{"kind", stated(words, "kind")}});
  entry.kind = *kind;
  entry.title = stated(words, "title");
  entry.link = stated(words, "link");
  return entry;
}

StatedWords words_of(const CalendarEntry& entry) {
  StatedWords words{{"artist", entry.artist},
                    {"channel", entry.channel},
                    {"territory", std::string(entry.territory.code())},
                    {"date", entry.day.to_string()},
                    {"kind", std::string(word(entry.kind))}};
  if (entry.minute) words["time"] = clock_word(*entry.minute);
  if (entry.offset_minutes) {
    const int32_t minutes = *entry.offset_minutes;
    words["offset"] = (minutes < 0 ? "-" : "+") + clock_word(std::abs(minutes));
  }
  state(words, "title", entry.title);
  state(words, "link", entry.link);
  return words;
}

// The same thing planned again replaces its earlier entry; another title is another thing.
std::string subject_of(const CalendarEntry& entry) {
  StatedWords words = words_of(entry);
  for (const char* key : {"time", "offset", "link"}) words.erase(key);
  return body_of(words);
}

}  // namespace umikoe::app
