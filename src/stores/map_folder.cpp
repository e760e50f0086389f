#include "stores/map_folder.h"

#include "stores/section_file.h"
#include "stores/world_file.h"

namespace umikoe::stores {
namespace {

bool is_map(const std::string& name) {
  return name.starts_with("map-") && name.ends_with(".bin");
}

std::vector<std::string> maps_in(const std::string& folder) {
  std::vector<std::string> names = names_in(folder);
  std::erase_if(names, [](const std::string& name) { return !is_map(name); });
  return names;
}

class Maps final : public app::MapFolder {
 public:
  Maps(std::string folder, FileLayer files)
      : folder_(std::move(folder)), files_(std::move(files)) {}

  std::vector<std::string> names() const override { return maps_in(folder_); }

  Result<std::shared_ptr<const app::SectionedFile>> open(const std::string& name) const override {
    UMIKOE_TRY(auto file, SectionFile::open(folder_ + "/" + name));
    return file;
  }

  Result<void> replace(const std::string& name, int64_t generation,
                       std::span<const app::FileSection> sections) override {
    UMIKOE_TRY(files_.make_folder(folder_));
    UMIKOE_TRY(write_sections(files_, folder_, name, generation, sections));
    // Whoever has one of them mapped keeps it whole: a name goes, not the bytes.
    for (const std::string& other : names()) {
      if (other != name) static_cast<void>(files_.unlink(folder_ + "/" + other));
    }
    return {};
  }

 private:
  std::string folder_;
  FileLayer files_;
};

}  // namespace

std::unique_ptr<app::MapFolder> open_map_folder(const std::string& world_directory,
                                                FileLayer files) {
  return std::make_unique<Maps>(WorldPaths{world_directory}.maps(), std::move(files));
}

std::vector<Finding> verify_maps(const std::string& folder) {
  std::vector<Finding> findings;
  for (const std::string& name : maps_in(folder)) {
    const auto file = SectionFile::open(folder + "/" + name);
    const auto whole = file ? (*file)->verify() : std::unexpected(file.error());
    if (!whole) findings.push_back(whole.error());
  }
  return findings;
}

}  // namespace umikoe::stores
