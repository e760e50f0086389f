#include "app/gap_over.h"

#include "rights/profiles/timeline.h"

namespace umikoe::app {
namespace {

using rights::LinkState;

struct Period {
  Date first;
  Date last;
};

Result<Period> parse_period(const std::string& words, const rights::DayWindow& window) {
  const size_t dots = words.find("..");
  std::optional<Date> first;
  std::optional<Date> last;
  if (dots != std::string::npos) {
    first = Date::parse(words.substr(0, dots));
    last = Date::parse(words.substr(dots + 2));
  }
  if (!first || !last || *last < *first) {
    return fail("period_invalid_word", {{"period", words}});
  }
  if (!window.contains(*first) || !window.contains(*last)) {
    return fail("period_too_far", {{"period", words},
                                   {"first", window.first.to_string()},
                                   {"last", window.last.to_string()}});
  }
  return Period{*first, *last};
}

int64_t& count_for(StandingFrom& row, const rights::TallyKind& kind) {
  if (kind.without_permission) return row.heard_without_permission;
  switch (kind.answer) {
    case LinkState::open:
      return row.open;
    case LinkState::closed:
      return row.closed;
    case LinkState::unknown:
      break;
  }
  return row.unknown;
}

StandingFrom row_of(Date from, const rights::TallyCounts& counts,
                    std::span<const rights::TallyKind> kinds,
                    std::span<const TerritoryCode> territories) {
  StandingFrom row{from};
  for (size_t kind = 0; kind < kinds.size() && (kind + 1) * 256 <= counts.size(); ++kind) {
    int64_t& count = count_for(row, kinds[kind]);
    for (const TerritoryCode territory : territories) {
      count += counts[kind * 256 + territory.index];
    }
  }
  return row;
}

// Within one reading of the tables.
void add_rows(GapOver& over, const rights::ProfileTables& tables,
              std::span<const uint32_t> profiles, std::span<const TerritoryCode> territories) {
  const rights::Tallies tallies(tables);
  const rights::PatternProfiles patterns = rights::pattern_profiles(tables, tallies);
  std::vector<uint32_t> numbers;
  numbers.reserve(profiles.size());
  for (const uint32_t profile : profiles) numbers.push_back(patterns.of_profile[profile]);
  const rights::TotalsTimeline timeline(
      patterns, tallies, rights::count_numbers(numbers, {}, patterns.size()), tables.window.first);
  timeline.each_change(over.first, over.last, [&](Date day, const rights::TallyCounts& counts) {
    const StandingFrom row = row_of(day, counts, tallies.kinds(), territories);
    if (over.rows.empty() || !row.same_counts(over.rows.back())) over.rows.push_back(row);
  });
}

}  // namespace

bool StandingFrom::same_counts(const StandingFrom& other) const {
  return open == other.open && closed == other.closed && unknown == other.unknown &&
         heard_without_permission == other.heard_without_permission;
}

Result<GapOver> gap_over(const LoadedWorld& world, const SelectionWords& selection,
                         const std::string& period) {
  UMIKOE_TRY(const Selection selected, select(world, selection));
  UMIKOE_TRY(const Period days, parse_period(period, world.compiled().window()));
  GapOver over;
  over.first = days.first;
  over.last = days.last;
  over.use = word(selected.question.use);
  over.recordings = selected.recordings.size();
  over.territories = selected.territories.size();
  std::vector<const rights::RecordingFile*> files;
  for (const Isrc& isrc : selected.recordings) files.push_back(&world.file(isrc));
  world.compiled().read(
      files, selected.question.use,
      [&](const rights::ProfileTables& tables, std::span<const uint32_t> profiles) {
        add_rows(over, tables, profiles, selected.territories);
      });
  return over;
}

}  // namespace umikoe::app
