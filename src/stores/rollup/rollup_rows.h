#pragma once

#include <compare>
#include <cstdint>
#include <span>
#include <string>
#include <string_view>

#include "base/territory.h"

namespace umikoe::stores {

// Net units of one recording in one territory, under one context of its rollup (delivery, service,
// period).
struct RollupRow {
  uint32_t context = 0;
  TerritoryCode territory;
  bool user_generated = false;
  int64_t units = 0;

  auto operator<=>(const RollupRow&) const = default;
};

// Appends the rows of one recording, in order of context: about four bytes each, since neighbours
// share most of what they say. The number of the context goes as the step from the row before,
// doubled, plus one for user-generated use; then the territory's row in its table; then the units.
void append_rows(std::string& bytes, std::span<const RollupRow> rows);

// Reads them back, whatever the bytes are.
class RollupRows {
 public:
  explicit RollupRows(std::string_view bytes) : bytes_(bytes) {}
  // False at the end, and from where the bytes make no sense on; broken() tells these apart.
  bool next(RollupRow& row);
  bool broken() const { return broken_; }

 private:
  bool read_number(uint64_t& value);

  std::string_view bytes_;
  uint64_t context_ = 0;
  bool broken_ = false;
};

}  // namespace umikoe::stores
