#pragma once

#include "base/result.h"
#include "http/message.h"

namespace umikoe::http {

struct Desk;

// Whether a request may change anything (decisions/0004-writes-from-the-page.md). `desk` is null
// on a server that only reads. Errors: read_only, origin_refused, token_refused.
Result<void> may_change(const Request& request, const Desk* desk);

// Whether the content type is that one, whatever parameters follow it.
bool is_type(const std::string& content_type, std::string_view wanted);

}  // namespace umikoe::http
