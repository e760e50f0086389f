#pragma once

#include <string_view>

#include "formats/byte_source.h"

namespace umikoe::formats {

// True when the bytes begin like a gzip file (RFC 1952).
bool is_gzip(std::string_view head);

// The expanded bytes of a gzip stream, several members included. Ends with limit_exceeded when the
// data expand more than limits::gzip_expansion times or beyond limits::gzip_expanded_bytes, and
// with gzip_broken when they are damaged or end early.
ByteSource gunzip(ByteSource compressed);

}  // namespace umikoe::formats
