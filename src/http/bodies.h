#pragma once

#include <string>

#include "app/json.h"
#include "http/handlers.h"

namespace umikoe::http {

using app::Json;

// The JSON object of a body, and its texts. Error body_invalid.
Result<Json> body_of(const Asked& asked);
Result<std::string> text_of(const Json& body, const char* key);
// Empty where it is not there or null: nothing and no text are the same.
Result<std::string> text_or_nothing(const Json& body, const char* key);

}  // namespace umikoe::http
