#pragma once

#include <cstdlib>
#include <filesystem>
#include <string>

#include "http/desk.h"
#include "http/empty_world.h"

namespace umikoe::http {

// No file of this machine: what is uploaded in tests is not read.
class NoFiles final : public app::FileSource {
 public:
  Result<std::vector<std::string>> files_at(const std::string& path) const override {
    return std::vector{path};
  }
  Result<std::unique_ptr<app::FileReader>> open(const std::string& path) const override {
    return fail("file_unreadable", {{"path", path}});
  }
};

// A desk whose world can be opened, or not, and whose files lie in a folder of the test's own.
class DeskInFolder {
 public:
  DeskInFolder() {
    std::string pattern = std::filesystem::temp_directory_path() / "umikoe-desk-XXXXXX";
    if (!mkdtemp(pattern.data())) std::abort();
    folder_ = pattern;
  }
  ~DeskInFolder() { std::filesystem::remove_all(folder_); }
  DeskInFolder(const DeskInFolder&) = delete;
  DeskInFolder& operator=(const DeskInFolder&) = delete;

  size_t entries() const {
    const std::filesystem::path incoming = folder_ + "/incoming";
    if (!std::filesystem::exists(incoming)) return 0;
    return static_cast<size_t>(std::distance(std::filesystem::directory_iterator(incoming), {}));
  }

 private:
  std::string folder_;
  NoFiles files_;

 public:
  std::string open_fails_with;  // a code word
  Desk desk{"00112233445566778899aabbccddeeff",
            [this]() -> Result<std::unique_ptr<app::WorldStore>> {
              if (!open_fails_with.empty()) return fail(open_fails_with.c_str());
              return std::make_unique<EmptyStore>();
            },
            [] { return Instant{1'795'000'000}; }, files_, IncomingFiles(folder_ + "/incoming")};
};

}  // namespace umikoe::http
