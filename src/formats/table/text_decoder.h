#pragma once

#include <memory>
#include <string>
#include <string_view>

#include "formats/byte_source.h"
#include "formats/table/table_reader.h"

namespace umikoe::formats::table {

// Turns the bytes of a text file into UTF-8. A byte-order mark decides; else NUL bytes in every
// other place say UTF-16; else the first bytes that are not ASCII decide between UTF-8 and CP932,
// which Japanese spreadsheets still write. Errors: encoding_invalid, encoding_unavailable.
class TextDecoder {
 public:
  explicit TextDecoder(ByteSource source);
  ~TextDecoder();
  TextDecoder(const TextDecoder&) = delete;
  TextDecoder& operator=(const TextDecoder&) = delete;

  // Appends some text and returns true, or false at the end.
  Result<bool> read(std::string& text);
  Encoding encoding() const { return encoding_; }

 private:
  struct Converter;
  enum class State { start, ascii_so_far, decided };

  Result<void> fill();
  void decide_by_mark();
  void decide_by_content(size_t from);
  Result<void> convert(std::string& text);
  Result<void> convert_utf8(std::string& text);
  void convert_utf16(std::string& text);
  Result<void> convert_cp932(std::string& text);
  std::unexpected<Error> invalid(size_t at) const;

  ByteSource source_;
  std::string pending_;  // bytes read and not yet converted
  bool at_end_ = false;
  State state_ = State::start;
  Encoding encoding_ = Encoding::utf8;
  char32_t high_surrogate_ = 0;
  long line_ = 1;
  std::unique_ptr<Converter> converter_;
};

// The text of a file's first bytes as far as they can be read; never fails, because a file of an
// unreadable encoding is to be refused by its reader and not by whoever asks what it is.
std::string decode_head(std::string_view head);

}  // namespace umikoe::formats::table
