#include "app/paid_plays.h"

#include "rights/use.h"

namespace umikoe::app {
namespace {

bool is_on_demand(const std::string& use_type) {
  if (use_type.empty()) return false;
  auto uses = rights::uses_of_type(use_type);
  if (!uses) uses = rights::uses_of_word(use_type);  // statements of Japan say サブスク
  return uses && *uses == bit(rights::Use::on_demand_stream);
}

}  // namespace

std::vector<demand::PaidPlays> paid_plays(const LoadedWorld& world, const YenRates& rates) {
  std::map<std::pair<DeliveryId, CurrencyCode>, const demand::RevenueStatement*> statements;
  for (const auto& statement : world.revenue_statements()) {
    statements.emplace(std::pair{statement.delivery, statement.currency}, &statement);
  }
  std::vector<demand::PaidPlays> out;
  for (const RevenueTotal& total : world.revenue()) {
    if (total.user_generated || !is_on_demand(total.use_type)) continue;
    demand::RevenueStatement alone;
    alone.currency = total.currency;
    const auto at = statements.find({total.delivery, total.currency});
    const auto yen = rates.yen(total.ours, at == statements.end() ? alone : *at->second);
    if (!yen) continue;
    out.push_back({total.delivery, total.territory, total.usage_month, total.units, *yen});
  }
  return out;
}

}  // namespace umikoe::app
