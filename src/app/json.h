#pragma once

#include <string>

#include <nlohmann/json.hpp>

namespace umikoe::app {

// Keys stay in the order they are written in, so that the same answer is the same bytes.
using Json = nlohmann::ordered_json;

// Text from outside may not be valid UTF-8; JSON has no way to say so, hence U+FFFD.
inline std::string dump(const Json& json) {
  return json.dump(-1, ' ', false, Json::error_handler_t::replace);
}

inline Json or_null(const std::string& text) { return text.empty() ? Json(nullptr) : Json(text); }

}  // namespace umikoe::app
