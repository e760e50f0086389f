#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "app/known_names.h"
#include "app/ports.h"
#include "localisation/names/romanise.h"

namespace umikoe::app {

// How one name may be read and spelt in Latin letters.
struct NameProposal {
  std::string reading;  // katakana
  std::string romanised;
  double confidence = 0;  // that the reading is right; of what was stated by a person 1
  std::string origin;     // "stated", "engine", or "foreign" (borrowed words in their own spelling)
};

struct NameAnswer {
  std::string input;
  std::vector<NameProposal> proposals;  // the likeliest first; empty for a name without words
  bool sure = false;
};

// Reads names with an engine, behind what the world states about them.
class NameReader {
 public:
  // `scheme`: hepburn (also when empty), ala-lc, passport or wapuro. Error scheme_unknown.
  static Result<NameReader> make(MorphologicalEngine& engine, KnownNames known,
                                 std::string_view scheme);

  const std::string& engine() const { return engine_.name(); }
  // All that is worth showing a person, at most `candidates` proposals.
  // Errors: text_too_long, text_not_utf8.
  Result<NameAnswer> answer(std::string_view name, size_t candidates) const;
  // Only the likeliest reading or spelling, without a confidence: several times as fast.
  Result<std::string> reading(std::string_view name) const;
  Result<std::string> romanised(std::string_view name) const;

 private:
  NameReader(MorphologicalEngine& engine, KnownNames known, localisation::Scheme scheme);
  Result<std::optional<localisation::Reading>> best(std::string_view name) const;

  MorphologicalEngine& engine_;
  KnownNames known_;
  localisation::Scheme scheme_;
};

// One line of JSON: input, reading or romanised, confidence, sure, candidates, engine.
std::string name_json(const NameAnswer& answer, bool romanise, const std::string& engine);

}  // namespace umikoe::app
