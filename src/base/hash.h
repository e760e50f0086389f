#pragma once

#include <cstdint>
#include <string_view>

namespace umikoe {

// FNV-1a, 64 bits (draft-eastlake-fnv): the same on every machine and in every run, for tables and
// indexes that are stored or compared. Not for secrets.
constexpr uint64_t fnv1a(std::string_view bytes, uint64_t hash = 0xcbf29ce484222325) {
  for (const char byte : bytes) {
    hash = (hash ^ static_cast<unsigned char>(byte)) * 0x100000001b3;
  }
  return hash;
}

}  // namespace umikoe
