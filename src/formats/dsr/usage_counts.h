#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <functional>
#include <vector>

#include "demand/observation.h"
#include "formats/dsr/usage_contexts.h"

namespace umikoe::formats::dsr {

// The usage row of one placed usage. `row` is filled anew, its texts only where they changed.
void fill_row(demand::UsageRow& row, const UsageContext& context);

// Adds up the net units of one recording in one territory, use and period. Open addressing over
// eight bytes a slot, the cells behind it in order of their first usage: a report names nearly
// every cell once, so what counts is how cheaply a new one is added.
class UsageCounts {
 public:
  using Sink = std::function<void(const demand::UsageRow&)>;
  // At most `cells_max` cells are held; whenever they are full, and when asked, all go to `sink`
  // as rows in order of their first usage. A cell may then come again.
  UsageCounts(size_t cells_max, Sink sink);

  void add(const PlacedUsage& usage, const UsageContexts& contexts) {
    if (waiting_count_ == waiting_.size()) settle(contexts);
    wait(usage);
  }
  void hand_over(const UsageContexts& contexts);

 private:
  struct Cell {
    Isrc isrc;
    uint32_t territory = 0;  // so that the two are sixteen bytes without a gap
    int64_t net_units = 0;
    uint32_t context = 0;

    bool same_place(const Cell& other) const {
      return isrc == other.isrc && territory == other.territory && context == other.context;
    }
  };
  static uint64_t hash_of(const Cell& cell);
  // A usage on its way: by the time it is settled its slot has come from memory.
  struct Waiting {
    Cell cell;
    uint64_t hash = 0;
  };
  void wait(const PlacedUsage& usage);
  void settle(const UsageContexts& contexts);
  void settle(const Waiting& usage, const UsageContexts& contexts);
  void empty(const UsageContexts& contexts);
  size_t slot_of(uint64_t hash, const Cell& asked) const;
  void grow();

  size_t cells_max_;
  Sink sink_;
  std::vector<uint64_t> slots_;  // upper half of the hash, and the cell's number from 1
  std::vector<Cell> cells_;
  std::array<Waiting, 32> waiting_;
  size_t waiting_count_ = 0;
};

}  // namespace umikoe::formats::dsr
