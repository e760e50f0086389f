#pragma once

#include <optional>
#include <string>
#include <string_view>

namespace umikoe::stores {

// Base64 (RFC 4648, section 4, padded): bytes of any kind inside a text.
std::string base64_of(std::string_view bytes);
// Nothing where the text is not what base64_of writes.
std::optional<std::string> bytes_of_base64(std::string_view text);

}  // namespace umikoe::stores
