#pragma once

#include <string>
#include <string_view>

#include "base/result.h"
#include "http/message.h"

namespace umikoe::http {

// What a request asks for, decoded.
struct Target {
  std::string path;
  Query query;

  bool operator==(const Target&) const = default;
};

// Reads "/path?name=value&…". Errors: target_too_long, target_invalid (no leading slash, a broken
// percent code, a control character, bytes that are not UTF-8, a fragment), parameter_repeated.
Result<Target> parse_target(std::string_view written);

// Whether the Host header names this machine itself. A page of another site whose name was made to
// point here (DNS rebinding) still sends its own name.
bool is_local_host(std::string_view host);

}  // namespace umikoe::http
