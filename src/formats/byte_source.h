#pragma once

#include <cstddef>
#include <functional>
#include <span>

#include "base/result.h"

namespace umikoe::formats {

// Fills the buffer and returns how many bytes it wrote; 0 at the end. Readers never see files, so
// the same code reads a path, an upload, a gzip stream and a fuzzer's bytes.
using ByteSource = std::function<Result<size_t>(std::span<char>)>;

}  // namespace umikoe::formats
