#include "base/result.h"

#include <cstdio>
#include <cstdlib>

namespace umikoe {

void assertion_failed(const char* expression, const char* file, int line) {
  std::fprintf(stderr, "umikoe: broken invariant: %s (%s:%d)\n", expression, file, line);
  std::abort();
}

}  // namespace umikoe
