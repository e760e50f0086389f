#pragma once

#include <optional>
#include <span>
#include <vector>

#include "app/ports.h"
#include "stores/rollup/rollups.h"

namespace umikoe::stores {

// What the rollups say to a question about plays. Segments that have none, and may hold rows of
// its recordings, are listed in `rest`: their part is to be asked of the segments themselves. A
// rollup that turns out broken is distrusted, and its segment is of the rest.
std::vector<app::UsagePeriod> rolled_up_periods(std::span<const UsageFile> files, Rollups& rollups,
                                                const app::SeriesQuestion& question,
                                                SegmentList& rest);

// One answer of both parts, in order. Error store_failed where a sum leaves 64 bits.
Result<std::vector<app::UsagePeriod>> joined(std::vector<app::UsagePeriod> parts);

// All plays of one recording; nothing where a segment that may hold some has no rollup: days
// gathered by month cannot be told from a period that happens to begin and end with them, so such
// parts are never joined.
std::optional<std::vector<app::UsageTotal>> rolled_up_totals(std::span<const UsageFile> files,
                                                             Rollups& rollups, const Isrc& isrc);

}  // namespace umikoe::stores
