#pragma once

#include <string>
#include <string_view>

#include "base/result.h"
#include "demand/latent/fact_model.h"
#include "demand/latent/latent_model.h"

namespace umikoe::demand {

// A model somebody fitted and kept: it holds which sets of territories occur how often, and the
// words of genres and media, but no artist.
struct SavedModel {
  LatentModel model;
  FactModel facts;
};

// Lines of a word and cells, numbers in full, and at the end the SHA-256 of all before it.
std::string model_file(const LatentModel& model, const FactModel& facts);
// Errors: latent_model_unknown (no such file at all), latent_model_version (of another version),
// latent_model_damaged (cut off, changed, or made by something else).
Result<SavedModel> read_model_file(std::string_view text);

}  // namespace umikoe::demand
