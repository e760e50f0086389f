#include "formats/table/text_decoder.h"

#include <iconv.h>

#include <algorithm>
#include <array>
#include <cerrno>

#include "base/utf8.h"

namespace umikoe::formats::table {
namespace {

constexpr size_t window_bytes = 64 * 1024;

long line_ends(std::string_view text) {
  long count = 0;
  for (size_t at = text.find('\n'); at != std::string_view::npos; at = text.find('\n', at + 1)) {
    ++count;
  }
  return count;
}

// The length of the valid UTF-8 at the front, and whether what follows may still become valid when
// more bytes arrive.
struct Utf8Prefix {
  size_t valid = 0;
  bool cut_short = false;
};
Utf8Prefix utf8_prefix(std::string_view bytes) {
  const size_t bad = first_invalid_utf8(bytes);
  if (bad == std::string_view::npos) return {bytes.size(), false};
  const std::string_view tail = bytes.substr(bad);
  const auto lead = static_cast<unsigned char>(tail.front());
  const size_t needed = lead >= 0xf0 ? 4 : lead >= 0xe0 ? 3 : 2;
  const bool continues = lead >= 0xc2 && lead <= 0xf4 && tail.size() < needed &&
                         std::ranges::all_of(tail.substr(1), [](char c) {
                           return (static_cast<unsigned char>(c) & 0xc0) == 0x80;
                         });
  return {bad, continues};
}

}  // namespace

struct TextDecoder::Converter {
  iconv_t handle = iconv_open("UTF-8", "CP932");
  bool ready() const { return handle != reinterpret_cast<iconv_t>(-1); }
  Converter() = default;
  Converter(const Converter&) = delete;
  Converter& operator=(const Converter&) = delete;
  ~Converter() {
    if (ready()) iconv_close(handle);
  }
};

TextDecoder::TextDecoder(ByteSource source) : source_(std::move(source)) {}
TextDecoder::~TextDecoder() = default;

std::unexpected<Error> TextDecoder::invalid(size_t at) const {
  const auto lines = std::count(pending_.begin(), pending_.begin() + static_cast<long>(at), '\n');
  return fail("encoding_invalid", {{"encoding", encoding_ == Encoding::cp932 ? "CP932" : "UTF-8"}},
              Where{.file = {}, .line = line_ + lines, .element = {}});
}

// Fills the window, so that decisions rest on as much as can be had.
Result<void> TextDecoder::fill() {
  while (!at_end_ && pending_.size() < window_bytes) {
    const size_t had = pending_.size();
    pending_.resize(window_bytes);
    UMIKOE_TRY(size_t size, source_(std::span(pending_).subspan(had)));
    pending_.resize(had + size);
    at_end_ = size == 0;
  }
  return {};
}

void TextDecoder::decide_by_mark() {
  state_ = State::decided;
  if (pending_.starts_with("\xef\xbb\xbf")) {
    encoding_ = Encoding::utf8_bom;
    pending_.erase(0, 3);
  } else if (pending_.starts_with("\xff\xfe")) {
    encoding_ = Encoding::utf16_le;
    pending_.erase(0, 2);
  } else if (pending_.starts_with("\xfe\xff")) {
    encoding_ = Encoding::utf16_be;
    pending_.erase(0, 2);
  } else if (pending_.size() >= 4 && pending_[0] != 0 && pending_[1] == 0 && pending_[3] == 0) {
    encoding_ = Encoding::utf16_le;
  } else if (pending_.size() >= 4 && pending_[0] == 0 && pending_[1] != 0 && pending_[2] == 0) {
    encoding_ = Encoding::utf16_be;
  } else {
    state_ = State::ascii_so_far;
  }
}

void TextDecoder::decide_by_content(size_t from) {
  state_ = State::decided;
  const std::string_view rest = std::string_view(pending_).substr(from);
  const Utf8Prefix prefix = utf8_prefix(rest);
  const bool is_utf8 =
      prefix.valid == rest.size() || (prefix.cut_short && (prefix.valid > 0 || !at_end_));
  encoding_ = is_utf8 ? Encoding::utf8 : Encoding::cp932;
  if (is_utf8) return;
  // Bytes that are neither are called damaged UTF-8, at the place where that shows first.
  Converter trial;
  if (!trial.ready()) return;
  std::string copy(rest);
  char* in = copy.data();
  size_t left = copy.size();
  while (left > 0) {
    std::array<char, 4096> out;
    char* to = out.data();
    size_t room = out.size();
    if (iconv(trial.handle, &in, &left, &to, &room) == static_cast<size_t>(-1) && errno != E2BIG) {
      if (errno == EILSEQ || at_end_) encoding_ = Encoding::utf8;
      return;
    }
  }
}

Result<void> TextDecoder::convert_utf8(std::string& text) {
  const Utf8Prefix prefix = utf8_prefix(pending_);
  const bool all = prefix.valid == pending_.size();
  text.append(pending_, 0, prefix.valid);
  if (!all && (!prefix.cut_short || at_end_)) return invalid(prefix.valid);
  pending_.erase(0, prefix.valid);
  return {};
}

void TextDecoder::convert_utf16(std::string& text) {
  const bool little = encoding_ == Encoding::utf16_le;
  size_t at = 0;
  for (; at + 1 < pending_.size(); at += 2) {
    const auto low = static_cast<unsigned char>(pending_[at + (little ? 0 : 1)]);
    const auto high = static_cast<unsigned char>(pending_[at + (little ? 1 : 0)]);
    const char32_t unit = static_cast<char32_t>(high << 8 | low);
    const bool is_low_surrogate = unit >= 0xdc00 && unit <= 0xdfff;
    if (high_surrogate_ != 0) {
      const char32_t pair = 0x10000 + ((high_surrogate_ - 0xd800) << 10) + (unit - 0xdc00);
      append_utf8(text, is_low_surrogate ? pair : 0xfffd);
      high_surrogate_ = 0;
      if (is_low_surrogate) continue;
    }
    if (unit >= 0xd800 && unit <= 0xdbff) {
      high_surrogate_ = unit;
    } else {
      append_utf8(text, is_low_surrogate ? 0xfffd : unit);
    }
  }
  pending_.erase(0, at);
  if (at_end_) {
    if (high_surrogate_ != 0 || !pending_.empty()) append_utf8(text, 0xfffd);
    high_surrogate_ = 0;
    pending_.clear();
  }
}

Result<void> TextDecoder::convert_cp932(std::string& text) {
  if (!converter_) converter_ = std::make_unique<Converter>();
  if (!converter_->ready()) return fail("encoding_unavailable", {{"encoding", "CP932"}});
  char* in = pending_.data();
  size_t left = pending_.size();
  while (left > 0) {
    std::array<char, 16 * 1024> out;
    char* to = out.data();
    size_t room = out.size();
    const size_t result = iconv(converter_->handle, &in, &left, &to, &room);
    text.append(out.data(), out.size() - room);
    if (result != static_cast<size_t>(-1) || errno == E2BIG) continue;
    if (errno == EINVAL && !at_end_) break;  // half a character at the end of the window
    return invalid(pending_.size() - left);
  }
  pending_.erase(0, pending_.size() - left);
  return {};
}

Result<void> TextDecoder::convert(std::string& text) {
  switch (encoding_) {
    case Encoding::utf8:
    case Encoding::utf8_bom:
      return convert_utf8(text);
    case Encoding::cp932:
      return convert_cp932(text);
    case Encoding::utf16_le:
    case Encoding::utf16_be:
      convert_utf16(text);
      return {};
  }
  return {};
}

Result<bool> TextDecoder::read(std::string& text) {
  UMIKOE_TRY(fill());
  if (pending_.empty()) return false;
  if (state_ == State::start) decide_by_mark();
  const size_t had = text.size();
  if (state_ == State::ascii_so_far) {
    const size_t plain = ascii_prefix(pending_);
    if (plain < pending_.size()) {
      decide_by_content(plain);
    } else {
      text += pending_;
      pending_.clear();
    }
  }
  if (state_ == State::decided) {
    UMIKOE_TRY(convert(text));
  }
  line_ += line_ends(std::string_view(text).substr(had));
  return true;
}

std::string decode_head(std::string_view head) {
  // A head that was cut off somewhere may end inside a character; its last whole line does not.
  if (head.size() >= window_bytes) head = head.substr(0, head.rfind('\n') + 1);
  TextDecoder decoder(from_memory(head));
  std::string text;
  for (auto more = decoder.read(text); more && *more; more = decoder.read(text)) {
  }
  return text;
}

}  // namespace umikoe::formats::table
