#include "app/file_reading.h"

#include <vector>

#include "base/sha256.h"
#include "formats/gzip.h"

namespace umikoe::app {
namespace {

constexpr size_t buffer_bytes = size_t{256} * 1024;
constexpr size_t head_bytes = size_t{64} * 1024;

Result<formats::ByteSource> raw_bytes(const FileSource& files, const std::string& path) {
  UMIKOE_TRY(auto reader, files.open(path));
  std::shared_ptr<FileReader> shared = std::move(reader);
  return formats::ByteSource(
      [shared](std::span<char> buffer) { return shared->read(buffer); });
}

Result<std::string> read_head(const formats::ByteSource& source) {
  std::string head(head_bytes, '\0');
  size_t filled = 0;
  while (filled < head.size()) {
    UMIKOE_TRY(const size_t got, source(std::span(head).subspan(filled)));
    if (got == 0) break;
    filled += got;
  }
  head.resize(filled);
  return head;
}

}  // namespace

Result<formats::ByteSource> bytes_of(const FileSource& files, const std::string& path) {
  UMIKOE_TRY(const auto peek, raw_bytes(files, path));
  UMIKOE_TRY(const std::string head, read_head(peek));
  UMIKOE_TRY(auto source, raw_bytes(files, path));
  return formats::is_gzip(head) ? formats::gunzip(std::move(source)) : std::move(source);
}

Result<FileIdentity> identify(const FileSource& files, const std::string& path) {
  FileIdentity identity;
  UMIKOE_TRY(const auto source, raw_bytes(files, path));
  Sha256 hash;
  std::vector<char> buffer(buffer_bytes);
  for (;;) {
    UMIKOE_TRY(const size_t got, source(buffer));
    if (got == 0) break;
    hash.update({buffer.data(), got});
  }
  identity.sha256 = hash.finish_hex();
  UMIKOE_TRY(const auto content, bytes_of(files, path));
  UMIKOE_TRY(const std::string head, read_head(content));
  identity.format = formats::recognise(head);
  return identity;
}

Result<formats::ByteSource> one_file(const FileSource& files, const std::string& path) {
  UMIKOE_TRY(const auto found, files.files_at(path));
  if (found.size() != 1 || found.front() != path) return fail("file_not_one", {{"path", path}});
  return bytes_of(files, path);
}

}  // namespace umikoe::app
