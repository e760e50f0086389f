#include "rights/profiles/flat_deals.h"

#include <algorithm>
#include <array>

#include "base/result.h"

namespace umikoe::rights {
namespace {

uint16_t day_number(Date date) {
  return static_cast<uint16_t>(
      std::clamp(date.days - FlatDeals::first_day, 1, int32_t{UINT16_MAX} - 1));
}

using Words = std::array<uint64_t, 4>;

// Counts the bits of very many sets, place by place: numbers held bit by bit, so that 256 of them
// are added to at once (positional population count, with the carry-save adders of Harley and
// Seal).
class PlaceCounts {
 public:
  void add(const Words& set) {
    waiting_[count_++] = set;
    if (count_ == waiting_.size()) add_waiting();
  }

  std::vector<uint32_t> take() {
    while (count_ > 0) add(Words{});
    std::vector<uint32_t> counts(256);
    for (size_t place = 0; place < counts.size(); ++place) {
      for (size_t plane = 0; plane < planes; ++plane) {
        counts[place] |= static_cast<uint32_t>(planes_[plane][place / 64] >> (place % 64) & 1)
                         << plane;
      }
    }
    return counts;
  }

 private:
  static constexpr size_t planes = 32;

  // sum + 2 * carry = a + b + c, in every place.
  static void add_three(Words& sum, const Words& b, const Words& c, Words& carry) {
    for (size_t k = 0; k < sum.size(); ++k) {
      const uint64_t either = sum[k] ^ b[k];
      carry[k] = (sum[k] & b[k]) | (either & c[k]);
      sum[k] = either ^ c[k];
    }
  }

  void add_waiting() {
    Words twos[4];
    for (size_t i = 0; i < 4; ++i) {
      add_three(planes_[0], waiting_[2 * i], waiting_[2 * i + 1], twos[i]);
    }
    Words fours[2];
    add_three(planes_[1], twos[0], twos[1], fours[0]);
    add_three(planes_[1], twos[2], twos[3], fours[1]);
    Words carry;
    add_three(planes_[2], fours[0], fours[1], carry);
    for (size_t plane = 3; plane < planes; ++plane) {
      uint64_t rest = 0;
      for (size_t k = 0; k < carry.size(); ++k) {
        const uint64_t more = planes_[plane][k] & carry[k];
        planes_[plane][k] ^= carry[k];
        carry[k] = more;
        rest |= more;
      }
      if (rest == 0) break;
    }
    count_ = 0;
  }

  std::array<Words, planes> planes_ = {};
  std::array<Words, 8> waiting_ = {};
  size_t count_ = 0;
};

}  // namespace

void FlatDeals::add_recording() { first_.push_back(first_.back()); }

void FlatDeals::add(const TerritorySet& territories, std::optional<Date> from,
                    std::optional<Date> until, UseSet uses) {
  auto scope = std::ranges::find(scopes_, territories);
  if (scope == scopes_.end()) scope = scopes_.insert(scopes_.end(), territories);
  UMIKOE_ASSERT(scopes_.size() <= UINT16_MAX);
  FlatDeal deal;
  if (from) deal.from = day_number(*from);
  if (until) deal.until = day_number(*until);
  deal.scope = static_cast<uint16_t>(scope - scopes_.begin());
  deal.uses = uses;
  deals_.push_back(deal);
  ++first_.back();
}

std::vector<uint32_t> FlatDeals::open_on(Date date, Use use) const {
  const uint16_t day = day_number(date);
  const UseSet wanted = bit(use);
  PlaceCounts counts;
  uint32_t deal = 0;
  for (size_t recording = 0; recording < recordings(); ++recording) {
    Words open = {};
    for (const uint32_t end = first_[recording + 1]; deal < end; ++deal) {
      const FlatDeal& one = deals_[deal];
      // Without branches: which deals run is as good as random.
      const bool runs = (one.from <= day) & (day < one.until) & ((one.uses & wanted) != 0);
      const uint64_t mask = -static_cast<uint64_t>(runs);
      const Words& scope = scopes_[one.scope].words;
      for (size_t k = 0; k < open.size(); ++k) open[k] |= scope[k] & mask;
    }
    counts.add(open);
  }
  return counts.take();
}

}  // namespace umikoe::rights
