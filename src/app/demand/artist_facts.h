#pragma once

#include <array>
#include <optional>
#include <string>
#include <vector>

#include "app/loaded_world.h"
#include "demand/latent/fact_model.h"
#include "demand/latent/presence.h"

namespace umikoe::app {

// What became of the facts on file on the way to an answer.
struct FactsUsed {
  std::optional<Date> day;  // facts that began later are not used; absent: no day was asked
  int64_t facts = 0;        // each once
  int64_t repeated = 0;     // rows that say what another says
  int64_t later = 0;
  int64_t undated = 0;           // tie-ins and conventions without a day, where a day was asked
  int64_t of_other_artists = 0;  // whom the table does not name
  int64_t elsewhere = 0;         // that name territories, but none of the table's
};

// Facts by row of a presence table.
struct KnownFacts {
  FactsUsed used = {};
  std::vector<std::vector<demand::ArtistFact>> facts = {};
  std::vector<demand::FactTerms> terms = {};
};

struct FactsOnFile {
  std::vector<demand::ArtistFact> facts;
  int64_t repeated = 0;
};
// Of a table. Errors: those of read_facts, with the file.
Result<FactsOnFile> facts_of_file(const FileSource& files, const std::string& path);
// Of a world: the languages and genres of an artist's recordings, and their festivals and
// conventions. Errors of the store.
Result<FactsOnFile> facts_of_world(const WorldStore& store, const LoadedWorld& world);

// Artists meet by name without case, width and signs.
KnownFacts known_facts(const demand::Presence& presence, const FactsOnFile& on_file,
                       std::optional<Date> day);

}  // namespace umikoe::app
