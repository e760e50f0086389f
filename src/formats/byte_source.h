#pragma once

#include <cstddef>
#include <functional>
#include <span>
#include <string_view>

#include "base/result.h"

namespace umikoe::formats {

// Fills the buffer and returns how many bytes it wrote; 0 at the end. Readers never see files, so
// the same code reads a path, an upload, a gzip stream and a fuzzer's bytes.
using ByteSource = std::function<Result<size_t>(std::span<char>)>;

// A source of bytes already in memory, which must outlive it, in pieces of at most `piece` bytes.
ByteSource from_memory(std::string_view bytes, size_t piece = 64 * 1024);

}  // namespace umikoe::formats
