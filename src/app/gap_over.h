#pragma once

#include <string>
#include <vector>

#include "app/cells.h"
#include "messages/messages.h"

namespace umikoe::app {

// How the cells of a selection stand from a day on, until the next row's day. What plays without
// permission is in none of the first three; what is held back on purpose counts as what it is.
struct StandingFrom {
  Date from;
  int64_t open = 0;
  int64_t closed = 0;
  int64_t unknown = 0;
  int64_t heard_without_permission = 0;

  bool same_counts(const StandingFrom& other) const;
};

// A selection over a stretch of days: the first day, and every day on which a count changes.
struct GapOver {
  Date first;
  Date last;
  std::string use;
  size_t recordings = 0;
  size_t territories = 0;
  std::vector<StandingFrom> rows;
};

// `period` is FROM..TO, both days counted, within ten years of the world's day. What a service's
// list showed ends being evidence after 45 days, so days to come are told by documents alone.
// Errors: those of select(), period_invalid_word, period_too_far.
Result<GapOver> gap_over(const LoadedWorld& world, const SelectionWords& selection,
                         const std::string& period);

std::string gap_over_json(const GapOver& over);
std::string gap_over_csv(const GapOver& over);
std::string gap_over_text(const GapOver& over, messages::Language language);

}  // namespace umikoe::app
