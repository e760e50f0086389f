#pragma once

#include <optional>
#include <span>
#include <string_view>

#include "base/territory.h"

namespace umikoe::demand {

// A published figure of a market, as its source states it: beside our own figures, never among
// them.
struct MarketFigure {
  std::string_view key;                    // "content_exports"
  std::optional<TerritoryCode> territory;  // nothing for the world or a region without a code
  std::string_view year;                   // empty where the source names none
  std::string_view value;                  // as stated
  std::string_view unit;  // with the currency, and "or more" where the source says so
  std::string_view name_en;
  std::string_view name_ja;
  std::string_view source;
};

// In the order of data/market_reference.tsv.
std::span<const MarketFigure> market_reference();

}  // namespace umikoe::demand
