#include "app/prepared_file.h"

#include "base/limits.h"

namespace umikoe::app {
namespace {

// Several files are held ready at once, so only small ones are; a message takes several times its
// file.
constexpr int64_t small_file_bytes = 8 * limits::mib;
constexpr const char* too_large = "read_in_its_turn";

formats::ByteSource at_most(formats::ByteSource source, int64_t bytes) {
  return
      [source = std::move(source), left = bytes](std::span<char> buffer) mutable -> Result<size_t> {
        UMIKOE_TRY(const size_t got, source(buffer));
        left -= static_cast<int64_t>(got);
        if (left < 0) return fail(too_large);
        return got;
      };
}

}  // namespace

PreparedFile prepare_file(const FileSource& files, const std::string& path, bool whole) {
  PreparedFile file{path, identify(files, path), {}};
  if (!file.identity || !whole) return file;
  const formats::Format format = file.identity->format;
  if (format != formats::Format::ern && format != formats::Format::ern_purge) return file;
  auto source = bytes_of(files, path);
  if (!source) return file;
  auto message = formats::ddex::read_ern(at_most(std::move(*source), small_file_bytes));
  if (message || message.error().code != too_large) file.message = std::move(message);
  return file;
}

}  // namespace umikoe::app
