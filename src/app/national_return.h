#pragma once

#include <string>

#include "app/loaded_world.h"
#include "formats/returns/return_file.h"
#include "messages/messages.h"

namespace umikoe::app {

struct ReturnQuestion {
  std::string period;                   // 2026-07, 2026-Q3, 2026-H1
  std::string contributor;              // empty: the world's organisation
  std::string approved_by;              // empty: a preview
  Date today;                           // the day of the approval
  std::vector<std::string> rates = {};  // into yen, as those of revenue()
};

// What this world would hand to the national office: counts and reasons on the last day of the
// period (the world's day, where the period still runs) and yen of the usage months in it. Errors:
// period_unknown, period_not_begun, rate_invalid_word,
// text_too_long.
Result<formats::returns::ReturnFile> national_return(const LoadedWorld& world,
                                                     const ReturnQuestion& question);

// All that will leave, for the eyes of the person who approves.
std::string return_text(const formats::returns::ReturnFile& file, messages::Language language);

}  // namespace umikoe::app
