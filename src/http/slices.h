#pragma once

#include "http/handlers.h"

namespace umikoe::http {

// Which rows of a report, and in which form.
struct Slice {
  size_t offset = 0;
  size_t limit = 0;  // 0: all
  bool csv = false;
  bool mark = false;
};

// Reads format, bom, limit and offset. Error parameter_invalid.
Result<Slice> slice_of(const Query& query);
// A whole number between two bounds; `otherwise` where it is not given. Error parameter_invalid.
Result<size_t> count_of(const Query& query, const char* name, size_t otherwise, size_t least,
                        size_t most);

}  // namespace umikoe::http
