#pragma once

#include <map>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "base/result.h"

namespace umikoe::cli {

// One flag of a verb. `value` names its argument for help; empty for a switch.
struct Flag {
  std::string_view name;   // "--world"
  std::string_view value;  // "DIR"
  std::string_view help;   // message key
};

// A verb as the table in verbs.cpp defines it.
struct Verb {
  std::string_view name;
  std::string_view positional;  // "ISRC TERRITORY", "PATH...", "[DIR]" or empty
  std::string_view help;        // message key
  std::vector<Flag> flags;
};

// A command line read against its verb.
struct Arguments {
  std::vector<std::string> positional;
  std::map<std::string, std::string, std::less<>> values;  // flag name -> value ("" for a switch)

  bool has(std::string_view flag) const { return values.contains(flag); }
  std::string value(std::string_view flag) const;  // empty when absent
};

// Errors: flag_unknown, flag_needs_value, flag_takes_no_value, positional_missing,
// positional_extra.
Result<Arguments> read_arguments(const Verb& verb, std::span<const std::string> words);

}  // namespace umikoe::cli
