#pragma once

#include <cstddef>
#include <functional>

namespace umikoe::app {

// Does prepare(i) for every i below count, several at once where the caller has threads for it, and
// apply(i) in order, each after its own prepare and on the thread that asked. Ends early when apply
// returns false. What apply sees is the same on any number of threads.
using InOrder = std::function<void(size_t count, const std::function<void(size_t)>& prepare,
                                   const std::function<bool(size_t)>& apply)>;

// On the thread that asks.
inline void one_by_one(size_t count, const std::function<void(size_t)>& prepare,
                       const std::function<bool(size_t)>& apply) {
  for (size_t i = 0; i < count; ++i) {
    prepare(i);
    if (!apply(i)) return;
  }
}

}  // namespace umikoe::app
