#pragma once

#include "base/limits.h"
#include "base/result.h"

namespace umikoe::formats {

// The error for data that go beyond a limit, with its name and value.
Error over_limit(const Limit& limit, Where where = {});

}  // namespace umikoe::formats
