#include "formats/dsr/block_ids.h"

#include <algorithm>
#include <charconv>
#include <optional>

#include "base/limits.h"

namespace umikoe::formats::dsr {
namespace {

constexpr size_t runs_max = 32;
constexpr size_t first_slots = 1024;

uint64_t mixed(uint64_t value) {  // the finaliser of SplitMix64
  value = (value ^ (value >> 30)) * 0xbf58476d1ce4e5b9;
  value = (value ^ (value >> 27)) * 0x94d049bb133111eb;
  return value ^ (value >> 31);
}

uint64_t hash_of(std::string_view id) {
  uint64_t hash = 0x9e3779b97f4a7c15 ^ id.size();
  for (const char c : id) hash = mixed(hash + static_cast<unsigned char>(c));
  return hash == 0 ? 1 : hash;
}

uint64_t hash_of(uint64_t number) {
  const uint64_t hash = mixed(number + 0x632be59bd9b4e019);
  return hash == 0 ? 1 : hash;
}

// A number written the one way there is: "7" is one, "07" is another id.
std::optional<uint64_t> number_of(std::string_view id) {
  constexpr size_t digits_max = 18;
  if (id.empty() || id.size() > digits_max || (id[0] == '0' && id.size() > 1)) return std::nullopt;
  uint64_t number = 0;
  const auto [end, error] = std::from_chars(id.data(), id.data() + id.size(), number);
  if (error != std::errc() || end != id.data() + id.size()) return std::nullopt;
  return number;
}

}  // namespace

bool BlockIds::full() const {
  return static_cast<int64_t>(hash_count_) >= limits::dsr_block_ids.value;
}

bool BlockIds::insert(std::string_view id) {
  if (const auto number = number_of(id)) return insert_number(*number);
  return insert_hash(hash_of(id));
}

bool BlockIds::insert_number(uint64_t number) {
  for (const Run& run : runs_) {
    if (number >= run.first && number <= run.last) return false;
  }
  if (hash_count_ > 0 && has_hash(hash_of(number))) return false;
  if (!runs_.empty() && number == runs_.back().last + 1) {
    runs_.back().last = number;
    return true;
  }
  if (runs_.size() < runs_max) {
    runs_.push_back({number, number});
    return true;
  }
  return insert_hash(hash_of(number));
}

bool BlockIds::has_hash(uint64_t hash) const {
  if (hashes_.empty()) return false;
  const size_t mask = hashes_.size() - 1;
  for (size_t at = hash & mask; hashes_[at] != 0; at = (at + 1) & mask) {
    if (hashes_[at] == hash) return true;
  }
  return false;
}

bool BlockIds::insert_hash(uint64_t hash) {
  if (has_hash(hash)) return false;
  if (full()) return true;
  if (hash_count_ * 2 >= hashes_.size()) grow();
  const size_t mask = hashes_.size() - 1;
  size_t at = hash & mask;
  while (hashes_[at] != 0) at = (at + 1) & mask;
  hashes_[at] = hash;
  ++hash_count_;
  return true;
}

void BlockIds::grow() {
  std::vector<uint64_t> old(std::max(first_slots, hashes_.size() * 2));
  old.swap(hashes_);
  const size_t mask = hashes_.size() - 1;
  for (const uint64_t hash : old) {
    if (hash == 0) continue;
    size_t at = hash & mask;
    while (hashes_[at] != 0) at = (at + 1) & mask;
    hashes_[at] = hash;
  }
}

}  // namespace umikoe::formats::dsr
