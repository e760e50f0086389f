#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <string_view>

#include "base/limits.h"
#include "demand/lone_slots.h"
#include "formats/table/tables.h"

// A file with an error gives nothing; what is given holds what the rules need of a date, and the
// rule about lone slots keeps its promise over whatever rows there are.
extern "C" int LLVMFuzzerTestOneInput(const uint8_t* data, size_t size) {
  namespace formats = umikoe::formats;
  namespace demand = umikoe::demand;
  const std::string_view bytes(reinterpret_cast<const char*>(data), size);
  const auto [contents, errors] = formats::table::read_table(formats::Format::table_appearances,
                                                             formats::from_memory(bytes, 7));
  if (!errors.empty()) {
    UMIKOE_ASSERT(contents.appearances.empty());
    UMIKOE_ASSERT(std::ssize(errors) <= umikoe::limits::errors_kept.value);
    return 0;
  }
  UMIKOE_ASSERT(std::ssize(contents.appearances) == contents.counts.rows);
  for (const auto& row : contents.appearances) {
    UMIKOE_ASSERT(!row.artist.name.empty() && !row.event.empty());
    UMIKOE_ASSERT(row.start <= row.end && row.end.days - row.start.days < 366);
    UMIKOE_ASSERT(demand::same_artist(row.artist, row.artist));
  }
  if (contents.appearances.empty() || contents.appearances.size() > 100) return 0;
  const auto home = *umikoe::TerritoryCode::parse("JP");
  const umikoe::Date today = contents.appearances.front().start;
  const auto lone = demand::lone_slots(contents.appearances, home, today);
  UMIKOE_ASSERT(lone.size() <= contents.appearances.size());
  for (const auto& each : lone) {
    UMIKOE_ASSERT(each.slot.territory != home && !each.slot.cancelled);
    UMIKOE_ASSERT(each.over == (each.slot.end < today));
  }
  return 0;
}
