#include <cstddef>
#include <cstdint>
#include <string_view>

#include "base/limits.h"
#include "base/result.h"
#include "base/utf8.h"
#include "http/target.h"

// Whatever stands in the first line of a request: what is accepted is bounded, decoded, valid text.
extern "C" int LLVMFuzzerTestOneInput(const uint8_t* data, size_t size) {
  const std::string_view written(reinterpret_cast<const char*>(data), size);
  const auto target = umikoe::http::parse_target(written);
  if (target) {
    UMIKOE_ASSERT(size <= size_t{umikoe::limits::http_target_bytes.value});
    UMIKOE_ASSERT(target->path.starts_with('/'));
    UMIKOE_ASSERT(umikoe::first_invalid_utf8(target->path) == std::string_view::npos);
    UMIKOE_ASSERT(target->query.parameters.size() <=
                  size_t{umikoe::limits::http_query_parameters.value});
  }
  if (umikoe::http::is_local_host(written)) UMIKOE_ASSERT(size < 64);
  return 0;
}
