#pragma once

#include <memory>
#include <string>
#include <vector>

#include "app/gap_map/catalogue_profiles.h"
#include "app/gap_map/gap_sums.h"
#include "app/gap_map/map_words.h"
#include "app/ports.h"

namespace umikoe::app {

// Texts one after another, and where each ends.
struct TextColumn {
  std::string text;
  std::vector<uint64_t> ends;

  void add(std::string_view more) {
    text += more;
    ends.push_back(text.size());
  }
};

// All that a map of a world holds, before it is a file: answers for streams on demand on every day
// of the window, the worth of every cell that has one as of the world's day, and the gaps of that
// day over all markets, summed already.
struct MapContent {
  int64_t generation = 0;  // what comes later may be part of it already
  // In order of profile, then ISRC.
  std::vector<Isrc> isrcs;
  std::vector<uint32_t> by_isrc;  // places of recordings, in order of ISRC
  TextColumn titles;
  TextColumn artists;  // each once
  std::vector<uint32_t> profile_of;
  std::vector<uint32_t> artist_of;
  std::vector<uint64_t> first_worth;
  std::vector<uint8_t> territory_of;
  std::vector<uint32_t> worth;
  std::vector<uint32_t> first_step;
  std::vector<rights::ProfileStep> steps;
  std::vector<rights::Partition> partitions;
  PartitionGroups groups;
  MapWords words;
  std::vector<int64_t> sums;  // see packed()
  std::string words_text;

  GapColumns columns() const;
  // What they point into stays this content's.
  std::vector<FileSection> sections() const;
};

// Of the rights in no more than `part` recordings, and their groups, the records are held in memory
// at once; of demand and names those of the whole world. Errors: those of loading a world,
// edit_broken.
Result<MapContent> map_content(const WorldStore& store, Date today, const Parallel& parallel,
                               size_t part = recordings_of_a_part);

// Sums as whole numbers, one after another, and back; nothing where they are not such numbers.
std::vector<int64_t> packed(const GapSums& sums);
std::optional<GapSums> unpacked(std::span<const int64_t> numbers);

// How many of the best cells a map keeps.
inline constexpr size_t kept_cells = 1'000;

}  // namespace umikoe::app
