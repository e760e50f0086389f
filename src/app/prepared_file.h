#pragma once

#include <optional>
#include <string>

#include "app/file_reading.h"
#include "formats/ddex/ern_reader.h"

namespace umikoe::app {

// A file looked at before its turn comes: all that needs nothing of the files before it.
struct PreparedFile {
  std::string path;
  Result<FileIdentity> identity;
  // What a small ERN file says; large ones and other formats are read in their turn.
  std::optional<Result<formats::ddex::ErnMessage>> message;
};

// Many at once, on any thread; it asks the world nothing, which may be busy taking another file in.
// With `whole`, a small ERN file is read and not only recognised.
PreparedFile prepare_file(const FileSource& files, const std::string& path, bool whole);

}  // namespace umikoe::app
