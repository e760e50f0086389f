#include "rights/sighting.h"

#include <algorithm>
#include <array>
#include <utility>

namespace umikoe::rights {
namespace {

struct StateRow {
  std::string_view word;
  Seen seen;
};

constexpr std::array state_rows{
    StateRow{"", Seen::not_checked},        StateRow{"playable", Seen::yes},
    StateRow{"greyed", Seen::no},           StateRow{"hidden", Seen::no},
    StateRow{"in_review", Seen::no},        StateRow{"rejected", Seen::no},
    StateRow{"blocked_by_claim", Seen::no}, StateRow{"age_limited", Seen::yes},
    StateRow{"regulator", Seen::no},        StateRow{"other_version", Seen::no},
};

}  // namespace

std::string_view word(SightingState state) { return state_rows[std::to_underlying(state)].word; }
Seen seen_in(SightingState state) { return state_rows[std::to_underlying(state)].seen; }

std::optional<SightingState> parse_sighting_state(std::string_view written) {
  const auto at = std::ranges::find(state_rows, written, &StateRow::word);
  if (written.empty() || at == state_rows.end()) return std::nullopt;
  return static_cast<SightingState>(at - state_rows.begin());
}

SightingState state_of(const Sighting& sighting) {
  const std::string_view detail = sighting.detail;
  const auto state = parse_sighting_state(detail.substr(0, detail.find(':')));
  // A person's own words may begin alike; only a list's state agrees with what was seen.
  return state && seen_in(*state) == sighting.seen ? *state : SightingState::none;
}

std::string detail_of(SightingState state, std::string_view more) {
  std::string detail(word(state));
  if (!detail.empty() && !more.empty()) detail += ": ";
  return detail.append(more);
}

}  // namespace umikoe::rights
