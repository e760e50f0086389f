#include "http/incoming_files.h"

#include <dirent.h>
#include <fcntl.h>
#include <sys/stat.h>
#include <sys/statvfs.h>
#include <unistd.h>

#include <algorithm>
#include <cerrno>
#include <cstdio>
#include <cstdlib>
#include <cstring>
#include <fstream>
#include <utility>

#include "base/limits.h"

namespace umikoe::http {
namespace {

constexpr size_t id_letters = 6;  // what mkdtemp fills in
constexpr int64_t look_every_bytes = 16 * limits::mib;

std::unexpected<Error> unwritable(const std::string& path) {
  if (errno == ENOSPC || errno == EDQUOT) return fail("disk_full");
  return fail("file_unwritable", {{"path", path}, {"reason", std::strerror(errno)}});
}

// Whether so many bytes more leave the reserve free.
Result<void> look_at_disk(const std::string& folder, int64_t bytes) {
  struct statvfs disk = {};
  if (::statvfs(folder.c_str(), &disk) != 0) return unwritable(folder);
  const auto free = static_cast<double>(disk.f_bavail) * static_cast<double>(disk.f_frsize);
  if (free < static_cast<double>(bytes + limits::disk_reserve_bytes.value)) {
    return fail("disk_full");
  }
  return {};
}

bool is_id(const std::string& word) {
  return word.size() == id_letters && std::ranges::all_of(word, [](char c) {
           return (c >= '0' && c <= '9') || (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
         });
}

std::vector<std::string> names_in(const std::string& folder) {
  std::vector<std::string> names;
  DIR* open = ::opendir(folder.c_str());
  if (!open) return names;
  while (const dirent* entry = ::readdir(open)) {
    const std::string name = entry->d_name;
    if (name != "." && name != "..") names.push_back(name);
  }
  ::closedir(open);
  std::ranges::sort(names);
  return names;
}

// False where either cannot be read.
bool same_bytes(const std::string& one, const std::string& other) {
  std::ifstream a(one, std::ios::binary);
  std::ifstream b(other, std::ios::binary);
  constexpr size_t piece = size_t{256} * 1024;
  std::string from_a(piece, '\0');
  std::string from_b(piece, '\0');
  while (a && b) {
    a.read(from_a.data(), static_cast<std::streamsize>(piece));
    b.read(from_b.data(), static_cast<std::streamsize>(piece));
    if (a.gcount() != b.gcount()) return false;
    const auto count = static_cast<size_t>(a.gcount());
    if (std::string_view(from_a.data(), count) != std::string_view(from_b.data(), count)) {
      return false;
    }
  }
  return a.eof() && b.eof();
}

}  // namespace

IncomingFile::IncomingFile(IncomingFile&& other) noexcept
    : folder_(std::exchange(other.folder_, {})),
      name_(std::move(other.name_)),
      file_(std::exchange(other.file_, -1)),
      since_look_(other.since_look_) {}

IncomingFile::~IncomingFile() {
  if (file_ < 0) return;
  ::close(file_);
  ::unlink(part().c_str());
  ::rmdir(folder_.c_str());
}

Result<void> IncomingFile::write(std::span<const char> bytes) {
  since_look_ += static_cast<int64_t>(bytes.size());
  if (since_look_ >= look_every_bytes) {
    UMIKOE_TRY(look_at_disk(folder_, 0));
    since_look_ = 0;
  }
  while (!bytes.empty()) {
    const ssize_t written = ::write(file_, bytes.data(), bytes.size());
    if (written < 0 && errno == EINTR) continue;
    if (written < 0) return unwritable(part());
    bytes = bytes.subspan(static_cast<size_t>(written));
  }
  return {};
}

Result<std::string> IncomingFile::finish() {
  const std::string path = folder_ + "/" + name_;
  if (::rename(part().c_str(), path.c_str()) != 0) return unwritable(path);
  ::close(std::exchange(file_, -1));
  return folder_.substr(folder_.find_last_of('/') + 1);
}

void IncomingFiles::sweep() const {
  for (const std::string& id : names_in(folder_)) {
    if (!is_id(id)) continue;
    const std::string folder = folder_ + "/" + id;
    ::unlink((folder + "/.part").c_str());
    ::rmdir(folder.c_str());  // stays while a finished file lies in it
  }
}

Result<IncomingFile> IncomingFiles::begin(const std::string& name, int64_t bytes_expected) const {
  UMIKOE_TRY(std::string file_name, upload_name(name));
  if (::mkdir(folder_.c_str(), 0700) != 0 && errno != EEXIST) return unwritable(folder_);
  if (names_in(folder_).size() >= static_cast<size_t>(limits::uploads_waiting.value)) {
    return fail("uploads_waiting_full", {{"max", std::to_string(limits::uploads_waiting.value)}});
  }
  UMIKOE_TRY(look_at_disk(folder_, bytes_expected));
  std::string folder = folder_ + "/" + std::string(id_letters, 'X');
  if (!::mkdtemp(folder.data())) return unwritable(folder_);
  const std::string part = folder + "/.part";
  const int file = ::open(part.c_str(), O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0600);
  if (file < 0) {
    ::rmdir(folder.c_str());
    return unwritable(part);
  }
  return IncomingFile(std::move(folder), std::move(file_name), file);
}

std::vector<WaitingFile> IncomingFiles::waiting() const {
  std::vector<WaitingFile> files;
  for (const std::string& id : names_in(folder_)) {
    if (auto file = find(id)) files.push_back(std::move(*file));
  }
  std::ranges::sort(files, {}, [](const auto& f) { return std::pair(f.name, f.id); });
  return files;
}

void IncomingFiles::remove_copies_of(const WaitingFile& file) const {
  for (const WaitingFile& other : waiting()) {
    if (other.id == file.id || other.bytes != file.bytes) continue;
    if (same_bytes(path_of(other), path_of(file))) remove(other);
  }
}

Result<WaitingFile> IncomingFiles::find(const std::string& id) const {
  if (is_id(id)) {
    for (std::string& name : names_in(folder_ + "/" + id)) {
      struct stat found = {};
      const std::string path = folder_ + "/" + id + "/" + name;
      if (name == ".part" || ::stat(path.c_str(), &found) != 0) continue;
      return WaitingFile{id, std::move(name), static_cast<int64_t>(found.st_size)};
    }
  }
  return fail("upload_unknown", {{"id", id}});
}

std::string IncomingFiles::path_of(const WaitingFile& file) const {
  return folder_ + "/" + file.id + "/" + file.name;
}

void IncomingFiles::remove(const WaitingFile& file) const {
  ::unlink(path_of(file).c_str());
  ::rmdir((folder_ + "/" + file.id).c_str());
}

Result<std::string> upload_name(const std::string& written) {
  std::string name = written.substr(written.find_last_of("/\\") + 1);
  const auto is_control = [](char c) { return static_cast<unsigned char>(c) < 0x20 || c == 0x7f; };
  const auto bytes_max = static_cast<size_t>(limits::upload_name_bytes.value);
  if (name.empty() || name.starts_with('.') || name.size() > bytes_max ||
      std::ranges::any_of(name, is_control)) {
    return fail("upload_name_invalid", {{"name", written}});
  }
  return name;
}

}  // namespace umikoe::http
