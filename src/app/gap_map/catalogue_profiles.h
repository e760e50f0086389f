#pragma once

#include <memory>
#include <vector>

#include "app/ports.h"
#include "rights/profiles/profile_book.h"

namespace umikoe::app {

// The answers of every recording on file, compiled. The records themselves were read a part at a
// time and are gone.
struct CatalogueProfiles {
  std::vector<Isrc> isrcs;           // in order: those that documents or paid use name
  std::vector<uint32_t> profile_of;  // of each, for streams on demand
  rights::PartyDirectory parties;
  std::unique_ptr<rights::ProfileBook> book;

  // Whether it is open on the day that answers are as of.
  bool is_open(const Isrc& isrc, TerritoryCode territory) const;
};

// So many recordings are held in memory at once, and their groups.
inline constexpr size_t recordings_of_a_part = 20'000;

// Errors: those of loading a world.
Result<std::unique_ptr<CatalogueProfiles>> catalogue_profiles(const WorldStore& store, Date today,
                                                              size_t part = recordings_of_a_part);

}  // namespace umikoe::app
