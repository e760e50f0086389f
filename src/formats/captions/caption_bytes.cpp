#include "formats/captions/caption_bytes.h"

#include <algorithm>

#include "base/utf8.h"
#include "formats/over_limit.h"
#include "formats/table/text_decoder.h"

namespace umikoe::formats::captions {
namespace {

constexpr std::string_view replacement_character = "\xef\xbf\xbd";

// The bounds of the second byte of a sequence, which rule out overlong forms, surrogates and what
// is beyond U+10FFFF (Unicode, table 3-7), and the length of the sequence; 0 where no sequence
// begins.
struct Sequence {
  size_t length = 0;
  unsigned char lowest = 0x80;
  unsigned char highest = 0xbf;
};
Sequence sequence_of(unsigned char lead) {
  if (lead < 0x80) return {1};
  if (lead < 0xc2 || lead > 0xf4) return {0};
  if (lead < 0xe0) return {2};
  if (lead == 0xe0) return {3, 0xa0, 0xbf};
  if (lead == 0xed) return {3, 0x80, 0x9f};
  if (lead < 0xf0) return {3};
  if (lead == 0xf0) return {4, 0x90, 0xbf};
  if (lead == 0xf4) return {4, 0x80, 0x8f};
  return {4};
}

// How many bytes at the front belong together, and whether they are a whole character.
struct Piece {
  size_t size = 0;
  bool whole = false;
};
Piece piece_at(std::string_view bytes) {
  const Sequence sequence = sequence_of(static_cast<unsigned char>(bytes.front()));
  if (sequence.length == 0) return {1, false};
  for (size_t i = 1; i < sequence.length; ++i) {
    if (i >= bytes.size()) return {i, false};
    const auto byte = static_cast<unsigned char>(bytes[i]);
    const bool fits =
        i == 1 ? byte >= sequence.lowest && byte <= sequence.highest : byte >= 0x80 && byte <= 0xbf;
    if (!fits) return {i, false};
  }
  return {sequence.length, true};
}

}  // namespace

Result<std::string> read_bytes(const ByteSource& source) {
  std::string bytes;
  std::string piece(size_t{64} * 1024, '\0');
  while (true) {
    UMIKOE_TRY(const size_t size, source(piece));
    if (size == 0) return bytes;
    if (static_cast<int64_t>(bytes.size() + size) > limits::caption_file_bytes.value) {
      return std::unexpected(over_limit(limits::caption_file_bytes));
    }
    bytes.append(piece, 0, size);
  }
}

Result<std::string> decoded_lines(std::string_view bytes) {
  table::TextDecoder decoder(from_memory(bytes));
  std::string text;
  while (true) {
    UMIKOE_TRY(const bool more, decoder.read(text));
    if (!more) return with_line_feeds(text);
  }
}

std::string webvtt_input(std::string_view bytes) {
  if (bytes.starts_with("\xef\xbb\xbf")) bytes.remove_prefix(3);
  std::string out;
  out.reserve(bytes.size());
  while (!bytes.empty()) {
    const Piece piece = piece_at(bytes);
    const char first = bytes.front();
    if (!piece.whole || first == '\0') {
      out += replacement_character;
    } else if (first == '\r') {
      if (!bytes.substr(1).starts_with('\n')) out += '\n';
    } else {
      out.append(bytes.substr(0, piece.size));
    }
    bytes.remove_prefix(piece.size);
  }
  return out;
}

std::string quoted_front(std::string_view text) {
  constexpr size_t longest = 60;
  if (text.size() <= longest) return std::string(text);
  size_t end = longest;
  while (end > 0 && (static_cast<unsigned char>(text[end]) & 0xc0) == 0x80) --end;
  return std::string(text.substr(0, end));
}

std::string with_line_feeds(std::string_view text) {
  std::string out;
  out.reserve(text.size());
  for (size_t i = 0; i < text.size(); ++i) {
    if (text[i] != '\r') {
      out += text[i];
    } else if (i + 1 >= text.size() || text[i + 1] != '\n') {
      out += '\n';
    }
  }
  return out;
}

std::string with_replaced(std::string_view text, std::string_view piece,
                          std::string_view replacement) {
  std::string out;
  for (size_t at = text.find(piece); at != std::string_view::npos; at = text.find(piece)) {
    out.append(text.substr(0, at)).append(replacement);
    text.remove_prefix(at + piece.size());
  }
  return out.append(text);
}

std::string_view CaptionLines::peek() const { return rest_.substr(0, rest_.find('\n')); }

std::string_view CaptionLines::next() {
  const std::string_view line = peek();
  ended_ = line.size() == rest_.size();
  rest_.remove_prefix(std::min(line.size() + 1, rest_.size()));
  if (rest_.empty()) ended_ = true;  // a line feed ends the last line and begins no other
  ++number_;
  return line;
}

}  // namespace umikoe::formats::captions
