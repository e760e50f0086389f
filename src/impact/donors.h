#pragma once

#include <cstdint>
#include <optional>
#include <string_view>
#include <vector>

#include "impact/panel.h"

namespace umikoe::impact {

// Why a unit cannot serve as a control.
enum class NoDonor : uint8_t { excluded, touched, unknown_cells, mostly_below, flat };
std::string_view word(NoDonor reason);

struct Donors {
  std::vector<size_t> units = {};
  std::vector<std::pair<size_t, NoDonor>> dropped = {};
};

// At most this share of a unit's cells may lie below the chart: what is filled in must stay the
// smaller part of what is compared.
inline constexpr double most_below = 0.2;

// The untreated units that may serve as controls: never touched (not in the group of a treated
// one), enough history (every time known, at most a fifth of it below the chart), and not flat.
// `excluded` names units somebody keeps out.
Donors choose_donors(const Panel& panel, const std::vector<std::string>& excluded);

// What keeps a treated unit from being measured, among the reasons that are its own.
std::optional<NoDonor> unfit_as_treated(const Panel& panel, size_t unit);

}  // namespace umikoe::impact
