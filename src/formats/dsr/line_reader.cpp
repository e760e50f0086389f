#include "formats/dsr/line_reader.h"

#include "base/utf8.h"
#include "formats/over_limit.h"

namespace umikoe::formats::dsr {
namespace {

constexpr size_t chunk_bytes = 64 * 1024;

}  // namespace

Result<void> LineReader::fill() {
  buffer_.erase(0, at_);
  searched_ -= at_;
  at_ = 0;
  const size_t had = buffer_.size();
  buffer_.resize(had + chunk_bytes);
  UMIKOE_TRY(size_t size, source_(std::span(buffer_).subspan(had)));
  buffer_.resize(had + size);
  at_end_ = size == 0;
  if (line_number_ == 0 && buffer_.starts_with("\xef\xbb\xbf")) buffer_.erase(0, 3);
  return {};
}

Result<bool> LineReader::next(std::string_view& line) {
  size_t end = std::string::npos;
  while (true) {
    end = buffer_.find('\n', searched_);
    if (end != std::string::npos) break;
    searched_ = buffer_.size();
    if (static_cast<int64_t>(buffer_.size() - at_) > limits::dsr_line_bytes.value || at_end_) break;
    UMIKOE_TRY(fill());
  }
  const bool last = end == std::string::npos;
  if (last && at_end_ && at_ == buffer_.size()) return false;
  line = std::string_view(buffer_).substr(at_, last ? std::string::npos : end - at_);
  ++line_number_;
  const Where where{.file = {}, .line = line_number_, .element = {}};
  if (std::ssize(line) > limits::dsr_line_bytes.value) {
    return std::unexpected(over_limit(limits::dsr_line_bytes, where));
  }
  if (first_invalid_utf8(line) != std::string_view::npos) {
    return fail("encoding_invalid", {{"encoding", "UTF-8"}}, where);
  }
  at_ = last ? buffer_.size() : end + 1;
  searched_ = at_;
  if (line.ends_with('\r')) line.remove_suffix(1);
  return true;
}

void split_cells(std::string_view line, std::vector<std::string_view>& cells) {
  cells.clear();
  while (true) {
    const size_t tab = line.find('\t');
    cells.push_back(line.substr(0, tab));
    if (tab == std::string_view::npos) return;
    line.remove_prefix(tab + 1);
  }
}

}  // namespace umikoe::formats::dsr
