#include "stores/row_sums.h"

#include <algorithm>
#include <optional>

#include "stores/segment_queries.h"

namespace umikoe::stores {
namespace {

// What one row does not state, the sum does not either.
void add_stated(std::optional<FineAmount>& sum, const std::optional<FineAmount>& amount) {
  if (!sum || !amount)
    sum.reset();
  else
    *sum += *amount;
}

template <class Totals>
auto in_order(Totals&& totals) {
  std::vector<typename std::decay_t<Totals>::mapped_type> out;
  for (auto& [key, total] : totals) out.push_back(std::move(total));
  put_in_order(out);
  return out;
}

}  // namespace

void prefer(std::string& name, std::string_view other) {
  if (!other.empty() && (name.empty() || other < name)) name = other;
}

void UsageSums::add(DeliveryId delivery, const demand::UsageRow& row) {
  // Days are gathered by month; no period ends on the first day there is.
  const bool day = row.period_start == row.period_end;
  const Date month = row.period_start.plus(1 - row.period_start.day());
  const Key key{row.service, row.isrc, row.territory, day ? month : row.period_start,
                day ? Date{INT32_MIN} : row.period_end};
  const auto [found, inserted] = totals_.try_emplace(key);
  app::UsageTotal& total = found->second;
  if (inserted) {
    std::tie(total.service, total.isrc, total.territory, std::ignore, std::ignore) = key;
    total.period_start = row.period_start;
    total.period_end = row.period_end;
    total.delivery = delivery;
  }
  total.period_start = std::min(total.period_start, row.period_start);
  total.period_end = std::max(total.period_end, row.period_end);
  prefer(total.service_name, row.service_name);
  (row.user_generated ? total.user_generated_units : total.paid_units) += row.net_units;
}

std::vector<app::UsageTotal> UsageSums::finish() && { return in_order(std::move(totals_)); }

void RevenueSums::add(DeliveryId delivery, const demand::RevenueRow& row) {
  const Key key{delivery,        row.service,  row.isrc,           row.territory,
                row.usage_month, row.use_type, row.user_generated, row.currency};
  const auto [found, inserted] = totals_.try_emplace(key);
  app::RevenueTotal& total = found->second;
  if (inserted) {
    std::tie(total.delivery, total.service, total.isrc, total.territory, total.usage_month,
             total.use_type, total.user_generated, total.currency) = key;
    total.gross = total.ours = FineAmount{};
  }
  prefer(total.service_name, row.service_name);
  total.units += row.units;
  add_stated(total.gross, row.gross);
  add_stated(total.ours, row.ours);
}

std::vector<app::RevenueTotal> RevenueSums::finish() && { return in_order(std::move(totals_)); }

}  // namespace umikoe::stores
