#pragma once

#include <compare>
#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "base/date.h"
#include "base/territory.h"

namespace umikoe::localisation {

// What comes out on a channel. A music video is one kind of many: short forms and what happens
// behind the scenes keep people between two songs.
enum class ContentKind : uint8_t {
  music_video,
  lyric_video,
  premiere,
  live,
  short_form,
  behind_the_scenes,
  interview,
  announcement,
  other
};
std::string_view word(ContentKind kind);
std::optional<ContentKind> parse_content_kind(std::string_view word);
std::span<const ContentKind> content_kinds();

// One thing planned or done, at the wall clock of its territory.
struct CalendarEntry {
  std::string artist;
  std::string channel;
  TerritoryCode territory;
  Date day;
  std::optional<int32_t> minute;          // of the day; nothing: no time is set
  std::optional<int32_t> offset_minutes;  // from UTC, where the entry says so
  ContentKind kind = ContentKind::other;
  std::string title;
  std::string link;

  bool operator==(const CalendarEntry&) const = default;
};

// When that is. Without an offset of its own it is the first moment at which any zone of the
// territory has that time: in a territory of several zones nothing comes out later than promised.
std::optional<Instant> instant_of(const CalendarEntry& entry);

// More days than this without anything are a gap.
inline constexpr int32_t quiet_days_most = 14;

// A stretch in which one artist's channel brings nothing to a territory.
struct CalendarGap {
  std::string artist;
  std::string channel;
  TerritoryCode territory;
  Date last;                  // of the entry before
  std::optional<Date> next;   // of the entry after; nothing: none is planned
  int32_t days = 0;           // until the next, or until `today`

  bool operator==(const CalendarGap&) const = default;
};

// Gaps of more than quiet_days_most days, in order of artist, channel, territory and day. A stretch
// that has no entry after it counts until `today`, one that begins in the future is none.
std::vector<CalendarGap> calendar_gaps(std::span<const CalendarEntry> entries, Date today);

}  // namespace umikoe::localisation
