#pragma once

#include <span>
#include <string>
#include <vector>

#include "catalogue/contents.h"
#include "catalogue/rule.h"

namespace umikoe::catalogue {

// What one document in force says, and its name for people.
struct CheckedDocument {
  std::string document;
  const Contents* contents = nullptr;
  // A message promises the whole description; a table states a few facts and is held to those.
  bool is_message = false;
};

// Applies every rule that needs the catalogue alone. Findings are in no particular order and may
// repeat where several documents say the same thing.
std::vector<RuleFinding> check_contents(std::span<const CheckedDocument> documents);

}  // namespace umikoe::catalogue
