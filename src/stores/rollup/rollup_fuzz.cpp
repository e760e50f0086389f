#include <array>
#include <cstddef>
#include <cstdint>
#include <cstring>
#include <string>

#include "stores/rollup/rollup_view.h"

namespace {

namespace stores = umikoe::stores;

// Five lengths (little-endian, two bytes each) and the parts they cut off; the last part is the
// rest.
std::array<std::string, 6> parts_of(std::string_view input) {
  std::array<std::string, 6> parts;
  std::array<size_t, 5> lengths{};
  for (size_t& length : lengths) {
    if (input.size() < 2) return parts;
    length = static_cast<unsigned char>(input[0]) + 256u * static_cast<unsigned char>(input[1]);
    input.remove_prefix(2);
  }
  for (size_t i = 0; i < lengths.size(); ++i) {
    parts[i] = input.substr(0, lengths[i]);
    input.remove_prefix(parts[i].size());
  }
  parts[5] = input;
  return parts;
}

// No fuzzer guesses a checksum: those of pages that lie within the rows are put right.
void put_checksums_right(std::string& pages, std::string_view rows) {
  for (size_t at = 0; at + sizeof(stores::RollupPage) <= pages.size();
       at += sizeof(stores::RollupPage)) {
    stores::RollupPage page;
    std::memcpy(&page, pages.data() + at, sizeof page);
    if (page.offset > rows.size()) continue;
    page.checksum = stores::page_checksum(rows.substr(page.offset, page.bytes));
    std::memcpy(pages.data() + at, &page, sizeof page);
  }
}

uint64_t count_rows(const stores::RollupView& view, const umikoe::Isrc& isrc) {
  auto rows = view.rows_of(isrc);
  if (!rows) {
    UMIKOE_ASSERT(rows.error().code == "rollup_broken");
    return 0;
  }
  uint64_t count = 0;
  for (stores::RollupRow row; rows->next(row); ++count) {
    UMIKOE_ASSERT(row.territory.index < umikoe::territory_count());
    if (row.context >= view.contexts()) continue;
    const auto context = view.context(row.context);
    UMIKOE_ASSERT(view.text(context.service).size() <= 65536);
    UMIKOE_ASSERT(view.text(context.name).size() <= 65536);
  }
  return count;
}

}  // namespace

// Whatever the parts say of each other: reading stays inside them, and what can be verified has no
// recording of more rows than it says it has.
extern "C" int LLVMFuzzerTestOneInput(const uint8_t* data, size_t size) {
  auto parts = parts_of({reinterpret_cast<const char*>(data), size});
  put_checksums_right(parts[4], parts[5]);
  const auto view =
      stores::RollupView::of({parts[0], parts[1], parts[2], parts[3], parts[4], parts[5]});
  if (!view) {
    UMIKOE_ASSERT(view.error().code == "rollup_broken");
    return 0;
  }
  const bool whole = view->verify().has_value();
  for (size_t at = 0; at + sizeof(umikoe::Isrc) <= parts[5].size(); at += 4) {
    umikoe::Isrc isrc;
    std::memcpy(isrc.text.data(), parts[5].data() + at, isrc.text.size());
    const uint64_t count = count_rows(*view, isrc);
    UMIKOE_ASSERT(count <= size && (!whole || count <= view->about().rows));
  }
  return 0;
}
