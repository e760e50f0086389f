#pragma once

#include <cstdint>
#include <string_view>
#include <type_traits>

#include "base/date.h"
#include "base/identifiers.h"
#include "base/result.h"
#include "stores/rollup/rollup_rows.h"

namespace umikoe::stores {

// What rows of a rollup share. As it lies in the file, little-endian, like all that follows.
struct RollupContext {
  int64_t delivery = 0;  // 0: the segment does not say whose its rows are
  Date period_start;
  Date period_end;       // the last day
  uint32_t service = 0;  // a text
  uint32_t name = 0;     // the service's name, a text, possibly empty

  auto operator<=>(const RollupContext&) const = default;
};

// A stretch of recordings that is read at once and has a checksum (XXH3, 64 bits) of its own.
struct RollupPage {
  char first[12];  // ISRC of its first recording
  uint32_t bytes;
  uint64_t offset;
  uint64_t checksum;
};

// A recording of a page. A page begins with their number, then come these, then their rows.
struct RollupEntry {
  char isrc[12];
  uint32_t end;  // of its rows, from the end of these entries on
};

struct RollupAbout {
  char segment[64] = {};    // the hash in the name of the segment it was made of
  uint64_t input_rows = 0;  // of the segment
  uint64_t recordings = 0;
  uint64_t rows = 0;
};

static_assert(sizeof(RollupContext) == 24 && std::is_trivially_copyable_v<RollupContext>);
static_assert(sizeof(RollupPage) == 32 && sizeof(RollupEntry) == 16 && sizeof(RollupAbout) == 88);

// The parts of a rollup, as bytes.
struct RollupSections {
  std::string_view about;
  std::string_view contexts;   // RollupContext, by number
  std::string_view text_ends;  // where each text ends, uint32_t
  std::string_view texts;
  std::string_view pages;  // RollupPage, in order of their first recordings
  std::string_view rows;   // the bytes of the pages
};

// Reads a rollup out of its parts. No byte is believed before it is compared: parts but the last
// are to be checked by whoever gives them, pages are checked each time they are read. It keeps
// views; the bytes must outlive it.
class RollupView {
 public:
  // Error rollup_broken {reason}, like everything here.
  static Result<RollupView> of(const RollupSections& sections);

  const RollupAbout& about() const { return about_; }
  uint32_t contexts() const { return contexts_; }
  RollupContext context(uint32_t number) const;
  std::string_view text(uint32_t number) const;
  // The rows of a recording; none where it has none.
  Result<RollupRows> rows_of(const Isrc& isrc) const;
  // Everything that can be wrong with it, every page and row.
  Result<void> verify() const;

 private:
  Result<void> check_texts() const;
  Result<void> check_pages() const;
  RollupPage page(size_t number) const;
  Result<std::string_view> bytes_of(const RollupPage& page) const;

  RollupSections sections_;
  RollupAbout about_;
  uint32_t contexts_ = 0;
  size_t texts_ = 0;
  size_t pages_ = 0;
};

// The checksum of a page.
uint64_t page_checksum(std::string_view bytes);

}  // namespace umikoe::stores
