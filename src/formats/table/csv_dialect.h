#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace umikoe::formats::table {

// Comma, semicolon or tab: whichever stands most often in the first line, outside quotes.
char delimiter_of(std::string_view text);
// The cells of the first line, as headers: lower case, without surrounding spaces.
std::vector<std::string> headers_of(std::string_view text);
std::string header_name(std::string_view cell);

}  // namespace umikoe::formats::table
