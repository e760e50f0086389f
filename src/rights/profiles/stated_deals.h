#pragma once

#include <algorithm>

#include "rights/statement.h"

namespace umikoe::rights {

// Calls each(deal, release) for what a statement says of one recording.
template <class Each>
void for_each_stated(const Statement& statement, const Isrc& isrc, Each each) {
  for (const StatedRelease& release : statement.releases) {
    if (std::ranges::find(release.assets, isrc, &StatedAsset::isrc) == release.assets.end()) {
      continue;
    }
    for (const Deal& deal : statement.deals) {
      const auto& named = deal.release_references;
      if (deal.is_out_of_band || std::ranges::find(named, release.reference) == named.end()) {
        continue;
      }
      each(deal, release);
    }
  }
}

}  // namespace umikoe::rights
