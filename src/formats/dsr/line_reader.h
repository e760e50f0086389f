#pragma once

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

  const ByteSource& source_;
  std::string buffer_;
  size_t at_ = 0;
  size_t searched_ = 0;
  bool at_end_ = false;
  long line_number_ = 0;
};

// The cells of a line. There is no quoting: a cell may begin with a quotation mark.
void split_cells(std::string_view line, std::vector<std::string_view>& cells);

}  // namespace umikoe::formats::dsr
