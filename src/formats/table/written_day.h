#pragma once

#include <optional>
#include <string_view>

#include "base/date.h"

namespace umikoe::formats::table {

// How days that do not begin with their year are written in one column.
enum class DayOrder { unknown, day_first, month_first };
// What a bare number such as 43556 is; the two systems of Excel lie four years apart.
enum class SerialDays { unknown, from_1900, from_1904 };

struct DayStyle {
  DayOrder order = DayOrder::unknown;
  SerialDays serials = SerialDays::unknown;

  bool operator==(const DayStyle&) const = default;
};

// What one written day, or month, says.
struct WrittenDay {
  enum class State {
    good,
    order_unknown,   // 1/4/2019: April or January?
    serial_unknown,  // 43556
    impossible,      // 2019/2/30
    unreadable
  };
  State state = State::unreadable;
  Date first = {};  // when good; of a month its first and its last day
  Date last = {};
  bool outside_era = false;    // 平成31年6月1日: understood, but that era had ended
  bool order_decided = false;  // 13/4/2019 can be read in one order only, which is …
  DayOrder order = DayOrder::unknown;

  bool operator==(const WrittenDay&) const = default;
};

// Reads 2019/4/1, 2019-04-01, 2019.4.1, 2019年4月1日, 平成31年4月1日, H31.4.1, 令和元年5月1日,
// 2019年4月, 2019年4月末日, 20190401, 201904, 1 Apr 2019, April 1, 2019 and, by the style, 1/4/2019
// and 43556. A time of day is dropped; one with a zone is first turned into Japan's time, because a
// day in a Japanese document is a day in Japan. Years of two digits are not read.
WrittenDay read_written_day(std::string_view text, const DayStyle& style);

// A period in one cell: 2019/4/1～2024/3/31, 2019年4月1日から5年間, 2019.4.1～. The end is the last
// day.
struct WrittenPeriod {
  WrittenDay::State state = WrittenDay::State::unreadable;
  std::optional<Date> first = {};
  std::optional<Date> last = {};
  bool outside_era = false;

  bool operator==(const WrittenPeriod&) const = default;
};
WrittenPeriod read_written_period(std::string_view text, const DayStyle& style);

}  // namespace umikoe::formats::table
