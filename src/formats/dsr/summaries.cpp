#include "formats/dsr/summaries.h"

#include <algorithm>

#include "formats/dsr/short_word.h"
#include "formats/over_limit.h"

namespace umikoe::formats::dsr {
namespace {

size_t slot_of(uint64_t id, size_t slots) { return (id * 0x9e3779b97f4a7c15 >> 32) & (slots - 1); }

}  // namespace

std::optional<TerritoryCode> single_territory(std::string_view written) {
  if (const auto territory = TerritoryCode::parse(written)) return territory;
  const auto expanded = expand_territory(written, *Date::of(9999, 12, 31));
  if (!expanded || expanded->size() != 1) return std::nullopt;
  return expanded->members().front();
}

Result<Summaries::Added> Summaries::add(Summary summary) {
  if (const auto found = find(summary.id)) return Added{&all_[*found], false};
  if (static_cast<int64_t>(all_.size()) >= limits::dsr_contexts.value) {
    return std::unexpected(over_limit(limits::dsr_contexts));
  }
  all_same_ = all_same_ && (all_.empty() || summary.context == all_.front().context);
  const auto number = static_cast<uint32_t>(all_.size());
  if (const auto id = short_id(summary.id))
    index(*id, number);
  else
    numbers_.emplace(summary.id, number);
  all_.push_back(std::move(summary));
  return Added{&all_.back(), true};
}

std::optional<uint64_t> Summaries::short_id(std::string_view id) {
  if (id.size() >= sizeof(uint64_t)) return std::nullopt;
  // Never zero, which is a free slot.
  return short_word(id) | uint64_t{id.size() + 1} << 56;
}

void Summaries::index(uint64_t id, uint32_t number) {
  constexpr size_t first_slots = 64;
  if (short_count_ * 2 >= shorts_.size()) {
    std::vector<Short> old(std::max(first_slots, shorts_.size() * 2));
    old.swap(shorts_);
    short_count_ = 0;
    for (const Short& slot : old) {
      if (slot.id != 0) index(slot.id, slot.number);
    }
  }
  size_t at = slot_of(id, shorts_.size());
  while (shorts_[at].id != 0) at = (at + 1) & (shorts_.size() - 1);
  shorts_[at] = {id, number};
  ++short_count_;
}

std::optional<uint32_t> Summaries::find(std::string_view id) const {
  if (const auto word = short_id(id)) {
    if (shorts_.empty()) return std::nullopt;
    for (size_t at = slot_of(*word, shorts_.size()); shorts_[at].id != 0;
         at = (at + 1) & (shorts_.size() - 1)) {
      if (shorts_[at].id == *word) return shorts_[at].number;
    }
    return std::nullopt;
  }
  const auto found = numbers_.find(id);
  if (found == numbers_.end()) return std::nullopt;
  return found->second;
}

}  // namespace umikoe::formats::dsr
