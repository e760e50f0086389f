#pragma once

#include <string>
#include <string_view>

namespace umikoe::formats::captions {

// Text for an element or an attribute of XML 1.0; characters that XML cannot hold become U+FFFD.
std::string xml_escaped(std::string_view text);

// Whether the text may stand as an xml:id as it is: letters, digits, "-", "_" and "." after a
// letter or "_", and whatever is not ASCII.
bool is_xml_id(std::string_view text);

}  // namespace umikoe::formats::captions
