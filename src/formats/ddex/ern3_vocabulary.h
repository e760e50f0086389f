#pragma once

#include <string_view>

namespace umikoe::formats::ddex {

// Whether ERN 3.3 to 3.8.3 has an element of that name. The 3.x standard is closed, so a name it
// does not have is a slip of the sender; 4.x still grows, and is not judged by its names.
bool is_ern3_element(std::string_view name);

}  // namespace umikoe::formats::ddex
