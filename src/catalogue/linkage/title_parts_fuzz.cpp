#include <cstddef>
#include <cstdint>
#include <string_view>

#include "base/result.h"
#include "base/utf8.h"
#include "catalogue/linkage/likeness.h"
#include "catalogue/linkage/title_parts.h"

// A title in any bytes: what is split off was in it, and what is left splits no further.
extern "C" int LLVMFuzzerTestOneInput(const uint8_t* data, size_t size) {
  const std::string_view bytes(reinterpret_cast<const char*>(data), size);
  const auto parts = umikoe::catalogue::title_parts(bytes);
  UMIKOE_ASSERT(umikoe::first_invalid_utf8(parts.name) == std::string_view::npos);
  if (parts.qualifiers.size() < 8) {
    const auto again = umikoe::catalogue::title_parts(parts.name);
    UMIKOE_ASSERT(again.name == parts.name && again.qualifiers.empty());
  }
  UMIKOE_ASSERT(umikoe::catalogue::same_recording_by_qualifiers(parts, parts));
  const std::string skeleton = umikoe::catalogue::consonant_skeleton(bytes);
  UMIKOE_ASSERT(skeleton.size() <= 2 * bytes.size());
  UMIKOE_ASSERT(umikoe::catalogue::edit_distance(bytes, bytes) == 0);
  return 0;
}
