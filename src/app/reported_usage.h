#pragma once

#include <functional>
#include <optional>
#include <span>
#include <vector>

#include "app/ports.h"

namespace umikoe::app {

// The last day of the month that a first day begins.
Date last_day_of_month(Date first);

// Adds the plays that statements report to those of sales reports, counting nothing twice: where a
// sales report speaks of the same service, recording and territory in that month, the statement is
// silent; of several senders that report the same plays, the one with the most is taken, since they
// may all pass on the service's one report. What one sender adjusts later is netted.
void add_statement_usage(std::vector<UsageTotal>& usage, std::span<const RevenueTotal> revenue,
                         std::span<const demand::RevenueStatement> statements);

// Adds views of uploads by others that we claim, as user-generated use, where the video's recording
// is known and no sales report counts that use already.
void add_claimed_views(
    std::vector<UsageTotal>& usage, std::span<const demand::VideoViews> views,
    const std::function<std::optional<Isrc>(const demand::VideoViews&)>& recording);

}  // namespace umikoe::app
