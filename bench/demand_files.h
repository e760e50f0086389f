#pragma once

#include <fstream>
#include <memory>
#include <string>

#include "bench_clock.h"
#include "formats/gzip.h"

// What the programs about demand share: their files, and whom the protocol T3 hides where.
namespace umikoe::demand {

inline double seconds() { return bench::seconds_of(CLOCK_PROCESS_CPUTIME_ID); }

inline formats::ByteSource bytes_of(const std::string& path) {
  auto file = std::make_shared<std::ifstream>(path, std::ios::binary);
  formats::ByteSource raw([file](std::span<char> buffer) -> Result<size_t> {
    file->read(buffer.data(), static_cast<std::streamsize>(buffer.size()));
    return static_cast<size_t>(file->gcount());
  });
  return path.ends_with(".gz") ? formats::gunzip(std::move(raw)) : std::move(raw);
}

// FNV-1a, 64 bits: which of an artist's territories is hidden follows from the name.
inline uint64_t fnv(const std::string& text) {
  uint64_t hash = 14695981039346656037ULL;
  for (const char c : text) hash = (hash ^ static_cast<unsigned char>(c)) * 1099511628211ULL;
  return hash;
}

}  // namespace umikoe::demand
