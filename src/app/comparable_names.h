#pragma once

#include <map>
#include <string>
#include <string_view>

#include "app/ports.h"
#include "catalogue/linkage/likeness.h"

namespace umikoe::app {

// Prepares names for comparison across scripts; each name once, however often it comes.
class ComparableNames {
 public:
  explicit ComparableNames(MorphologicalEngine& engine) : engine_(&engine) {}
  // Without an engine: names in Japanese have no spelling in Latin letters but what is written.
  ComparableNames() = default;

  // Errors of the engine; text_not_utf8.
  Result<catalogue::ComparableName> prepared(std::string_view name);
  // A person's or artist's: also with its words in the other order (Hikaru Utada, Utada Hikaru).
  Result<catalogue::ComparableName> prepared_person(std::string_view name);

 private:
  MorphologicalEngine* engine_ = nullptr;
  std::map<std::string, catalogue::ComparableName, std::less<>> names_;
};

}  // namespace umikoe::app
