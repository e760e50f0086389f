#pragma once

#include <optional>
#include <span>
#include <string>
#include <vector>

#include "access/suppression.h"
#include "app/ports.h"
#include "formats/returns/return_file.h"
#include "messages/messages.h"

namespace umikoe::app {

// The returns of one period, merged. What may not be told is suppressed before anybody sees it.
struct Nation {
  formats::returns::ReturnPeriod period;
  bool closed = false;                     // the table is the one that was published
  std::vector<std::string> contributors;   // counted, in order of name
  std::vector<DeliveryId> deliveries;      // theirs
  std::vector<Finding> left_out;           // return_superseded, return_late, return_waiting
  std::vector<TerritoryCode> territories;  // rows, in order of code
  std::vector<std::string> columns;        // open, unknown, …, then the reasons
  access::ProtectedTable cells;
  access::ProtectedList yen;  // by territory, then the sum
};

// The kind of edit that closes a period.
inline constexpr std::string_view nation_closed_edit = "nation_closed";

// Merges the returns of a period; empty: the latest on file. Of several by one contributor the
// last delivered counts, once. A closed period keeps the returns it was closed with. Newcomers of
// an open period wait until enough of them can enter together, so that no two tables differ by one.
// Errors: period_unknown, no_returns, nation_period_overlaps, nation_closing_unreadable, those of
// reading a return.
Result<Nation> nation(std::span<const HandedReturn> returns, std::span<const edits::Edit> log,
                      const std::string& period);

// What to say of a return that arrives: return_superseded, return_late.
Result<std::vector<Finding>> standing_of_return(const WorldStore& store,
                                                const formats::returns::ReturnFile& file);

// Freezes the table of a period for publication. Errors: nation_closed_already, hold_by_needed,
// not_allowed.
Result<void> close_period(WorldStore& store, const Nation& nation, const std::string& by,
                          const access::Viewer& viewer, Instant now);

std::string nation_json(const Nation& nation);
std::string nation_csv(const Nation& nation);
std::string nation_text(const Nation& nation, messages::Language language);

}  // namespace umikoe::app
