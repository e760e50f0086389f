#pragma once

#include <string>

#include "base/result.h"
#include "messages/messages.h"

namespace umikoe::app {

// Published market figures whose key, name or source holds the words; all when they are empty.
// Error: reference_unknown.
Result<std::string> reference_json(const std::string& query);
Result<std::string> reference_csv(const std::string& query);
Result<std::string> reference_text(const std::string& query, messages::Language language);

}  // namespace umikoe::app
