#pragma once

#include <optional>
#include <span>
#include <string>

#include "base/result.h"
#include "demand/revenue.h"

namespace umikoe::app {

// How the statements of a new file stand to those on file. The same money must not be counted
// twice, and which of two versions of a statement is right is for a person to say.
struct StatementStanding {
  std::string status = "accepted";  // or ignored
  std::string reason;               // statement_already_held where ignored
  std::optional<Error> error;       // statement_number_held, statement_lines_held
};
// The same lines under the same number (or where one of the two has none) are a copy and ignored;
// the same number with other lines, and the same lines under another number, are errors.
StatementStanding standing_of(std::span<const demand::RevenueStatement> fresh,
                              std::span<const demand::RevenueStatement> on_file);

}  // namespace umikoe::app
