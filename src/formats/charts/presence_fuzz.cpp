#include <cstdlib>

#include "demand/latent/presence.h"
#include "formats/charts/presence_table.h"

// What is read has artists, and its set of each has no territory twice.
extern "C" int LLVMFuzzerTestOneInput(const uint8_t* data, size_t size) {
  const std::string_view bytes(reinterpret_cast<const char*>(data), size);
  const auto rows = umikoe::formats::charts::read_presence(umikoe::formats::from_memory(bytes, 7));
  if (!rows) return 0;
  const auto presence = umikoe::demand::presence_of(*rows);
  if (presence.rows.size() != rows->size()) std::abort();
  for (const auto& row : presence.rows) {
    if (row.artist.empty()) std::abort();
    for (size_t i = 1; i < row.territories.size(); ++i) {
      if (row.territories[i] <= row.territories[i - 1]) std::abort();
    }
  }
  return 0;
}
