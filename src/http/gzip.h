#pragma once

#include <optional>
#include <string>
#include <string_view>

namespace umikoe::http {

// One gzip member, without a time of day, so the same text is the same bytes.
std::string gzip(std::string_view text);
// The text of our own embedded assets; nothing when the bytes are not gzip.
std::optional<std::string> gunzip(std::string_view bytes);

}  // namespace umikoe::http
