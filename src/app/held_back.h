#pragma once

#include <string>

#include "app/cells.h"
#include "messages/messages.h"

namespace umikoe::app {

// What a person says when closing cells on purpose: exactly one of isrc, artist and label, and
// territories or a region.
struct HoldWords {
  std::string isrc;
  std::string artist;
  std::string label;
  std::string territory;  // codes separated by commas, or Worldwide
  std::string region;
  std::string kind;
  std::string until;  // YYYY-MM-DD, the day of the next look
  std::string note;
  std::string by;
};

// Adds the hold to the log, or replaces the one on the same cells. Errors: hold_subject_needed,
// isrc_malformed_word, isrc_unknown, hold_matches_nothing, territory_unknown_word, region_unknown,
// hold_territory_needed, hold_kind_unknown, date_invalid_word, hold_until_past, hold_by_needed,
// not_allowed, text_too_long.
Result<Hold> hold_back(WorldStore& store, const LoadedWorld& world, const HoldWords& words,
                       const access::Viewer& viewer, Instant now);
// Takes the hold of that number off. Errors: number_invalid_word, hold_unknown, hold_by_needed,
// not_allowed.
Result<Hold> let_go(WorldStore& store, const LoadedWorld& world, const std::string& number,
                    const std::string& by, const access::Viewer& viewer, Instant now);

// Every standing hold. The private note is shown to the people of this world only.
std::string holds_json(const LoadedWorld& world, const access::Viewer& viewer);
std::string hold_json(const Hold& hold, const access::Viewer& viewer);
std::string holds_text(const LoadedWorld& world, const access::Viewer& viewer,
                       messages::Language language);
std::string hold_text(const Hold& hold, const access::Viewer& viewer, messages::Language language);

}  // namespace umikoe::app
