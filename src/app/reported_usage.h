#pragma once

#include <functional>
#include <optional>
#include <set>
#include <span>
#include <vector>

#include "app/ports.h"

namespace umikoe::app {

// The last day of the month that a first day begins.
Date last_day_of_month(Date first);

// Use that another document than a sales report states, and every delivery that says so.
struct StatedUse {
  UsageTotal use;
  std::set<DeliveryId> deliveries;
};

// The plays that statements state and sales reports do not, counting nothing twice: where a sales
// report speaks of the same service, recording and territory in that month, the statement is
// silent; of several senders that report the same plays, the one with the most is taken, since they
// may all pass on the service's one report. What one sender adjusts later is netted.
std::vector<StatedUse> statement_use(std::span<const UsageTotal> reported,
                                     std::span<const RevenueTotal> revenue,
                                     std::span<const demand::RevenueStatement> statements);

// Nothing where no document says which recording views are of.
using RecordingOfViews = std::function<std::optional<Isrc>(const demand::VideoViews&)>;
enum class Upload : uint8_t { ours, by_others };

// Views of our own uploads, as plays; or of uploads by others that we claim, as user-generated use:
// where the recording is known and no sales report counts that use already. `standing`: of
// demand::standing_views.
std::vector<StatedUse> viewed_use(std::span<const UsageTotal> reported,
                                  std::span<const demand::VideoViews> standing, Upload upload,
                                  const RecordingOfViews& recording);

// Adds what statements state to what sales reports do.
void add_statement_usage(std::vector<UsageTotal>& usage, std::span<const RevenueTotal> revenue,
                         std::span<const demand::RevenueStatement> statements);

// Adds views of uploads by others that we claim.
void add_claimed_views(std::vector<UsageTotal>& usage, std::span<const demand::VideoViews> views,
                       const RecordingOfViews& recording);

}  // namespace umikoe::app
