#include "formats/dsr/line_reader.h"

#include <bit>
#include <cstdint>
#include <cstring>

#include "base/utf8.h"
#include "formats/over_limit.h"

namespace umikoe::formats::dsr {
namespace {

constexpr size_t chunk_bytes = 256 * 1024;

std::unexpected<Error> broken_line(std::string_view line, long number) {
  const Where where{.file = {}, .line = number, .element = {}};
  if (std::ssize(line) > limits::dsr_line_bytes.value) {
    return std::unexpected(over_limit(limits::dsr_line_bytes, where));
  }
  return fail("encoding_invalid", {{"encoding", "UTF-8"}}, where);
}

}  // namespace

// What is left of a line goes to the front; the buffer grows with the longest line only.
Result<void> LineReader::fill() {
  std::memmove(buffer_.data(), buffer_.data() + at_, end_ - at_);
  searched_ -= at_;
  end_ -= at_;
  at_ = 0;
  if (buffer_.size() < end_ + chunk_bytes) buffer_.resize(end_ + chunk_bytes);
  UMIKOE_TRY(const size_t size, source_(std::span(buffer_).subspan(end_)));
  end_ += size;
  at_end_ = size == 0;
  if (line_number_ == 0 && rest().starts_with("\xef\xbb\xbf")) at_ = searched_ = 3;
  return {};
}

Result<bool> LineReader::next(std::string_view& line) {
  const char* found = nullptr;
  while (true) {
    found =
        static_cast<const char*>(std::memchr(buffer_.data() + searched_, '\n', end_ - searched_));
    if (found) break;
    searched_ = end_;
    if (static_cast<int64_t>(end_ - at_) > limits::dsr_line_bytes.value || at_end_) break;
    UMIKOE_TRY(fill());
  }
  if (!found && at_end_ && at_ == end_) return false;
  line = found ? std::string_view(buffer_.data() + at_, found) : rest();
  ++line_number_;
  if (std::ssize(line) > limits::dsr_line_bytes.value ||
      first_invalid_utf8(line) != std::string_view::npos) {
    return broken_line(line, line_number_);
  }
  at_ = found ? static_cast<size_t>(found - buffer_.data()) + 1 : end_;
  searched_ = at_;
  if (line.ends_with('\r')) line.remove_suffix(1);
  return true;
}

// Cells are short, so eight bytes are looked at together: in `tabs` the high bit of every byte that
// is a tab is set, and of no other (Hacker's Delight, section 6-1).
void split_cells(std::string_view line, std::vector<std::string_view>& cells, size_t most) {
  constexpr uint64_t low_bits = 0x7f7f7f7f7f7f7f7f;
  constexpr uint64_t tab_bytes = 0x0909090909090909;
  static_assert(std::endian::native == std::endian::little);
  cells.clear();
  size_t begin = 0;
  size_t at = 0;
  for (uint64_t eight = 0; at + sizeof eight <= line.size(); at += sizeof eight) {
    std::memcpy(&eight, line.data() + at, sizeof eight);
    const uint64_t other = eight ^ tab_bytes;
    uint64_t tabs = ~(((other & low_bits) + low_bits) | other | low_bits);
    for (; tabs != 0; tabs &= tabs - 1) {
      if (cells.size() >= most) return;
      const size_t tab = at + static_cast<size_t>(std::countr_zero(tabs)) / 8;
      cells.push_back(line.substr(begin, tab - begin));
      begin = tab + 1;
    }
  }
  for (; at < line.size() && cells.size() < most; ++at) {
    if (line[at] != '\t') continue;
    cells.push_back(line.substr(begin, at - begin));
    begin = at + 1;
  }
  if (cells.size() < most) cells.push_back(line.substr(begin));
}

}  // namespace umikoe::formats::dsr
