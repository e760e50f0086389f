#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "formats/byte_source.h"

namespace umikoe::formats::dsr {

// Lines of a UTF-8 file ending in LF or CR LF, each at most limits::dsr_line_bytes long. Errors:
// encoding_invalid, limit_exceeded.
class LineReader {
 public:
  explicit LineReader(const ByteSource& source) : source_(source) {}

  // False at the end. The line is valid until the next call.
  Result<bool> next(std::string_view& line);
  long line_number() const { return line_number_; }

 private:
  Result<void> fill();
  std::string_view rest() const { return {buffer_.data() + at_, end_ - at_}; }

  const ByteSource& source_;
  // Never empty: even for no bytes memchr and memmove must be given a place.
  std::vector<char> buffer_ = std::vector<char>(1);
  size_t at_ = 0;        // the next line begins here
  size_t searched_ = 0;  // no line ends between at_ and here
  size_t end_ = 0;       // of what has been read
  bool at_end_ = false;
  long line_number_ = 0;
};

// The first cells of a line, all of them unless told how many are wanted. There is no quoting: a
// cell may begin with a quotation mark.
void split_cells(std::string_view line, std::vector<std::string_view>& cells,
                 size_t most = SIZE_MAX);

}  // namespace umikoe::formats::dsr
