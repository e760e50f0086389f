#pragma once

#include "app/in_order.h"

namespace umikoe {

// Prepares on so many threads, each at most so many ahead of what was applied; the threads end with
// each call. An exception of prepare is thrown again where its result was wanted.
app::InOrder threads_in_order(size_t threads, size_t ahead);

}  // namespace umikoe
