#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>

#include "base/limits.h"
#include "formats/table/facts_table.h"

// What is read names an artist, a kind that has what it needs, and nothing twice.
extern "C" int LLVMFuzzerTestOneInput(const uint8_t* data, size_t size) {
  namespace formats = umikoe::formats;
  namespace demand = umikoe::demand;
  const std::string bytes(reinterpret_cast<const char*>(data), size);
  const auto file = formats::table::TableFile::open(
      [&bytes]() -> umikoe::Result<formats::ByteSource> { return formats::from_memory(bytes, 7); });
  if (!file) return 0;
  const auto table = formats::table::read_facts(*file);
  if (!table) {
    UMIKOE_ASSERT(!table.error().code.empty());
    return 0;
  }
  UMIKOE_ASSERT(!table->facts.empty() && table->repeated >= 0);
  UMIKOE_ASSERT(std::ssize(table->facts) <= umikoe::limits::presence_rows.value);
  for (const demand::ArtistFact& fact : table->facts) {
    UMIKOE_ASSERT(!fact.artist.empty() && !fact.value.empty());
    UMIKOE_ASSERT(fact.kind != demand::FactKind::convention ||
                  (fact.day && !fact.territories.empty()));
    UMIKOE_ASSERT(fact.medium.empty() || fact.kind == demand::FactKind::tie_in);
  }
  for (size_t i = 1; i < table->facts.size(); ++i) {
    UMIKOE_ASSERT(table->facts[i] != table->facts[i - 1]);
  }
  return 0;
}
