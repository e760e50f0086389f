#pragma once

#include <cstdint>
#include <span>
#include <vector>

namespace umikoe::plan {

using Place = uint32_t;

// A list for each place, all in one piece of memory: they are walked millions of times.
template <class T>
struct Lists {
  std::vector<Place> starts{0};
  std::vector<T> items;

  std::span<const T> of(size_t place) const {
    return std::span(items).subspan(starts[place], starts[place + 1] - starts[place]);
  }
  size_t size() const { return starts.size() - 1; }
  // Ends the list of the next place.
  void close() { starts.push_back(static_cast<Place>(items.size())); }
};

// For each of `places` the lists that it stands in, in order.
Lists<Place> inverted(const Lists<Place>& lists, size_t places);

}  // namespace umikoe::plan
