#include "formats/charts/chart_territory.h"

#include <algorithm>

#include "formats/table/territory_words.h"

namespace umikoe::formats::charts {

Region region_of(std::string_view written) {
  std::string upper(written);
  for (char& c : upper) c = c >= 'a' && c <= 'z' ? static_cast<char>(c - 32) : c;
  // A chart's column of codes may say NA of Namibia, which in a contract is a question.
  if (const auto code = TerritoryCode::parse(upper)) return {code, false, {}};
  const table::TerritoryReading reading = table::read_territories(written, {});
  Region region;
  if (!reading.open.empty()) region.options = reading.open.front().options;
  if (reading.open.empty()) region.code = TerritoryCode::parse(reading.codes);
  region.everywhere = reading.open.empty() && reading.codes == "Worldwide";
  return region;
}

bool is_region_word(std::string_view written) {
  const Region region = region_of(written);
  return region.code || region.everywhere;
}

const Region& Regions::of(std::string_view written) {
  constexpr size_t regions_max = 10'000;  // so many are no regions: they are not kept
  const auto found = known_.find(written);
  if (found != known_.end()) return found->second;
  if (known_.size() >= regions_max) return last_ = region_of(written);
  return known_.emplace(std::string(written), region_of(written)).first->second;
}

}  // namespace umikoe::formats::charts
