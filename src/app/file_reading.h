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

// The one file at a path, the same way. Errors: no_such_file, file_not_one.
Result<formats::ByteSource> one_file(const FileSource& files, const std::string& path);

// The result, its error with the file it is about.
template <class T>
Result<T> in_file(Result<T> result, const std::string& path) {
  if (!result && result.error().where.file.empty()) {
    Error error = std::move(result).error();
    error.where.file = path;
    return std::unexpected(std::move(error));
  }
  return result;
}

}  // namespace umikoe::app
