#include "plan/lists.h"

#include <numeric>

namespace umikoe::plan {

Lists<Place> inverted(const Lists<Place>& lists, size_t places) {
  Lists<Place> out;
  out.starts.assign(places + 1, 0);
  for (const Place item : lists.items) ++out.starts[item + 1];
  std::partial_sum(out.starts.begin(), out.starts.end(), out.starts.begin());
  std::vector<Place> next(out.starts.begin(), out.starts.end() - 1);
  out.items.resize(lists.items.size());
  for (Place list = 0; list < lists.size(); ++list) {
    for (const Place item : lists.of(list)) out.items[next[item]++] = list;
  }
  return out;
}

}  // namespace umikoe::plan
