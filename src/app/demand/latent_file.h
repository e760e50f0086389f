#pragma once

#include <string>
#include <vector>

#include "app/loaded_world.h"
#include "demand/latent/latent_model.h"
#include "messages/messages.h"

namespace umikoe::app {

struct LatentAnswer {
  bool shipped = false;  // by the model that ships, not one fitted on the table
  demand::Presence presence;
  std::vector<std::vector<demand::LatentTerritory>> ranked;  // by row of the table
};

// Where else the artists of a presence table should be wanted, by a model fitted on that table.
// Errors: those of read_presence.
Result<LatentAnswer> latent_file(const FileSource& files, const std::string& path);

// The same for the artists of a world, by the model that ships with the product. An artist counts
// as seen where reports state at least 1,000 plays in 28 days, or a chart shows a recording of
// theirs. Error: those of RecordingDemand::of.
Result<LatentAnswer> latent_world(const LoadedWorld& world);

// One object per line: artist, ranked (territory, score).
std::string latent_json(const LatentAnswer& answer);
std::string latent_csv(const LatentAnswer& answer);
// The artists whose name holds the words (all when empty), each with its five likeliest
// territories.
std::string latent_text(const LatentAnswer& answer, const std::string& artist,
                        messages::Language language, size_t rows);

}  // namespace umikoe::app
