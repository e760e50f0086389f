#include <cstddef>
#include <cstdint>
#include <string_view>

#include "formats/ddex/ern_reader.h"

// The first byte chooses the size of the pieces. What is accepted whole must be accepted in pieces,
// and say the same.
extern "C" int LLVMFuzzerTestOneInput(const uint8_t* data, size_t size) {
  namespace formats = umikoe::formats;
  if (size == 0) return 0;
  const std::string_view xml(reinterpret_cast<const char*>(data) + 1, size - 1);
  const auto whole = formats::ddex::read_ern(formats::from_memory(xml));
  const auto pieces = formats::ddex::read_ern(formats::from_memory(xml, size_t{data[0]} + 1));
  if (!whole) return 0;
  UMIKOE_ASSERT(pieces.has_value());
  UMIKOE_ASSERT(whole->statement == pieces->statement);
  UMIKOE_ASSERT(whole->contents == pieces->contents);
  UMIKOE_ASSERT(whole->statement.releases.size() == whole->contents.releases.size() ||
                whole->statement.kind == umikoe::rights::StatementKind::purge);
  return 0;
}
