#pragma once

#include <map>
#include <string>
#include <vector>

#include "app/loaded_world.h"
#include "demand/amount_sum.h"
#include "demand/export_measures.h"
#include "messages/messages.h"

namespace umikoe::app {

// What statements paid one artist in one currency, at home and abroad apart.
struct ExportMoney {
  demand::AmountSum home;
  demand::AmountSum abroad;
  int64_t lines_without_share = 0;  // that do not state our share: unknown, not zero
};

struct ExportReport {
  std::vector<demand::ExportMeasures> measures;                      // everybody together first
  std::map<std::string, std::map<CurrencyCode, ExportMoney>> money;  // by artist; "" for everybody
};

// The world's export by artist: reported plays and our share of stated revenue, up to its day.
// With words: artists whose name holds them. Error: demand_artist_unknown.
Result<ExportReport> exports(const LoadedWorld& world, const std::string& artist);

std::string exports_json(const ExportReport& report);
std::string exports_csv(const ExportReport& report);
std::string exports_text(const ExportReport& report, messages::Language language, size_t rows);

}  // namespace umikoe::app
