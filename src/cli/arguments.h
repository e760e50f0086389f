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
  std::string_view more = {};  // message key of what stands below the flags; empty: nothing
};

// A command line read against its verb.
struct Arguments {
  std::vector<std::string> positional;
  std::map<std::string, std::string, std::less<>> values;  // flag name -> value ("" for a switch)
  std::vector<std::pair<std::string, std::string>> given;  // flags with values, in order

  bool has(std::string_view flag) const { return values.contains(flag); }
  std::string value(std::string_view flag) const;  // the last one; empty when absent
  std::vector<std::string> all(std::string_view flag) const;  // of a flag given more than once
};

// Errors: flag_unknown, flag_needs_value, flag_takes_no_value, positional_missing,
// positional_extra.
Result<Arguments> read_arguments(const Verb& verb, std::span<const std::string> words);

}  // namespace umikoe::cli
