#pragma once

#include <span>
#include <string>
#include <string_view>

#include <compare>
#include <cstdint>

namespace umikoe::catalogue {

// question: only a person can say whether it is wrong.
enum class Severity : uint8_t { question, error, warning };
std::string_view word(Severity severity);

// One rule of the export check, as data. Its title, explanation and fix in both languages are the
// messages rule.<id>.title, .explanation and .fix.
struct Rule {
  std::string_view id;
  Severity severity;
  std::string_view source;       // who asks for it
  std::string_view verified_on;  // when somebody last read that source
};

// Every rule, in the order findings are listed: questions first, then errors, then warnings.
std::span<const Rule> rules();
const Rule* find_rule(std::string_view id);

// A rule that something breaks.
struct RuleFinding {
  std::string rule;
  std::string subject;    // ISRC, release id or party
  std::string title;      // of the subject, for people
  std::string territory;  // empty: not about one territory
  std::string detail;     // the offending text or value
  std::string document;

  bool operator==(const RuleFinding&) const = default;
  auto operator<=>(const RuleFinding&) const = default;
};

}  // namespace umikoe::catalogue
