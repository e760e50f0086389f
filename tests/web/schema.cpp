#include "schema.h"

#include <algorithm>
#include <regex>

namespace umikoe::tests {
namespace {

using Json = nlohmann::json;
using Lines = std::vector<std::string>;

bool has_type(const std::string& type, const Json& value) {
  if (type == "string") return value.is_string();
  if (type == "integer") return value.is_number_integer();
  if (type == "number") return value.is_number();
  if (type == "boolean") return value.is_boolean();
  if (type == "null") return value.is_null();
  if (type == "array") return value.is_array();
  return type == "object" && value.is_object();
}

bool has_one_of_types(const Json& type, const Json& value) {
  if (type.is_string()) return has_type(type, value);
  return std::ranges::any_of(type, [&](const Json& one) { return has_type(one, value); });
}

void add(Lines& lines, Lines more) { std::ranges::move(more, std::back_inserter(lines)); }

Lines in_object(const Json& document, const Json& schema, const Json& value,
                const std::string& path) {
  Lines lines;
  for (const auto& name : schema.value("required", Json::array())) {
    if (!value.contains(name)) lines.push_back(path + "/" + std::string(name) + ": is missing");
  }
  const Json properties = schema.value("properties", Json::object());
  for (const auto& [name, part] : value.items()) {
    const std::string at = path + "/" + name;
    if (properties.contains(name)) {
      add(lines, breaches(document, properties[name], part, at));
    } else if (schema.contains("additionalProperties")) {
      add(lines, breaches(document, schema["additionalProperties"], part, at));
    } else if (!properties.empty()) {
      lines.push_back(at + ": is not in the document");
    }
  }
  return lines;
}

Lines in_array(const Json& document, const Json& schema, const Json& value,
               const std::string& path) {
  Lines lines;
  if (value.size() < schema.value("minItems", size_t{0}) ||
      value.size() > schema.value("maxItems", SIZE_MAX)) {
    lines.push_back(path + ": has " + std::to_string(value.size()) + " items");
  }
  if (!schema.contains("items")) return lines;
  for (size_t i = 0; i < value.size(); ++i) {
    add(lines, breaches(document, schema["items"], value[i], path + "/" + std::to_string(i)));
  }
  return lines;
}

Lines in_any(const Json& document, const Json& choices, const Json& value,
             const std::string& path) {
  Lines all;
  for (const Json& choice : choices) {
    Lines lines = breaches(document, choice, value, path);
    if (lines.empty()) return {};
    add(all, std::move(lines));
  }
  return all;
}

}  // namespace

Lines breaches(const Json& document, const Json& schema, const Json& value,
               const std::string& path) {
  if (schema.contains("$ref")) {
    const std::string pointer = std::string(schema["$ref"]).substr(1);
    return breaches(document, document.at(Json::json_pointer(pointer)), value, path);
  }
  if (schema.contains("anyOf")) return in_any(document, schema["anyOf"], value, path);
  if (schema.contains("type") && !has_one_of_types(schema["type"], value)) {
    return {path + ": " + value.dump() + " is not " + schema["type"].dump()};
  }
  Lines lines;
  if (schema.contains("enum") && std::ranges::find(schema["enum"], value) == schema["enum"].end()) {
    lines.push_back(path + ": " + value.dump() + " is none of the words");
  }
  if (value.is_number() && schema.contains("minimum") && value < schema["minimum"]) {
    lines.push_back(path + ": " + value.dump() + " is too small");
  }
  if (value.is_string() && schema.contains("pattern") &&
      !std::regex_search(std::string(value), std::regex(std::string(schema["pattern"])))) {
    lines.push_back(path + ": " + value.dump() + " has another form");
  }
  if (value.is_object()) add(lines, in_object(document, schema, value, path));
  if (value.is_array()) add(lines, in_array(document, schema, value, path));
  return lines;
}

}  // namespace umikoe::tests
