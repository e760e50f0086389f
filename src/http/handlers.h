#pragma once

#include "base/result.h"
#include "http/site.h"

namespace umikoe::http {

// What a handler is given: the parameters are known to be among those its route allows.
struct Asked {
  const Query& query;
  messages::Language language;
  const Request& request;
  Site& site;
};

Result<Response> answer_world(const Asked& asked);
Result<Response> answer_territories(const Asked& asked);
Result<Response> answer_gap(const Asked& asked);
Result<Response> answer_matrix(const Asked& asked);
Result<Response> answer_why(const Asked& asked);
Result<Response> answer_check(const Asked& asked);
Result<Response> answer_openapi(const Asked& asked);
Result<Response> answer_health(const Asked& asked);
Result<Response> answer_page(const Asked& asked);

}  // namespace umikoe::http
