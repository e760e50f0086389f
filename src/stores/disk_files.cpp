#include "stores/disk_files.h"

#include <algorithm>
#include <cerrno>
#include <cstdio>
#include <cstring>
#include <filesystem>
#include <system_error>

#include "base/limits.h"

namespace umikoe::stores {
namespace {

namespace fs = std::filesystem;

class DiskReader final : public app::FileReader {
 public:
  DiskReader(std::FILE* file, std::string path)
      : file_(file, &std::fclose), path_(std::move(path)) {}

  Result<size_t> read(std::span<char> buffer) override {
    const size_t got = std::fread(buffer.data(), 1, buffer.size(), file_.get());
    if (got == 0 && std::ferror(file_.get())) {
      return fail("file_unreadable", {{"path", path_}}, {path_, 0, ""});
    }
    return got;
  }

 private:
  std::unique_ptr<std::FILE, int (*)(std::FILE*)> file_;
  std::string path_;
};

Result<void> list_folder(const fs::path& folder, int depth, std::vector<std::string>& out) {
  if (depth > limits::folder_depth.value) {
    return fail("limit_exceeded",
                {{"limit", std::string(limits::folder_depth.name)},
                 {"value", std::to_string(limits::folder_depth.value)}},
                {folder.string(), 0, ""});
  }
  std::error_code error;
  std::vector<fs::directory_entry> entries;
  for (fs::directory_iterator at(folder, error), end; !error && at != end; at.increment(error)) {
    entries.push_back(*at);
  }
  if (error) return fail("file_unreadable", {{"path", folder.string()}}, {folder.string(), 0, ""});
  std::ranges::sort(entries, {}, [](const auto& e) { return e.path().string(); });
  for (const auto& entry : entries) {
    if (entry.path().filename().string().starts_with(".")) continue;
    // Links are not followed: a loop would never end.
    if (entry.is_symlink(error)) continue;
    if (entry.is_directory(error)) {
      UMIKOE_TRY(list_folder(entry.path(), depth + 1, out));
    } else if (entry.is_regular_file(error)) {
      out.push_back(entry.path().string());
    }
  }
  return {};
}

class DiskFiles final : public app::FileSource {
 public:
  Result<std::vector<std::string>> files_at(const std::string& path) const override {
    std::error_code error;
    const auto status = fs::status(path, error);
    if (error || !fs::exists(status)) return fail("no_such_file", {{"path", path}}, {path, 0, ""});
    std::vector<std::string> out;
    if (fs::is_directory(status)) {
      UMIKOE_TRY(list_folder(path, 0, out));
    } else {
      out.push_back(path);
    }
    return out;
  }

  Result<std::unique_ptr<app::FileReader>> open(const std::string& path) const override {
    std::FILE* file = std::fopen(path.c_str(), "rb");
    if (!file) return fail("file_unreadable", {{"path", path}}, {path, 0, ""});
    return std::make_unique<DiskReader>(file, path);
  }
};

std::unexpected<Error> unwritable(const std::string& path, const std::string& reason) {
  return fail("file_unwritable", {{"path", path}, {"reason", reason}}, {path, 0, ""});
}

class DiskSink final : public app::FileSink {
 public:
  Result<void> make_folder(const std::string& path) override {
    std::error_code error;
    fs::create_directories(path, error);
    if (error) return unwritable(path, error.message());
    return {};
  }

  Result<void> write(const std::string& path, std::string_view bytes) override {
    std::FILE* file = std::fopen(path.c_str(), "wb");
    if (!file) return unwritable(path, std::strerror(errno));
    const bool written = std::fwrite(bytes.data(), 1, bytes.size(), file) == bytes.size();
    const bool closed = std::fclose(file) == 0;
    if (!written || !closed) return unwritable(path, std::strerror(errno));
    return {};
  }
};

}  // namespace

std::unique_ptr<app::FileSink> disk_sink() { return std::make_unique<DiskSink>(); }

std::unique_ptr<app::FileSource> disk_files() { return std::make_unique<DiskFiles>(); }

}  // namespace umikoe::stores
