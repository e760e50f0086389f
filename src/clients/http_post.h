#pragma once

#include <cstdint>
#include <string>
#include <utility>
#include <vector>

#include "base/result.h"

namespace umikoe::clients {

// Where a service listens.
struct Endpoint {
  bool tls = true;
  std::string host;
  uint16_t port = 443;

  bool operator==(const Endpoint&) const = default;
};
// http://host[:port] or https://host[:port], without path or user. Plain http is for this machine
// only: a text must not cross a network in the clear. Errors: provider_url_invalid,
// provider_not_encrypted.
Result<Endpoint> parse_endpoint(const std::string& url);

struct Reply {
  unsigned status = 0;
  std::string body;
  std::string retry_after;
};

using Headers = std::vector<std::pair<std::string, std::string>>;

// One POST of JSON within limits::machine_seconds; an answer may have limits::machine_answer_bytes.
// Certificates are checked against the system's authorities. Error machine_unreachable.
Result<Reply> post_json(const Endpoint& endpoint, const std::string& path, const Headers& headers,
                        const std::string& body);

}  // namespace umikoe::clients
