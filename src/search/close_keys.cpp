#include "search/close_keys.h"

#include <algorithm>
#include <array>
#include <vector>

namespace umikoe::search {

bool within_distance(std::u32string_view a, std::u32string_view b, size_t allowed) {
  const size_t longer = std::max(a.size(), b.size());
  if (longer - std::min(a.size(), b.size()) > allowed) return false;
  std::array<std::vector<size_t>, 3> rows;
  for (auto& row : rows) row.assign(b.size() + 1, 0);
  for (size_t j = 0; j <= b.size(); ++j) rows[0][j] = j;
  for (size_t i = 1; i <= a.size(); ++i) {
    auto& row = rows[i % 3];
    const auto& above = rows[(i + 2) % 3];
    const auto& two_above = rows[(i + 1) % 3];
    row[0] = i;
    size_t least = i;
    for (size_t j = 1; j <= b.size(); ++j) {
      row[j] = std::min({above[j] + 1, row[j - 1] + 1, above[j - 1] + (a[i - 1] != b[j - 1])});
      const bool swapped = i > 1 && j > 1 && a[i - 1] == b[j - 2] && a[i - 2] == b[j - 1];
      if (swapped) row[j] = std::min(row[j], two_above[j - 2] + 1);
      least = std::min(least, row[j]);
    }
    // A swap may still come from the row above this one.
    if (least > allowed + 1) return false;
  }
  return rows[a.size() % 3][b.size()] <= allowed;
}

// Sellers' algorithm: as above, but the piece may begin and end anywhere in the text.
bool holds_within(std::u32string_view text, std::u32string_view piece, size_t allowed) {
  constexpr size_t longest = 255;
  piece = piece.substr(0, longest);
  const size_t length = piece.size();
  if (length <= allowed) return true;
  std::array<std::array<uint16_t, longest + 1>, 3> rows = {};
  for (size_t j = 0; j <= length; ++j) rows[0][j] = static_cast<uint16_t>(j);
  for (size_t i = 1; i <= text.size(); ++i) {
    auto& row = rows[i % 3];
    const auto& above = rows[(i + 2) % 3];
    const auto& two_above = rows[(i + 1) % 3];
    row[0] = 0;
    for (size_t j = 1; j <= length; ++j) {
      const int changed = above[j - 1] + (text[i - 1] != piece[j - 1]);
      int least = std::min({above[j] + 1, row[j - 1] + 1, changed});
      const bool swapped =
          i > 1 && j > 1 && text[i - 1] == piece[j - 2] && text[i - 2] == piece[j - 1];
      if (swapped) least = std::min(least, two_above[j - 2] + 1);
      row[j] = static_cast<uint16_t>(least);
    }
    if (row[length] <= allowed) return true;
  }
  return false;
}

size_t first_not_below(std::span<const uint32_t> list, uint32_t value) {
  size_t step = 1;
  size_t low = 0;
  while (low + step < list.size() && list[low + step] < value) {
    low += step;
    step *= 2;
  }
  const size_t high = std::min(list.size(), low + step + 1);
  const auto stretch = list.subspan(low, high - low);
  return low + static_cast<size_t>(std::ranges::lower_bound(stretch, value) - stretch.begin());
}

}  // namespace umikoe::search
