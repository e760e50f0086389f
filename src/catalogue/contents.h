#pragma once

#include <string>
#include <vector>

#include "catalogue/recording.h"
#include "catalogue/release.h"

namespace umikoe::catalogue {

// Everything one delivery says about the catalogue, besides its deals.
struct Contents {
  LanguageTag language;  // LanguageAndScriptCode of the root
  std::vector<Party> parties;
  std::vector<Recording> recordings;
  std::vector<Image> images;
  std::vector<Release> releases;

  bool operator==(const Contents&) const = default;
};

}  // namespace umikoe::catalogue
