#include "http/bodies.h"

namespace umikoe::http {

Result<Json> body_of(const Asked& asked) {
  Json body = Json::parse(asked.request.body, nullptr, false);
  if (!body.is_object()) return fail("body_invalid", {{"reason", "a JSON object is expected"}});
  return body;
}

Result<std::string> text_of(const Json& body, const char* key) {
  const auto found = body.find(key);
  if (found == body.end() || !found->is_string()) {
    return fail("body_invalid", {{"reason", std::string("\"") + key + "\" must be a text"}});
  }
  return found->get<std::string>();
}

Result<std::string> text_or_nothing(const Json& body, const char* key) {
  const auto found = body.find(key);
  if (found == body.end() || found->is_null()) return std::string();
  return text_of(body, key);
}

}  // namespace umikoe::http
