#include "formats/ddex/name_table.h"

#include <bit>
#include <utility>

namespace umikoe::formats::ddex {
namespace {

constexpr size_t first_slots = 1024;

}  // namespace

NameTable::NameTable() : slots_(first_slots) {}

// Multiplicative hashing (Knuth 6.4): the top bits of the product are the mixed ones.
size_t NameTable::slot_of(const char* kept) const {
  const auto product = reinterpret_cast<uintptr_t>(kept) * 0x9e3779b97f4a7c15u;
  size_t at = product >> (64 - std::countr_zero(slots_.size()));
  while (slots_[at].kept && slots_[at].kept != kept) at = (at + 1) & (slots_.size() - 1);
  return at;
}

Name NameTable::of(const char* kept) {
  const Slot& slot = slots_[slot_of(kept)];
  return slot.kept ? slot.name : learn(kept);
}

Name NameTable::learn(const char* kept) {
  uint32_t number = vocabulary::number_of(kept);
  if (number == 0) {
    number = vocabulary::end + static_cast<uint32_t>(others_.size());
    others_.emplace_back(kept);
  }
  const Name name = Name::numbered(number);
  if (2 * ++used_ > slots_.size()) grow();
  slots_[slot_of(kept)] = {kept, name};
  return name;
}

void NameTable::grow() {
  const auto before = std::exchange(slots_, std::vector<Slot>(2 * slots_.size()));
  for (const Slot& slot : before) {
    if (slot.kept) slots_[slot_of(slot.kept)] = slot;
  }
}

std::string_view NameTable::text(Name name) const {
  if (name.number() < vocabulary::end) return vocabulary::text_of(name.number());
  return others_[name.number() - vocabulary::end];
}

}  // namespace umikoe::formats::ddex
