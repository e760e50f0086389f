#include "rights/statement.h"

namespace umikoe::rights {

void prepare(Statement& statement) {
  const auto seconds = statement.created.seconds;
  const auto whole_days = seconds / seconds_per_day - (seconds % seconds_per_day < 0 ? 1 : 0);
  const Date created_on{static_cast<int32_t>(whole_days)};
  for (Deal& deal : statement.deals) {
    deal.granted =
        deal.territory ? expand(*deal.territory, created_on).territories : TerritorySet{};
  }
}

}  // namespace umikoe::rights
