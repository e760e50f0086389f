#pragma once

#include <memory>
#include <optional>
#include <string>
#include <string_view>

#include "app/gap_map/map_content.h"

namespace umikoe::app {

// A world's compiled answers as a map file holds them. A section is checked when it is first asked
// for; checksums tell of damage, not of malice: who can write the folder can write the world.
class WorldMap {
 public:
  // map-<generation>-<format>-<basis>.bin: of another name, a map is of another world, of another
  // form, or follows from other tables and rules than this program's.
  static std::string name_of(int64_t generation);
  // The generation in such a name, where format and basis are this program's.
  static std::optional<int64_t> generation_in(std::string_view name);

  // Errors map_broken {reason}, map_other_day: answers of days to come rest on the day.
  static Result<std::shared_ptr<const WorldMap>> open(std::shared_ptr<const SectionedFile> file,
                                                      Date today);
  // A map that has no file yet.
  static Result<std::shared_ptr<const WorldMap>> of(std::unique_ptr<const MapContent> content);

  int64_t generation() const { return file_->generation(); }
  const MapWords& words() const { return words_; }
  size_t recordings() const { return isrcs_.size(); }
  const Isrc& isrc(uint32_t recording) const { return isrcs_[recording]; }
  std::optional<uint32_t> recording(const Isrc& isrc) const;
  // Error map_broken.
  Result<GapColumns> columns() const;
  // The gaps of the map's day over all markets, and the best kept_cells of them. Error map_broken.
  Result<GapSums> sums() const;
  Result<std::string_view> title(uint32_t recording) const;
  Result<uint32_t> artist_number(uint32_t recording) const;
  Result<std::string_view> artist(uint32_t number) const;
  Result<size_t> artists() const;

 private:
  WorldMap(std::shared_ptr<const SectionedFile> file, MapWords words)
      : file_(std::move(file)), words_(std::move(words)) {}
  template <class Value>
  Result<std::span<const Value>> values(const char* name) const;
  Result<std::string_view> text(const char* texts, const char* ends, uint32_t number) const;
  static Result<std::shared_ptr<const WorldMap>> read(std::shared_ptr<const SectionedFile> file);

  std::shared_ptr<const SectionedFile> file_;
  MapWords words_;
  std::span<const Isrc> isrcs_;
  std::span<const uint32_t> by_isrc_;
};

}  // namespace umikoe::app
