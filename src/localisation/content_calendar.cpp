#include "localisation/content_calendar.h"

#include <algorithm>
#include <array>
#include <map>
#include <set>
#include <tuple>
#include <utility>

#include "base/time_zone.h"

namespace umikoe::localisation {
namespace {

constexpr std::array<std::string_view, 9> kind_words{
    "music_video", "lyric_video", "premiere",     "live", "short_form", "behind_the_scenes",
    "interview",   "announcement", "other"};
constexpr std::array all_kinds{
    ContentKind::music_video,       ContentKind::lyric_video, ContentKind::premiere,
    ContentKind::live,              ContentKind::short_form,  ContentKind::behind_the_scenes,
    ContentKind::interview,         ContentKind::announcement, ContentKind::other};

}  // namespace

std::string_view word(ContentKind kind) { return kind_words[std::to_underlying(kind)]; }

std::optional<ContentKind> parse_content_kind(std::string_view word) {
  const auto at = std::ranges::find(kind_words, word);
  if (at == kind_words.end()) return std::nullopt;
  return static_cast<ContentKind>(at - kind_words.begin());
}

std::span<const ContentKind> content_kinds() { return all_kinds; }

std::optional<Instant> instant_of(const CalendarEntry& entry) {
  if (!entry.minute) return std::nullopt;
  const int64_t local = entry.day.days * seconds_per_day + int64_t{*entry.minute} * 60;
  if (entry.offset_minutes) return Instant{local - int64_t{*entry.offset_minutes} * 60};
  std::optional<Instant> first;
  for (const ZoneOffsets zone : zones_of(entry.territory)) {
    const Instant there = local_to_instant(zone, local);
    if (!first || there < *first) first = there;
  }
  return first;
}

std::vector<CalendarGap> calendar_gaps(std::span<const CalendarEntry> entries, Date today) {
  std::map<std::tuple<std::string, std::string, TerritoryCode>, std::set<Date>> days;
  for (const CalendarEntry& entry : entries) {
    days[{entry.artist, entry.channel, entry.territory}].insert(entry.day);
  }
  std::vector<CalendarGap> gaps;
  for (const auto& [key, filled] : days) {
    const auto& [artist, channel, territory] = key;
    for (auto at = filled.begin(); at != filled.end(); ++at) {
      const auto after = std::next(at);
      const bool is_last = after == filled.end();
      const int32_t quiet = (is_last ? today : *after).days - at->days;
      if (quiet <= quiet_days_most) continue;
      gaps.push_back({artist, channel, territory, *at,
                      is_last ? std::nullopt : std::optional(*after), quiet});
    }
  }
  return gaps;
}

}  // namespace umikoe::localisation
