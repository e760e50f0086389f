#include "stores/file_layer.h"

#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

#include <cerrno>
#include <cstdio>
#include <cstring>

namespace umikoe::stores {
namespace {

std::unexpected<Error> failed(const std::string& path) {
  const int number = errno;
  if (number == ENOSPC || number == EDQUOT) {
    return fail("disk_full", {{"path", path}}, {path, 0, {}});
  }
  return fail("store_failed", {{"reason", path + ": " + std::strerror(number)}}, {path, 0, {}});
}

Result<void> write_file(const std::string& path, int64_t offset, std::string_view bytes) {
  const int flags = O_WRONLY | O_CREAT | O_CLOEXEC | (offset == 0 ? O_TRUNC : 0);
  const int file = ::open(path.c_str(), flags, 0666);
  if (file < 0) return failed(path);
  while (!bytes.empty()) {
    const ssize_t written = ::pwrite(file, bytes.data(), bytes.size(), offset);
    if (written < 0 && errno == EINTR) continue;
    if (written < 0) {
      auto error = failed(path);
      ::close(file);
      return error;
    }
    bytes.remove_prefix(static_cast<size_t>(written));
    offset += written;
  }
  if (::close(file) != 0) return failed(path);
  return {};
}

Result<void> sync_path(const std::string& path, int flags) {
  const int file = ::open(path.c_str(), flags | O_CLOEXEC);
  if (file < 0) return failed(path);
  const int code = ::fsync(file);
  if (code != 0) {
    auto error = failed(path);
    ::close(file);
    return error;
  }
  ::close(file);
  return {};
}

}  // namespace

FileLayer real_files() {
  return FileLayer{
      .write = write_file,
      .sync_file = [](const std::string& path) { return sync_path(path, O_RDONLY); },
      .rename = [](const std::string& from, const std::string& to) -> Result<void> {
        if (::rename(from.c_str(), to.c_str()) != 0) return failed(from);
        return {};
      },
      .sync_folder =
          [](const std::string& path) { return sync_path(path, O_RDONLY | O_DIRECTORY); },
      .unlink = [](const std::string& path) -> Result<void> {
        if (::unlink(path.c_str()) != 0 && errno != ENOENT) return failed(path);
        return {};
      },
      .make_folder = [](const std::string& path) -> Result<void> {
        if (::mkdir(path.c_str(), 0777) != 0 && errno != EEXIST) return failed(path);
        return {};
      }};
}

}  // namespace umikoe::stores
