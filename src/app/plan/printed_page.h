#pragma once

#include <string>
#include <string_view>

namespace umikoe::app {

// One page of A4 that prints as it is shown, without anything from elsewhere. `body` is HTML.
std::string printed_page(std::string_view language, std::string_view title, std::string_view body);

}  // namespace umikoe::app
