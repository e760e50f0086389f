#pragma once

#include <string>

#include "app/ports.h"
#include "formats/byte_source.h"
#include "formats/recognise.h"

namespace umikoe::app {

// What the first pass over a file tells: its name in the world and what it is.
struct FileIdentity {
  std::string sha256;
  formats::Format format = formats::Format::unknown;
};

Result<FileIdentity> identify(const FileSource& files, const std::string& path);

// The file's bytes from the beginning, decompressed where it is a gzip file.
Result<formats::ByteSource> bytes_of(const FileSource& files, const std::string& path);

}  // namespace umikoe::app
