#pragma once

#include <string>
#include <vector>

#include <nlohmann/json.hpp>

namespace umikoe::tests {

// What of `value` the schema does not allow, one line each, led by the path. Reads the part of
// JSON Schema that docs/openapi.json uses: type, enum, required, properties, items, anyOf, $ref,
// pattern, minimum, minItems, maxItems. Keys the schema does not name are reported too: the
// document is to say everything an answer holds.
std::vector<std::string> breaches(const nlohmann::json& document, const nlohmann::json& schema,
                                  const nlohmann::json& value, const std::string& path = "");

}  // namespace umikoe::tests
