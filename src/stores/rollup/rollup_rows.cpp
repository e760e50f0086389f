#include "stores/rollup/rollup_rows.h"

namespace umikoe::stores {
namespace {

// Seven bits a byte, the lowest first, the eighth where more follow (LEB128).
void append_number(std::string& bytes, uint64_t value) {
  for (; value >= 0x80; value >>= 7) bytes += static_cast<char>(value | 0x80);
  bytes += static_cast<char>(value);
}

// Small numbers of either sign become small numbers.
uint64_t folded(int64_t value) {
  return (static_cast<uint64_t>(value) << 1) ^ static_cast<uint64_t>(value >> 63);
}

int64_t unfolded(uint64_t value) {
  return static_cast<int64_t>(value >> 1) ^ -static_cast<int64_t>(value & 1);
}

}  // namespace

void append_rows(std::string& bytes, std::span<const RollupRow> rows) {
  uint64_t before = 0;
  for (const RollupRow& row : rows) {
    append_number(bytes, (row.context - before) * 2 + (row.user_generated ? 1 : 0));
    bytes += static_cast<char>(row.territory.index);
    append_number(bytes, folded(row.units));
    before = row.context;
  }
}

bool RollupRows::read_number(uint64_t& value) {
  value = 0;
  for (unsigned shift = 0; shift < 64; shift += 7) {
    if (bytes_.empty()) return false;
    const auto byte = static_cast<unsigned char>(bytes_.front());
    bytes_.remove_prefix(1);
    if (shift == 63 && byte > 1) return false;  // more than 64 bits
    value |= uint64_t{byte & 0x7fu} << shift;
    if (byte < 0x80) return true;
  }
  return false;
}

bool RollupRows::next(RollupRow& row) {
  if (broken_ || bytes_.empty()) return false;
  broken_ = true;  // until the row is whole
  uint64_t step = 0;
  uint64_t units = 0;
  if (!read_number(step) || bytes_.empty()) return false;
  const auto territory = static_cast<unsigned char>(bytes_.front());
  bytes_.remove_prefix(1);
  if (territory >= territory_count() || !read_number(units)) return false;
  if (step >> 1 > UINT32_MAX - context_) return false;
  context_ += step >> 1;
  row = {static_cast<uint32_t>(context_), TerritoryCode{territory}, (step & 1) != 0,
         unfolded(units)};
  broken_ = false;
  return true;
}

}  // namespace umikoe::stores
