#pragma once

#include <span>
#include <string>

namespace umikoe::app {

// One row of RFC 4180, ended by CRLF. A cell that a spreadsheet would take for a formula is led by
// an apostrophe.
std::string csv_row(std::span<const std::string> cells);

}  // namespace umikoe::app
