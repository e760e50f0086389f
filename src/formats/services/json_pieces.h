#pragma once

#include <cstddef>
#include <cstdint>
#include <iterator>
#include <string>

#include "formats/byte_source.h"

namespace umikoe::formats::services {

// Hands a JSON parser one document after the other of a stream, character by character, and stops
// it at the limits: nesting, and the bytes between two values it was allowed to forget.
class JsonPieces {
 public:
  JsonPieces(const ByteSource& source, int depth_max, int64_t bytes_max)
      : source_(source), depth_max_(depth_max), bytes_max_(bytes_max) {}

  // True when another document begins; commas and blanks between documents are passed over.
  bool begin_document();
  // The next character of the document, or -1 at its end.
  int next();
  // The parser dropped a value: its bytes no longer count.
  void forget() { held_ = 0; }

  bool failed() const { return failed_; }
  const Error& error() const { return error_; }
  long line() const { return line_; }
  int depth() const { return depth_; }

 private:
  int peek();
  void fail_with(Error error);
  void track(char c);

  const ByteSource& source_;
  int depth_max_;
  int64_t bytes_max_;
  std::string buffer_;
  size_t at_ = 0;
  bool at_end_ = false;
  bool failed_ = false;
  bool done_ = false;  // with the present document
  bool in_string_ = false;
  bool escaped_ = false;
  bool scalar_ = false;
  int depth_ = 0;
  int64_t held_ = 0;
  long line_ = 1;
  Error error_;
};

// The input iterator a JSON parser wants over one document of a stream; the default one is its end.
class PieceIterator {
 public:
  using iterator_category = std::input_iterator_tag;
  using value_type = char;
  using difference_type = std::ptrdiff_t;
  using pointer = const char*;
  using reference = const char&;

  PieceIterator() = default;
  explicit PieceIterator(JsonPieces& pieces) : pieces_(&pieces) { ++*this; }
  reference operator*() const { return value_; }
  PieceIterator& operator++() {
    const int c = pieces_->next();
    if (c < 0) pieces_ = nullptr;
    value_ = static_cast<char>(c);
    return *this;
  }
  PieceIterator operator++(int) {
    PieceIterator old = *this;
    ++*this;
    return old;
  }
  bool operator==(const PieceIterator& other) const { return pieces_ == other.pieces_; }

 private:
  JsonPieces* pieces_ = nullptr;
  char value_ = 0;
};

}  // namespace umikoe::formats::services
