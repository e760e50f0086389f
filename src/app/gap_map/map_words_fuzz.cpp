#include <cstddef>
#include <cstdint>
#include <cstring>
#include <string_view>
#include <vector>

#include "app/gap_map/map_content.h"

// What a map says besides its columns, and its sums: whatever the bytes are, they are refused or
// mean what is written again of them.
extern "C" int LLVMFuzzerTestOneInput(const uint8_t* data, size_t size) {
  namespace app = umikoe::app;
  const std::string_view bytes(reinterpret_cast<const char*>(data), size);
  if (const auto words = app::read_map_words(bytes)) {
    const std::string again = app::written(*words);
    const auto same = app::read_map_words(again);
    UMIKOE_ASSERT(same && app::written(*same) == again);
    for (const auto& outcome : words->outcomes) {
      for (const auto party : outcome.who.parties) words->parties.describe(party);
    }
  }
  std::vector<int64_t> numbers(size / sizeof(int64_t));
  if (!numbers.empty()) std::memcpy(numbers.data(), data, numbers.size() * sizeof(int64_t));
  if (const auto sums = app::unpacked(numbers)) {
    UMIKOE_ASSERT(app::packed(*sums).size() == numbers.size());
  }
  return 0;
}
