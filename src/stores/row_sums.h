#pragma once

#include <map>
#include <string>
#include <string_view>
#include <tuple>
#include <vector>

#include "app/ports.h"

namespace umikoe::stores {

// The name of a service is the first of those that are given.
void prefer(std::string& name, std::string_view other);

// Rows of plays summed as WorldStore::usage says, one after another.
class UsageSums {
 public:
  void add(DeliveryId delivery, const demand::UsageRow& row);
  std::vector<app::UsageTotal> finish() &&;

 private:
  using Key = std::tuple<std::string, Isrc, TerritoryCode, Date, Date>;
  std::map<Key, app::UsageTotal> totals_;
};

// Rows of money summed as WorldStore::revenue says.
class RevenueSums {
 public:
  void add(DeliveryId delivery, const demand::RevenueRow& row);
  std::vector<app::RevenueTotal> finish() &&;

 private:
  using Key = std::tuple<DeliveryId, std::string, Isrc, TerritoryCode, Date, std::string, bool,
                         CurrencyCode>;
  std::map<Key, app::RevenueTotal> totals_;
};

}  // namespace umikoe::stores
