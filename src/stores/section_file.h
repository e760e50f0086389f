#pragma once

#include <cstdint>
#include <memory>
#include <mutex>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "app/ports.h"
#include "stores/file_layer.h"

namespace umikoe::stores {

using Section = app::FileSection;

// Writes an immutable file of sections: a header with a generation and a table of sections, each
// with its checksum (XXH3, 64 bits), then their bytes from multiples of 64 on. Written beside its
// place under a name of this writer's own, synced, renamed, the folder synced: a file of that name
// always has all its bytes.
Result<void> write_sections(const FileLayer& files, const std::string& folder,
                            const std::string& name, int64_t generation,
                            std::span<const Section> sections);

// A section file mapped for reading. It is never changed once it has its name, and stays readable
// after its name is gone.
class SectionFile final : public app::SectionedFile {
 public:
  // Checks the header, its checksum, and that every section lies within the file. Errors
  // map_missing, map_broken {reason}, map_other_format.
  static Result<std::shared_ptr<const SectionFile>> open(const std::string& path);
  ~SectionFile() override;
  SectionFile(const SectionFile&) = delete;
  SectionFile& operator=(const SectionFile&) = delete;

  int64_t generation() const override { return generation_; }
  Result<std::string_view> section(std::string_view name) const override;
  // Not compared: for a section whose parts have checksums of their own. Error map_broken {reason}.
  Result<std::string_view> unchecked_section(std::string_view name) const;
  // Every section.
  Result<void> verify() const;

 private:
  struct Entry {
    std::string name;
    uint64_t offset = 0;
    uint64_t size = 0;
    uint64_t checksum = 0;
    mutable bool checked = false;
  };
  SectionFile() = default;
  Result<void> read_header();
  Result<const Entry*> entry_of(std::string_view name) const;
  Result<void> check(const Entry& entry) const;

  std::string path_;
  const char* bytes_ = nullptr;
  size_t size_ = 0;
  int64_t generation_ = 0;
  std::vector<Entry> entries_;
  mutable std::mutex checking_;
};

}  // namespace umikoe::stores
