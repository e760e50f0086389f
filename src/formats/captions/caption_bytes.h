#pragma once

#include <string>
#include <string_view>

#include "base/result.h"
#include "formats/byte_source.h"

namespace umikoe::formats::captions {

// A place of which only the line is known.
inline Where at_line(long line) { return {{}, line, {}}; }

// All bytes of a file of captions. Errors: limit_exceeded (caption_file_bytes), the source's own.
Result<std::string> read_bytes(const ByteSource& source);

// The text of a file that need not be UTF-8 (table/text_decoder.h decides), with line feeds alone.
// Errors: encoding_invalid, encoding_unavailable.
Result<std::string> decoded_lines(std::string_view bytes);

// WHATWG's "UTF-8 decode" and the transformations of the WebVTT parser: the byte-order mark goes,
// damage and U+0000 become U+FFFD, every line ends in a line feed.
std::string webvtt_input(std::string_view bytes);

// The front of a text of the file, short enough to be quoted and cut between characters.
std::string quoted_front(std::string_view text);

// Every CR LF and every CR becomes LF.
std::string with_line_feeds(std::string_view text);

// The text with every occurrence of a piece replaced, in one pass.
std::string with_replaced(std::string_view text, std::string_view piece,
                          std::string_view replacement);

// The lines of a text, one after another, without their line feeds.
class CaptionLines {
 public:
  explicit CaptionLines(std::string_view text) : rest_(text), ended_(text.empty()) {}

  bool at_end() const { return ended_; }
  // The line at the front without moving on; only where at_end() is false.
  std::string_view peek() const;
  std::string_view next();
  long number() const { return number_; }  // 1-based, of the line at the front

 private:
  std::string_view rest_;
  bool ended_;
  long number_ = 1;
};

}  // namespace umikoe::formats::captions
