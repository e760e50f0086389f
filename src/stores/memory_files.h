#pragma once

#include <map>
#include <set>
#include <string>

#include "app/ports.h"

namespace umikoe::stores {

// Files that lie in memory only: what tests and previews read and write without touching a disk.
// Paths are the parts between slashes; a folder is there once something lies in it or it was made.
class MemoryFiles final : public app::FileSource, public app::FileSink {
 public:
  Result<std::vector<std::string>> files_at(const std::string& path) const override;
  Result<std::unique_ptr<app::FileReader>> open(const std::string& path) const override;
  Result<void> make_folder(const std::string& path) override;
  Result<void> write(const std::string& path, std::string_view bytes) override;

 private:
  bool is_folder(const std::string& path) const;

  std::map<std::string, std::string> files_;
  std::set<std::string> folders_;
};

}  // namespace umikoe::stores
