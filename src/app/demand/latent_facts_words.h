#pragma once

#include <string>

#include "app/demand/latent_file.h"
#include "app/json.h"

namespace umikoe::app {

// How the facts were used and judged.
Json facts_json(const LatentAnswer& answer);
std::string facts_text(const LatentAnswer& answer, messages::Language language);

// What facts say for one territory of one artist: first those with a weight, loudest first; then
// those that name it but could not be judged.
Json fact_voices_json(const LatentFacts& facts, size_t row,
                      const demand::LatentTerritory& territory,
                      const std::vector<demand::LatentTerritory>& ranked);
std::string fact_voices_text(const LatentFacts& facts, size_t row,
                             const demand::LatentTerritory& territory,
                             const std::vector<demand::LatentTerritory>& ranked,
                             messages::Language language);

}  // namespace umikoe::app
