#pragma once

#include <optional>
#include <string>
#include <string_view>

namespace umikoe::formats {

// The root element's name as far as the first bytes show it. A glance, not a parse: what it lets
// through, the reader refuses with a place and a reason.
struct XmlRoot {
  std::string prefix;
  std::string local_name;
  std::string namespace_uri;
};
std::optional<XmlRoot> glance_at_root(std::string_view text);

}  // namespace umikoe::formats
