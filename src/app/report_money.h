#pragma once

#include <set>
#include <string>
#include <vector>

#include "app/delivery_report.h"
#include "app/ports.h"

namespace umikoe::app {

// The money of a sales report, put into its content. A statement that is on file stays as it is,
// since its plays are counted with the report, unless it is of a version that this one replaces;
// the answer says which currencies' lines are to be kept.
Result<std::set<CurrencyCode>> keep_money(const WorldStore& store,
                                          std::vector<demand::RevenueStatement> statements,
                                          const std::vector<DeliveryId>& replaced,
                                          const std::string& document, DeliveryReport& report,
                                          DeliveryContent& content);

}  // namespace umikoe::app
