#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

#include "formats/byte_source.h"

namespace umikoe::formats::xlsx {

// The texts a workbook keeps once for all cells, in one piece of memory.
class SharedStrings {
 public:
  // Errors: limit_exceeded and those of read_events.
  static Result<SharedStrings> read(const ByteSource& part);

  size_t size() const { return ends_.size(); }
  std::string_view at(size_t i) const;

 private:
  std::string text_;
  std::vector<size_t> ends_;
};

// Collects the text of one <si> or <is>: its runs joined, and the readings of rPh left out, which
// stand beside Japanese text to say how it sounds and are no part of it.
class RichText {
 public:
  void start(std::string_view name);
  void end(std::string_view name);
  void text(std::string_view piece) {
    if (in_text_ && phonetic_ == 0) text_ += piece;
  }
  // Of what was collected since the last call.
  std::string take();
  size_t bytes() const { return text_.size(); }

 private:
  bool in_text_ = false;
  int phonetic_ = 0;
  std::string text_;
};

// _x000D_ and the like stand for characters XML cannot hold (ECMA-376 part 1, 22.9.2.19).
std::string unescaped(std::string text);

}  // namespace umikoe::formats::xlsx
