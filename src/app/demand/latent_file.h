#pragma once

#include <string>
#include <vector>

#include "app/ports.h"
#include "demand/latent/latent_model.h"
#include "messages/messages.h"

namespace umikoe::app {

struct LatentAnswer {
  demand::Presence presence;
  std::vector<std::vector<demand::LatentTerritory>> ranked;  // by row of the table
};

// Where else the artists of a presence table should be wanted, by a model fitted on that table.
// Errors: those of read_presence.
Result<LatentAnswer> latent_file(const FileSource& files, const std::string& path);

// One object per line: artist, ranked (territory, score).
std::string latent_json(const LatentAnswer& answer);
std::string latent_csv(const LatentAnswer& answer);
// The artists whose name holds the words (all when empty), each with its five likeliest
// territories.
std::string latent_text(const LatentAnswer& answer, const std::string& artist,
                        messages::Language language, size_t rows);

}  // namespace umikoe::app
