#include "app/demand/reference.h"

#include <array>
#include <vector>

#include "app/csv.h"
#include "app/json.h"
#include "app/number_words.h"
#include "base/unicode_text.h"
#include "demand/market_reference.h"

namespace umikoe::app {
namespace {

using demand::MarketFigure;
using messages::Language;

Result<std::vector<const MarketFigure*>> chosen(const std::string& query) {
  const std::string wanted = folded_text(query);
  std::vector<const MarketFigure*> out;
  for (const MarketFigure& figure : demand::market_reference()) {
    const std::string code(figure.territory ? figure.territory->code() : "");
    const bool holds = folded_text(figure.key).find(wanted) != std::string::npos ||
                       folded_text(figure.name_en).find(wanted) != std::string::npos ||
                       folded_text(figure.name_ja).find(wanted) != std::string::npos ||
                       folded_text(figure.source).find(wanted) != std::string::npos ||
                       folded_text(code) == wanted;
    if (wanted.empty() || holds) out.push_back(&figure);
  }
  if (out.empty()) return fail("reference_unknown", {{"query", query}});
  return out;
}

std::string code_of(const MarketFigure& figure) {
  return std::string(figure.territory ? figure.territory->code() : "");
}

}  // namespace

Result<std::string> reference_json(const std::string& query) {
  UMIKOE_TRY(const auto figures, chosen(query));
  Json rows = Json::array();
  for (const MarketFigure* figure : figures) {
    rows.push_back({{"key", figure->key},
                    {"territory", or_null(code_of(*figure))},
                    {"year", or_null(std::string(figure->year))},
                    {"value", figure->value},
                    {"unit", figure->unit},
                    {"name_en", figure->name_en},
                    {"name_ja", figure->name_ja},
                    {"source", figure->source}});
  }
  return dump(Json{{"figures", std::move(rows)}}) + "\n";
}

Result<std::string> reference_csv(const std::string& query) {
  UMIKOE_TRY(const auto figures, chosen(query));
  std::string out = csv_row(std::array<std::string, 8>{"key", "territory", "year", "value", "unit",
                                                       "name_en", "name_ja", "source"});
  for (const MarketFigure* f : figures) {
    out += csv_row(std::array<std::string, 8>{std::string(f->key), code_of(*f),
                                              std::string(f->year), std::string(f->value),
                                              std::string(f->unit), std::string(f->name_en),
                                              std::string(f->name_ja), std::string(f->source)});
  }
  return out;
}

Result<std::string> reference_text(const std::string& query, Language language) {
  UMIKOE_TRY(const auto figures, chosen(query));
  std::string out = messages::text(language, "reference.head") + "\n\n";
  for (const MarketFigure* figure : figures) {
    const std::string name(language == Language::ja ? figure->name_ja : figure->name_en);
    out += fitted(code_of(*figure), 4) + fitted(std::string(figure->year), 6) +
           fitted(std::string(figure->value) + " " + std::string(figure->unit), 20) + name + "\n" +
           "          " + std::string(figure->source) + "\n";
  }
  return out;
}

}  // namespace umikoe::app
