#include "rights/profiles/flat_deals.h"

#include <gtest/gtest.h>

#include "base/rng.h"

namespace umikoe::rights {
namespace {

struct PlainDeal {
  TerritorySet territories;
  std::optional<Date> from, until;
  UseSet uses = 0;
};

TEST(FlatDeals, CountWhatGoingThroughEveryDealGives) {
  Rng rng(3);
  const Date day = *Date::of(2026, 11, 20);
  FlatDeals flat;
  std::vector<std::vector<PlainDeal>> plain;
  for (int r = 0; r < 1'003; ++r) {  // not a multiple of what is counted at once
    flat.add_recording();
    plain.emplace_back();
    for (uint64_t k = rng.below(5); k > 0; --k) {
      PlainDeal deal;
      for (uint64_t t = rng.below(40); t > 0; --t) {
        deal.territories.insert({static_cast<uint8_t>(rng.below(253))});
      }
      if (rng.below(4) != 0) deal.from = day.plus(static_cast<int32_t>(rng.below(7)) - 4);
      if (rng.below(3) == 0) deal.until = day.plus(static_cast<int32_t>(rng.below(7)) - 2);
      deal.uses = static_cast<UseSet>(1 + rng.below(every_use));
      flat.add(deal.territories, deal.from, deal.until, deal.uses);
      plain.back().push_back(deal);
    }
  }
  for (int32_t shift = -5; shift <= 5; ++shift) {
    for (const Use use : {Use::on_demand_stream, Use::download, Use::other}) {
      const Date date = day.plus(shift);
      std::vector<uint32_t> expected(256);
      for (const auto& deals : plain) {
        TerritorySet open;
        for (const PlainDeal& deal : deals) {
          const bool runs = (!deal.from || *deal.from <= date) &&
                            (!deal.until || date < *deal.until) && (deal.uses & bit(use)) != 0;
          if (runs) open = open | deal.territories;
        }
        for (const TerritoryCode t : open.members()) ++expected[t.index];
      }
      EXPECT_EQ(flat.open_on(date, use), expected) << shift;
    }
  }
}

TEST(FlatDeals, DaysFarAwayAreOpenEnds) {
  FlatDeals flat;
  flat.add_recording();
  flat.add(TerritorySet::all(), Date::of(1, 1, 1), Date::of(9999, 1, 1), every_use);
  EXPECT_EQ(flat.open_on(*Date::of(2026, 1, 1), Use::download)[0], 1u);
  EXPECT_EQ(flat.open_on(*Date::of(1800, 1, 1), Use::download)[0], 1u);
  EXPECT_EQ(FlatDeals().open_on(*Date::of(2026, 1, 1), Use::download)[0], 0u);
}

}  // namespace
}  // namespace umikoe::rights
