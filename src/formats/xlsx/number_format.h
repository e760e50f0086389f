#pragma once

#include <optional>
#include <string>
#include <string_view>

namespace umikoe::formats::xlsx {

// What a number format makes of a number, as far as a table's meaning hangs on it.
struct NumberFormat {
  bool date = false;  // shows a year, month or day
  bool time = false;  // shows hours, minutes or seconds
  bool hours = false;
  bool seconds = false;
  bool month_only = false;  // shows year and month but no day: 2019年4月
  int zeros = 0;  // a format of zeros alone, such as 0000000000000 for a JAN with leading zeros

  bool operator==(const NumberFormat&) const = default;
};

// A format that Office knows by its number (ECMA-376 part 1, 18.8.30, with the Japanese ones).
NumberFormat built_in_format(int id);
NumberFormat parse_format(std::string_view code);

// The text of a stored number as a person sees it: 4901234567894 and not 4.901234567894E12, a
// serial day of a date format as YYYY-MM-DD. Nothing when the text is no number or the serial is
// no day of its calendar.
std::optional<std::string> number_text(std::string_view stored, const NumberFormat& format,
                                       bool from_1904);

}  // namespace umikoe::formats::xlsx
