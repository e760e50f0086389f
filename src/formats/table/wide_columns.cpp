#include "formats/table/wide_columns.h"

#include <algorithm>

#include "base/territory.h"
#include "formats/table/territory_words.h"
#include "formats/table/word_tables.h"

namespace umikoe::formats::table {
namespace {

const std::vector<WideKind>& kinds() {
  static const std::vector<WideKind> table = {
      {Format::table_licences, "territories", false, {"scope"}},
      {Format::table_deliveries, "territories", false, {"state"}},
      {Format::table_sightings, "territory", true, {"seen", "state"}}};
  return table;
}

}  // namespace

std::string wide_target(std::string_view value_column, std::string_view territory) {
  return std::string(value_column) + "@" + std::string(territory);
}

std::string_view value_column(std::string_view target) {
  return target.substr(0, target.find('@'));
}

std::string_view territory_of_target(std::string_view target) {
  const size_t at = target.find('@');
  return at == std::string_view::npos ? std::string_view() : target.substr(at + 1);
}

const WideKind* wide_kind(Format kind) {
  const auto at = std::ranges::find(kinds(), kind, &WideKind::kind);
  return at == kinds().end() ? nullptr : &*at;
}

std::string territory_of_header(std::string_view header) {
  // ID, NO and TO are countries and headers too.
  if (header.empty() || !meanings_of_header(header).empty()) return {};
  const TerritoryReading reading = read_territories(header, {});
  const bool one = reading.open.empty() && TerritoryCode::parse(reading.codes).has_value();
  return one ? reading.codes : std::string();
}

}  // namespace umikoe::formats::table
