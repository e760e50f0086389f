#include "rights/deal.h"

namespace umikoe::rights {

ExpandedScope expand(const TerritoryScope& scope, Date on) {
  ExpandedScope expanded;
  TerritorySet named;
  for (const std::string& code : scope.codes) {
    if (const auto territories = expand_territory(code, on)) {
      named = named | *territories;
    } else {
      expanded.unknown_codes.push_back(code);
    }
  }
  if (!scope.excluding) {
    expanded.territories = named;
  } else if (expanded.unknown_codes.empty()) {
    // "Everywhere except a place nobody can name" could open the very place that was excluded, so
    // an exclusion that cannot be expanded grants nothing at all.
    expanded.territories = TerritorySet::all() - named;
  }
  return expanded;
}

}  // namespace umikoe::rights
