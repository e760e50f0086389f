#include "rights/statement.h"

namespace umikoe::rights {

void prepare(Statement& statement) {
  const Date created_on = day_of_seconds(statement.created.seconds);
  for (Deal& deal : statement.deals) {
    deal.granted =
        deal.territory ? expand(*deal.territory, created_on).territories : TerritorySet{};
  }
  statement.index = StatedIndex(statement);
}

}  // namespace umikoe::rights
