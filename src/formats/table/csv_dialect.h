#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace umikoe::formats::table {

// Comma, semicolon or tab: whichever stands most often, outside quotes, in the first line that has
// one.
char delimiter_of(std::string_view text);
// The cells of the first line, as headers: lower case, without surrounding spaces.
std::vector<std::string> headers_of(std::string_view text);
// The same of the first lines of a file, above which titles may stand.
std::vector<std::vector<std::string>> first_lines_of(std::string_view text, size_t count);
std::string header_name(std::string_view cell);

}  // namespace umikoe::formats::table
