#pragma once

#include <cstdint>
#include <deque>
#include <functional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace umikoe::formats::ddex {

// Notes on what references name. A large message has a hundred thousand, mostly asked for in the
// order in which they were stated: so the one after the last is looked at first, and the index
// holds hashes beside places, that a reference not met before costs no look at the others. Entries
// stay where they are and may be pointed at.
template <class Note>
class ReferenceTable {
 public:
  using Entry = std::pair<const std::string, Note>;

  // The entry of the reference, made where there is none.
  Entry& operator[](std::string_view reference) {
    if (last_ + 1 < entries_.size() && entries_[last_ + 1].first == reference) {
      return entries_[++last_];
    }
    if (2 * (entries_.size() + 1) > slots_.size()) grow();
    const auto hash = static_cast<uint32_t>(std::hash<std::string_view>{}(reference));
    size_t at = hash & (slots_.size() - 1);
    for (; slots_[at].place != 0; at = (at + 1) & (slots_.size() - 1)) {
      const size_t place = slots_[at].place - 1;
      if (slots_[at].hash == hash && entries_[place].first == reference) {
        last_ = place;
        return entries_[place];
      }
    }
    entries_.emplace_back(std::string(reference), Note{});
    slots_[at] = {hash, static_cast<uint32_t>(entries_.size())};
    last_ = entries_.size() - 1;
    return entries_.back();
  }

 private:
  struct Slot {
    uint32_t hash = 0;
    uint32_t place = 0;  // from 1; 0 for none
  };

  void grow() {
    const auto before =
        std::exchange(slots_, std::vector<Slot>(slots_.empty() ? 64 : 2 * slots_.size()));
    for (const Slot& slot : before) {
      if (slot.place == 0) continue;
      size_t at = slot.hash & (slots_.size() - 1);
      while (slots_[at].place != 0) at = (at + 1) & (slots_.size() - 1);
      slots_[at] = slot;
    }
  }

  std::deque<Entry> entries_;
  std::vector<Slot> slots_;  // open addressing; never more than half full
  size_t last_ = 0;
};

}  // namespace umikoe::formats::ddex
