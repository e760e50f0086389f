#pragma once

#include <string>
#include <string_view>

namespace umikoe::formats::exchange {

// The text as an XML 1.0 document can hold it, escaped for elements and attributes. Characters XML
// forbids become U+FFFD; line ends survive.
std::string xml_text(std::string_view text);

}  // namespace umikoe::formats::exchange
