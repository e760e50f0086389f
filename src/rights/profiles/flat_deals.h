#pragma once

#include <cstdint>
#include <optional>
#include <vector>

#include "base/date.h"
#include "base/territory.h"
#include "rights/use.h"

namespace umikoe::rights {

// One period of one deal, as small as it goes: a catalogue has tens of millions of them.
struct FlatDeal {
  uint16_t from = 0;            // days since FlatDeals::first_day; 0: since ever
  uint16_t until = UINT16_MAX;  // half-open; the greatest: without end
  uint16_t scope = 0;           // place among the distinct territory sets
  UseSet uses = 0;
  uint8_t unused = 0;
};
static_assert(sizeof(FlatDeal) == 8);

// Deals by recording, asked directly: what is open on a day is the union of the deals that run.
// Only for deals of whole local days, where one service and one sender speak: no supersession, no
// takedown, no licence. The floor that profiles are measured against, and an answer for catalogues
// that are too new to be compiled.
class FlatDeals {
 public:
  static constexpr int32_t first_day = -25'567;  // 1900-01-01

  // Days outside 1900 to 2079 become open ends.
  void add_recording();
  // To the last recording added.
  void add(const TerritorySet& territories, std::optional<Date> from, std::optional<Date> until,
           UseSet uses);

  size_t recordings() const { return first_.size() - 1; }
  size_t deals() const { return deals_.size(); }

  // How many recordings are open in each territory, by index.
  std::vector<uint32_t> open_on(Date date, Use use) const;

 private:
  std::vector<uint32_t> first_{0};  // deal of each recording, and the end of the last
  std::vector<FlatDeal> deals_;
  std::vector<TerritorySet> scopes_;
};

}  // namespace umikoe::rights
