#pragma once

#include <map>
#include <memory>
#include <string>
#include <vector>

#include "app/gap_map/gap_part.h"
#include "app/gap_map/world_map.h"
#include "app/loaded_world.h"

namespace umikoe::app {

// Which gaps are summed and ranked.
struct MapQuestion {
  Date date;
  TerritorySet territories;
  std::optional<rights::Reason> reason;
  std::optional<rights::WhoRole> role;
  std::string artist;  // part of the name, in any ASCII case; empty: all
  size_t top = 100;
};

// One recording in so many may be judged anew beside a map that is older; past that a new map is
// made.
inline constexpr size_t newer_share = 100;

// A world's gaps from its map, without loading the world, and from what came after the map: the
// recordings that later messages, licences and sightings are about are judged from the records.
// Their worth, and the plays that others are compared with, stay those of the map's day.
class MapAnswers {
 public:
  // The map of this generation and day; else an older one with few changes since; else the world is
  // loaded, compiled and written as a new map, where the folder can be written. A map that is
  // broken or of another program is never believed. Errors: those of loading a world.
  static Result<MapAnswers> open(const WorldStore& store, MapFolder& folder, Date today,
                                 const Parallel& parallel);
  // The same without looking at the maps there are.
  static Result<MapAnswers> renew(const WorldStore& store, MapFolder& folder, Date today,
                                  const Parallel& parallel);
  // Compiles the world and writes its map. Errors: those of loading, and of writing.
  static Result<MapAnswers> make(const WorldStore& store, MapFolder& folder, Date today,
                                 const Parallel& parallel);

  // Error map_broken: what is read for the first time turns out to be damaged.
  Result<GapSums> sums(const MapQuestion& question, const Parallel& parallel) const;

  const WorldMap& map() const { return *map_; }
  bool compiled_now() const { return compiled_now_; }
  // Judged beside the map.
  size_t newer_recordings() const { return newer_.size(); }
  size_t recordings() const { return map_->recordings() + added_; }
  // Those that a question by part of an artist's name is about. Error map_broken.
  Result<size_t> recordings_of(const std::string& artist) const;
  std::span<const rights::Outcome> outcomes() const { return outcomes_; }
  const rights::PartyDirectory& parties() const {
    return world_ ? world_->parties() : map_->words().parties;
  }
  const Isrc& isrc(uint32_t recording) const;
  // Empty where none is on file. Errors: map_broken.
  Result<std::string> title(uint32_t recording) const;
  Result<std::string> artist_of(uint32_t recording) const;
  Result<std::string> artist(uint32_t number) const;

 private:
  // A recording that something newer than the map is about.
  struct Newer {
    Isrc isrc;
    uint32_t recording = 0;  // its place in the map, or beyond
    uint32_t artist = 0;
    uint32_t profile = 0;  // of the newer tables
    std::string artist_name;
  };
  // The recordings that are summed apart from the map's columns for a question.
  struct Apart {
    std::vector<uint32_t> taken_out;  // of the map, in order
    GapPart as_they_were;             // by tables of the map's day
    DayTables tables_then;
    GapPart newer;  // by the newer tables
    GapPart held;   // by tables of its own
    PartTables held_tables;
  };
  explicit MapAnswers(std::shared_ptr<const WorldMap> map);
  // Nothing where the map is too old, or is no longer what this world's answers rest on.
  static Result<std::optional<MapAnswers>> beside(const WorldStore& store,
                                                  std::shared_ptr<const WorldMap> map, Date today,
                                                  int64_t generation);
  Result<void> take(std::unique_ptr<LoadedWorld> world, std::span<const Isrc> recordings);
  void take_tables(const rights::ProfileTables& tables);
  const Newer* newer(uint32_t recording) const;
  uint32_t no_gap() const { return static_cast<uint32_t>(map_->words().outcomes.size()); }
  // Whether the question is about all that the map's own sums are, if on another day.
  bool of_stored_sums(const MapQuestion& question) const;
  // Where recordings are held back on the day, in order of recording. Error map_broken.
  Result<std::map<uint32_t, TerritorySet>> held_on(Date date) const;
  // A bit for each recording of the map; those of the artists asked about.
  Result<std::vector<uint64_t>> wanted(const GapColumns& columns, const std::string& artist) const;
  Apart apart(const GapColumns& columns, const MapQuestion& question,
              std::span<const uint64_t> asked, const std::map<uint32_t, TerritorySet>& held) const;
  Result<std::optional<GapSums>> sums_beside(const GapColumns& columns, const MapQuestion& question,
                                             const Apart& apart, std::span<const uint64_t> keep,
                                             const Parallel& parallel) const;
  void put_in(class SumsBeside& beside, const Apart& apart, const RankQuestion& question,
              const Parallel& parallel) const;

  std::shared_ptr<const WorldMap> map_;
  std::unique_ptr<LoadedWorld> world_;  // of newer recordings; null where nothing is newer
  std::vector<Newer> newer_;            // in order of recording
  PartTables newer_tables_;
  // The map's, then one that is no gap, then those that newer answers add.
  std::vector<rights::Outcome> outcomes_;
  std::vector<std::string> artists_;  // numbers after the map's
  size_t added_ = 0;                  // newer recordings that the map lacks
  bool compiled_now_ = false;
};

}  // namespace umikoe::app
