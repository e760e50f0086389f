#include "formats/exchange/exchange_file.h"

#include <algorithm>
#include <array>
#include <utility>

#include "base/limits.h"
#include "formats/over_limit.h"
#include "formats/xml_root.h"

namespace umikoe::formats::exchange {
namespace {

constexpr std::array<std::string_view, 5> format_words{"xliff12", "xliff21", "tmx", "po", "csv"};
constexpr std::array<std::string_view, 5> endings{"xlf", "xlf", "tmx", "po", "csv"};

std::string_view without_mark(std::string_view bytes) {
  if (bytes.starts_with("\xEF\xBB\xBF")) bytes.remove_prefix(3);
  return bytes;
}

bool is_xml(std::string_view bytes) {
  const size_t at = bytes.find_first_not_of(" \t\r\n");
  const bool wide = bytes.size() > 1 && (bytes.starts_with("\xFF\xFE") ||
                                         bytes.starts_with("\xFE\xFF"));
  return wide || (at != std::string_view::npos && bytes[at] == '<');
}

// A PO file is told by its first keyword at the beginning of a line.
bool is_po(std::string_view bytes) {
  return bytes.starts_with("msgid") || bytes.starts_with("msgctxt") ||
         bytes.find("\nmsgid ") != std::string_view::npos;
}

}  // namespace

std::string_view word(ExchangeFormat format) { return format_words[std::to_underlying(format)]; }
std::string_view file_ending(ExchangeFormat format) { return endings[std::to_underlying(format)]; }

std::optional<ExchangeFormat> parse_exchange_format(std::string_view word) {
  const auto at = std::ranges::find(format_words, word);
  if (at == format_words.end()) return std::nullopt;
  return static_cast<ExchangeFormat>(at - format_words.begin());
}

Result<ExchangeFile> read_exchange(std::string_view bytes) {
  if (static_cast<int64_t>(bytes.size()) > limits::translation_file_bytes.value) {
    return std::unexpected(over_limit(limits::translation_file_bytes));
  }
  const std::string_view text = without_mark(bytes);
  if (text.empty()) return fail("file_empty");
  if (is_xml(text)) {
    const auto root = glance_at_root(text.substr(0, 64 * 1024));
    if (root && root->local_name == "tmx") return read_tmx(text);
    if (root && root->local_name == "xliff") return read_xliff(text);
    if (!root) return read_xliff(text);  // the parser says what is wrong, or that it is no XLIFF
    return fail("exchange_unknown");
  }
  return is_po(text) ? read_po(text) : read_exchange_csv(bytes);
}

std::string write_exchange(ExchangeFormat format, const std::vector<ExchangeUnit>& units,
                           bool byte_order_mark) {
  switch (format) {
    case ExchangeFormat::xliff12: return write_xliff12(units);
    case ExchangeFormat::xliff21: return write_xliff21(units);
    case ExchangeFormat::tmx: return write_tmx(units);
    case ExchangeFormat::po: return write_po(units);
    case ExchangeFormat::csv: return write_exchange_csv(units, byte_order_mark);
  }
  return {};
}

Result<std::string> whole_file(const ByteSource& source) {
  std::string bytes;
  std::string piece(size_t{64} * 1024, '\0');
  for (;;) {
    UMIKOE_TRY(const size_t size, source(piece));
    if (size == 0) return bytes;
    bytes.append(piece, 0, size);
    if (static_cast<int64_t>(bytes.size()) > limits::translation_file_bytes.value) {
      return std::unexpected(over_limit(limits::translation_file_bytes));
    }
  }
}

}  // namespace umikoe::formats::exchange
