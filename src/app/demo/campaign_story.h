#pragma once

#include <string_view>
#include <vector>

#include "edits/edit.h"

namespace umikoe::app::demo {

// What was done for an artist abroad, and what it did to streams from a month on: the reports tell
// it, `umikoe measure` finds it out.
struct Campaign {
  size_t artist_index;
  std::string_view territory;
  int from;     // its first month of the story
  int percent;  // of what would have been
};
// April 2026: subtitled videos and a showcase in Brazil, advertisements alone in the Philippines.
std::vector<Campaign> campaigns();

// Their registrations, entered two months before with hypothesis, owner, controls and review date.
std::vector<edits::EditDraft> campaign_edits();

}  // namespace umikoe::app::demo
