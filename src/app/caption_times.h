#pragma once

#include <optional>
#include <string>

#include "app/json.h"

namespace umikoe::app {

// A number of JSON without a fraction where it has none; never an exponent for whole numbers.
Json plain_json(double number);
// Seconds of a time in milliseconds; null where it is not known.
Json seconds_json(std::optional<double> ms);
// A time for people: 1:02.345; empty where it is not known.
std::string time_words(std::optional<double> ms);
// A figure for people, with at most two digits behind the point.
std::string figure_words(double number);
// The lines of a text beside each other, so that it stands in one line of a table.
std::string on_one_line(std::string text);

}  // namespace umikoe::app
