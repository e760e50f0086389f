#include "demand/market_reference.h"

#include <algorithm>
#include <array>
#include <vector>

#include "demand_data.h"

namespace umikoe::demand {

std::span<const MarketFigure> market_reference() {
  static const std::vector<MarketFigure> figures = [] {
    std::vector<MarketFigure> out;
    std::string_view rest = data::market_reference;
    while (!rest.empty()) {
      const size_t end = std::min(rest.find('\n'), rest.size());
      std::string_view line = rest.substr(0, end);
      rest.remove_prefix(std::min(end + 1, rest.size()));
      if (line.empty() || line.starts_with('#')) continue;
      std::array<std::string_view, 8> cells;
      for (std::string_view& cell : cells) {
        const size_t tab = std::min(line.find('\t'), line.size());
        cell = line.substr(0, tab);
        if (cell == "-") cell = {};
        line.remove_prefix(std::min(tab + 1, line.size()));
      }
      out.push_back({cells[0], TerritoryCode::parse(cells[1]), cells[2], cells[3], cells[4],
                     cells[5], cells[6], cells[7]});
    }
    return out;
  }();
  return figures;
}

}  // namespace umikoe::demand
