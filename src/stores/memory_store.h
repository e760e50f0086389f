#pragma once

#include <memory>
#include <string>

#include "app/ports.h"

namespace umikoe::stores {

// A world that lives as long as the object: for tests, and the second voice of the conformance
// suite. Keeps what it was given and answers by looking at all of it.
std::unique_ptr<app::WorldStore> make_memory_store(const std::string& organisation_name);

}  // namespace umikoe::stores
