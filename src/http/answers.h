#pragma once

#include <string>

#include "base/result.h"
#include "http/message.h"

namespace umikoe::http {

Response json_answer(std::string body);
// `with_mark` puts a byte order mark first, without which Excel on Windows reads CSV as CP932.
Response csv_answer(std::string body, const std::string& file_name, bool with_mark);
// {"error":{"code","text"}} with the status of the code.
Response error_answer(const Error& error, messages::Language language);
unsigned status_of(const std::string& code);

}  // namespace umikoe::http
