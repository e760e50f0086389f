#include "demand/yen_per_thousand.h"

#include <algorithm>

#include "demand/amount_sum.h"

namespace umikoe::demand {
namespace {

struct Pool {
  AmountSum yen;
  int64_t plays = 0;
};

// Sen keep the exact sum's precision where whole yen would not.
double per_thousand(const Pool& pool) {
  static const CurrencyCode in_hundredths = *CurrencyCode::parse("USD");
  return static_cast<double>(pool.yen.minor(in_hundredths)) * 10 / static_cast<double>(pool.plays);
}

}  // namespace

std::map<TerritoryCode, YenPerThousand> yen_per_thousand(std::span<const PaidPlays> paid) {
  struct There {
    Pool all;
    std::map<DeliveryId, Pool> by_statement;
    Date first;
    Date last;
  };
  std::map<TerritoryCode, There> territories;
  for (const PaidPlays& row : paid) {
    const auto [at, fresh] = territories.try_emplace(row.territory);
    There& there = at->second;
    there.first = fresh ? row.usage_month : std::min(there.first, row.usage_month);
    there.last = fresh ? row.usage_month : std::max(there.last, row.usage_month);
    for (Pool* pool : {&there.all, &there.by_statement[row.statement]}) {
      pool->yen += row.yen;
      pool->plays += row.plays;
    }
  }
  std::map<TerritoryCode, YenPerThousand> out;
  for (const auto& [territory, there] : territories) {
    // Adjustments can leave money without plays, which is no price.
    if (there.all.plays < plays_measured_min || there.all.yen <= AmountSum()) continue;
    YenPerThousand measured;
    measured.yen = per_thousand(there.all);
    measured.plays = there.all.plays;
    measured.first_month = there.first;
    measured.last_month = there.last;
    for (const auto& [statement, pool] : there.by_statement) {
      if (pool.plays < plays_measured_min) continue;
      ++measured.statements;
      const double one = per_thousand(pool);
      measured.low = std::min(measured.low.value_or(one), one);
      measured.high = std::max(measured.high.value_or(one), one);
    }
    if (measured.statements < 2) measured.low = measured.high = std::nullopt;
    out.emplace(territory, measured);
  }
  return out;
}

}  // namespace umikoe::demand
