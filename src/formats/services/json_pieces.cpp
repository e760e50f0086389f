#include "formats/services/json_pieces.h"

#include "formats/over_limit.h"

namespace umikoe::formats::services {
namespace {

constexpr size_t chunk_bytes = 64 * 1024;

bool is_blank(int c) { return c == ' ' || c == '\t' || c == '\r' || c == '\n'; }

}  // namespace

void JsonPieces::fail_with(Error error) {
  failed_ = true;
  at_end_ = true;
  buffer_.clear();
  at_ = 0;
  error_ = std::move(error);
}

int JsonPieces::peek() {
  if (at_ == buffer_.size()) {
    if (at_end_) return -1;
    buffer_.resize(chunk_bytes);
    at_ = 0;
    const auto size = source_(buffer_);
    if (!size) {
      fail_with(size.error());
      return -1;
    }
    buffer_.resize(*size);
    at_end_ = *size == 0;
    if (at_end_) return -1;
  }
  return static_cast<unsigned char>(buffer_[at_]);
}

bool JsonPieces::begin_document() {
  for (int c = peek(); c >= 0; c = peek()) {
    // A byte-order mark before the first document; commas as some exports put between lines.
    const bool mark = c == 0xEF || c == 0xBB || c == 0xBF;
    if (!is_blank(c) && c != ',' && !(mark && line_ == 1)) {
      done_ = false;
      scalar_ = c != '{' && c != '[';
      depth_ = 0;
      held_ = 0;
      return true;
    }
    if (c == '\n') ++line_;
    ++at_;
  }
  return false;
}

void JsonPieces::track(char c) {
  if (c == '\n') ++line_;
  if (in_string_) {
    if (escaped_)
      escaped_ = false;
    else if (c == '\\')
      escaped_ = true;
    else if (c == '"')
      in_string_ = false;
    return;
  }
  if (c == '"') in_string_ = true;
  if (c == '{' || c == '[') ++depth_;
  if (c == '}' || c == ']') --depth_;
  if (depth_ <= 0 && !scalar_) done_ = true;
}

int JsonPieces::next() {
  if (done_ || failed_) return -1;
  const int c = peek();
  if (c < 0) return -1;
  if (scalar_ && !in_string_ && is_blank(c)) {
    done_ = true;
    return -1;
  }
  ++at_;
  track(static_cast<char>(c));
  const Where where{.file = {}, .line = line_, .element = {}};
  if (depth_ > depth_max_) {
    fail_with(over_limit(limits::json_depth, where));
    return -1;
  }
  if (++held_ > bytes_max_) {
    fail_with(over_limit(limits::json_value_bytes, where));
    return -1;
  }
  return c;
}

}  // namespace umikoe::formats::services
