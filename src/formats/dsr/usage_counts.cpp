#include "formats/dsr/usage_counts.h"

#include <algorithm>
#include <cstring>

namespace umikoe::formats::dsr {
namespace {

constexpr size_t first_slots = 4096;
constexpr uint64_t low_half = 0xffffffff;
}  // namespace

void fill_row(demand::UsageRow& row, const UsageContext& context) {
  row.service = context.service;
  row.service_name = context.service_name;
  row.use_type = context.use_type;
  row.user_generated = context.user_generated;
  row.period_start = context.start;
  row.period_end = context.end;
}

// An ISRC is twelve bytes; read as they lie.
uint64_t UsageCounts::hash_of(const Cell& cell) {
  static_assert(sizeof cell.isrc.text == sizeof(uint64_t) + sizeof(uint32_t));
  uint64_t front = 0;
  uint32_t back = 0;
  std::memcpy(&front, cell.isrc.text.data(), sizeof front);
  std::memcpy(&back, cell.isrc.text.data() + sizeof front, sizeof back);
  uint64_t hash = (front ^ uint64_t{cell.context} << 40) * 0x9e3779b97f4a7c15;
  hash = (hash ^ (hash >> 32) ^ back ^ uint64_t{cell.territory} << 32) * 0xd6e8feb86659fd93;
  return hash ^ (hash >> 32);
}

UsageCounts::UsageCounts(size_t cells_max, Sink sink)
    : cells_max_(std::min(std::max(cells_max, size_t{1}), size_t{low_half} / 2)),
      sink_(std::move(sink)),
      slots_(first_slots) {}

// The slot of the cell, or the free one where it would go.
size_t UsageCounts::slot_of(uint64_t hash, const Cell& asked) const {
  const size_t mask = slots_.size() - 1;
  for (size_t at = hash & mask;; at = (at + 1) & mask) {
    const uint64_t slot = slots_[at];
    if (slot == 0) return at;
    if (slot >> 32 != hash >> 32) continue;
    if (cells_[(slot & low_half) - 1].same_place(asked)) return at;
  }
}

void UsageCounts::wait(const PlacedUsage& usage) {
  Waiting& next = waiting_[waiting_count_++];
  next.cell = {usage.isrc, usage.territory.index, usage.net_units, usage.context};
  next.hash = hash_of(next.cell);
  __builtin_prefetch(&slots_[next.hash & (slots_.size() - 1)]);
}

void UsageCounts::settle(const UsageContexts& contexts) {
  for (size_t i = 0; i < waiting_count_; ++i) settle(waiting_[i], contexts);
  waiting_count_ = 0;
}

void UsageCounts::settle(const Waiting& usage, const UsageContexts& contexts) {
  const int64_t net_units = usage.cell.net_units;
  size_t at = slot_of(usage.hash, usage.cell);
  if (slots_[at] != 0) {
    Cell& cell = cells_[(slots_[at] & low_half) - 1];
    if (!__builtin_add_overflow(cell.net_units, net_units, &cell.net_units)) return;
    // No honest report comes near; what was said before goes on as it was.
    cell.net_units = static_cast<int64_t>(static_cast<uint64_t>(cell.net_units) -
                                          static_cast<uint64_t>(net_units));
    empty(contexts);
    at = slot_of(usage.hash, usage.cell);
  } else if (cells_.size() == cells_max_) {
    empty(contexts);
    at = slot_of(usage.hash, usage.cell);
  }
  cells_.push_back(usage.cell);
  slots_[at] = (usage.hash & ~low_half) | cells_.size();
  if (cells_.size() * 2 > slots_.size()) grow();
}

void UsageCounts::grow() {
  slots_.assign(slots_.size() * 2, 0);
  const size_t mask = slots_.size() - 1;
  for (size_t i = 0; i < cells_.size(); ++i) {
    const uint64_t hash = hash_of(cells_[i]);
    size_t at = hash & mask;
    while (slots_[at] != 0) at = (at + 1) & mask;
    slots_[at] = (hash & ~low_half) | (i + 1);
  }
}

void UsageCounts::hand_over(const UsageContexts& contexts) {
  settle(contexts);
  empty(contexts);
}

void UsageCounts::empty(const UsageContexts& contexts) {
  demand::UsageRow row;
  const Cell* last = nullptr;
  for (const Cell& cell : cells_) {
    if (!last || last->context != cell.context) fill_row(row, contexts.at(cell.context));
    row.isrc = cell.isrc;
    row.territory = TerritoryCode{static_cast<uint8_t>(cell.territory)};
    row.net_units = cell.net_units;
    sink_(row);
    last = &cell;
  }
  cells_.clear();
  std::ranges::fill(slots_, 0);
}

}  // namespace umikoe::formats::dsr
