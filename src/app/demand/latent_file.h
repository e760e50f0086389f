#pragma once

#include <optional>
#include <string>
#include <vector>

#include "app/demand/artist_facts.h"
#include "demand/latent/latent_model_file.h"
#include "messages/messages.h"

namespace umikoe::app {

struct LatentQuestion {
  std::string presence;     // a table; empty: the artists of a world
  std::string about = {};   // a table of facts about them
  std::string origin = {};  // a day: facts that began later are not used
  std::string model = {};   // a model that was saved, instead of one fitted now
};

// Facts about the artists, and the weights they have.
struct LatentFacts {
  KnownFacts known;
  demand::FactModel model;
};

struct LatentAnswer {
  // Fitted on the table, as it ships, or as somebody saved it.
  enum class Source : uint8_t { table, shipped, saved };
  Source source = Source::table;
  std::optional<demand::LatentModel> model = {};
  demand::Presence presence = {};
  std::vector<std::vector<demand::LatentTerritory>> ranked = {};  // by row of the table
  std::optional<LatentFacts> facts = {};  // where any are on file or asked for
  int64_t words_unknown = 0;              // territories that a saved model does not have
};

// Where else the artists of a presence table should be wanted, by a model fitted on that table,
// with what facts about them add. Errors: date_invalid_word, those of read_presence, read_facts and
// read_model_file.
Result<LatentAnswer> latent_file(const FileSource& files, const LatentQuestion& question);

// The same for the artists of a world, by the model that ships with the product and weights of
// facts fitted on the world. An artist counts as seen where reports state at least 1,000 plays in
// 28 days, or a chart shows a recording of theirs. Facts are the world's own and the table's; the
// day is the world's, where none is given. Errors: those of latent_file and RecordingDemand::of.
Result<LatentAnswer> latent_world(const FileSource& files, const WorldStore& store,
                                  const LoadedWorld& world, const LatentQuestion& question);

// What a file to ask again holds. Error territory_code_invalid: a word no line of a file can hold.
Result<std::string> latent_model_bytes(const LatentAnswer& answer);

// One object per line: artist, ranked (territory, score). With facts the first line says how they
// were judged, and each territory also what speaks for it.
std::string latent_json(const LatentAnswer& answer);
std::string latent_csv(const LatentAnswer& answer);
// The artists whose name holds the words (all when empty), each with its five likeliest
// territories.
std::string latent_text(const LatentAnswer& answer, const std::string& artist,
                        messages::Language language, size_t rows);

}  // namespace umikoe::app
