#pragma once

#include <cstdint>
#include <functional>
#include <memory>
#include <string>

#include "app/ports.h"

namespace umikoe::clients {

// Waits; passed in, so that a test need not.
using Pause = std::function<void(int64_t seconds)>;

// A provider of either shape, asked with its key (empty: none is needed). Errors:
// provider_url_invalid, provider_not_encrypted, provider_shape_unknown.
Result<std::unique_ptr<app::MachineTranslator>> open_translator(
    const app::TranslationProvider& provider, const std::string& key, Pause pause);

}  // namespace umikoe::clients
