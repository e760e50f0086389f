#include "rights/stated_index.h"

#include <gtest/gtest.h>

#include <algorithm>

#include "base/rng.h"
#include "rights/stated_deals.h"

namespace umikoe::rights {
namespace {

Isrc isrc_of(uint64_t number) {
  return *Isrc::parse("JPZ00000000" + std::to_string(number));
}

// Few names and few recordings, so that some occur twice, some are named by nobody, and some deals
// name what is not there.
Statement drawn(uint64_t seed) {
  Rng rng(seed);
  Statement statement;
  for (uint64_t r = 0; r < 6; ++r) {
    StatedRelease release;
    release.reference = "R" + std::to_string(rng.below(5));
    const uint64_t assets = rng.below(4);
    for (uint64_t a = 0; a < assets; ++a) {
      StatedAsset asset;
      asset.isrc = isrc_of(rng.below(4));
      asset.resource_reference = "A" + std::to_string(a);
      release.assets.push_back(asset);
    }
    statement.releases.push_back(release);
  }
  for (uint64_t d = 0; d < 8; ++d) {
    Deal deal;
    deal.line = static_cast<long>(d);
    deal.is_out_of_band = rng.below(5) == 0;
    const uint64_t names = rng.below(4);
    for (uint64_t n = 0; n < names; ++n) {
      deal.release_references.push_back("R" + std::to_string(rng.below(7)));
    }
    statement.deals.push_back(deal);
  }
  prepare(statement);
  return statement;
}

using Said = std::vector<std::pair<long, std::string>>;  // deal, and "release:asset asset"

Said walked(const Statement& statement, const Isrc& isrc) {
  Said said;
  for (const Deal& deal : statement.deals) {
    if (deal.is_out_of_band) continue;
    for (size_t r = 0; r < statement.releases.size(); ++r) {
      const StatedRelease& release = statement.releases[r];
      std::string assets;
      for (const StatedAsset& asset : release.assets) {
        if (asset.isrc == isrc) assets += asset.resource_reference + ' ';
      }
      const auto& names = deal.release_references;
      if (assets.empty() || std::ranges::find(names, release.reference) == names.end()) continue;
      said.emplace_back(deal.line, std::to_string(r) + ':' + assets);
    }
  }
  return said;
}

Said indexed(const Statement& statement, const Isrc& isrc) {
  Said said;
  for_each_stated(statement, isrc,
                  [&](const Deal& deal, const StatedRelease& release,
                      std::span<const StatedPlace> places) {
                    std::string assets;
                    for (const StatedPlace& place : places) {
                      assets += release.assets[place.asset].resource_reference + ' ';
                    }
                    const auto number = &release - statement.releases.data();
                    said.emplace_back(deal.line, std::to_string(number) + ':' + assets);
                  });
  return said;
}

TEST(StatedIndex, SaysWhatWalkingTheStatementSays) {
  size_t said = 0;
  for (uint64_t seed = 1; seed <= 2'000; ++seed) {
    const Statement statement = drawn(seed);
    for (uint64_t number = 0; number < 5; ++number) {
      const Said expected = walked(statement, isrc_of(number));
      ASSERT_EQ(indexed(statement, isrc_of(number)), expected) << seed;
      said += expected.size();
    }
  }
  EXPECT_GT(said, 5'000u);
}

TEST(StatedIndex, AStatementNobodyPreparedSaysNothing) {
  Statement statement;
  EXPECT_TRUE(statement.index.places_of(isrc_of(1)).empty());
  prepare(statement);
  EXPECT_TRUE(statement.index.places_of(isrc_of(1)).empty());
}

}  // namespace
}  // namespace umikoe::rights
