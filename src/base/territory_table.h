#pragma once

#include <cstdint>
#include <span>
#include <string_view>

#include "base/date.h"

namespace umikoe {

// One row of data/territories.tsv; iso_numeric is 0 for the four that ISO 3166-1 does not number.
struct TerritoryRow {
  std::string_view code;
  int iso_numeric = 0;
  std::string_view name_en;
  std::string_view name_ja;
  std::string_view region;
  std::string_view subregion;
};
std::span<const TerritoryRow> territory_rows();

// One row of data/tis_groups.tsv: a territory belongs to a CISAC TIS group on [from, until).
struct TisMembership {
  int group = 0;
  uint8_t territory = 0;
  Date from;
  Date until;
};
std::span<const TisMembership> tis_memberships();

}  // namespace umikoe
