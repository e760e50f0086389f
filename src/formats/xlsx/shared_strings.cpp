#include "formats/xlsx/shared_strings.h"

#include <charconv>
#include <utility>

#include "base/utf8.h"
#include "formats/over_limit.h"
#include "formats/xlsx/xml_events.h"

namespace umikoe::formats::xlsx {

void RichText::start(std::string_view name) {
  if (name == "rPh") ++phonetic_;
  if (name == "t") in_text_ = true;
}

void RichText::end(std::string_view name) {
  if (name == "rPh") --phonetic_;
  if (name == "t") in_text_ = false;
}

std::string RichText::take() {
  in_text_ = false;
  phonetic_ = 0;
  return unescaped(std::exchange(text_, {}));
}

std::string unescaped(std::string text) {
  for (size_t at = text.find("_x"); at != std::string::npos; at = text.find("_x", at + 1)) {
    if (at + 7 > text.size() || text[at + 6] != '_') continue;
    unsigned value = 0;
    const char* first = text.data() + at + 2;
    const auto [end, error] = std::from_chars(first, first + 4, value, 16);
    if (error != std::errc() || end != first + 4 || (value >= 0xD800 && value <= 0xDFFF)) continue;
    std::string character;
    if (value != 0) append_utf8(character, value);
    text.replace(at, 7, character);
  }
  return text;
}

std::string_view SharedStrings::at(size_t i) const {
  const size_t begin = i == 0 ? 0 : ends_[i - 1];
  return std::string_view(text_).substr(begin, ends_[i] - begin);
}

Result<SharedStrings> SharedStrings::read(const ByteSource& part) {
  SharedStrings strings;
  RichText item;
  const auto within = [&]() -> Result<void> {
    if (std::ssize(strings.text_) + static_cast<int64_t>(item.bytes()) >
        limits::xlsx_text_bytes.value) {
      return std::unexpected(over_limit(limits::xlsx_text_bytes));
    }
    if (static_cast<int64_t>(item.bytes()) > limits::table_cell_bytes.value) {
      return std::unexpected(over_limit(limits::table_cell_bytes));
    }
    return {};
  };
  XmlHandlers handlers;
  handlers.start = [&](std::string_view name, const XmlAttributes&) -> Result<void> {
    item.start(name);
    return {};
  };
  handlers.end = [&](std::string_view name) -> Result<void> {
    item.end(name);
    if (name != "si") return {};
    strings.text_ += item.take();
    strings.ends_.push_back(strings.text_.size());
    if (std::ssize(strings.ends_) > limits::xlsx_strings.value) {
      return std::unexpected(over_limit(limits::xlsx_strings));
    }
    return {};
  };
  handlers.text = [&](std::string_view piece) -> Result<void> {
    item.text(piece);
    return within();
  };
  UMIKOE_TRY(read_events(part, handlers));
  return strings;
}

}  // namespace umikoe::formats::xlsx
