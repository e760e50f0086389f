#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "base/date.h"
#include "catalogue/name_form.h"

namespace umikoe::catalogue {

// Identifiers of a release, each in the form in which releases meet: GRid, ICPN padded to 14, and
// proprietary ids as "NAMESPACE:value" with hyphens stripped. The catalogue number joins nothing.
struct ReleaseIds {
  std::vector<std::string> grids;
  std::vector<std::string> icpns;
  std::vector<std::string> proprietary;
  std::string catalogue_number;

  bool operator==(const ReleaseIds&) const = default;
  std::vector<std::string> keys() const;  // "grid:…", "icpn:…", "proprietary:…"
};

enum class ReleaseKind { main, track, clip };

// A Release, TrackRelease or ClipRelease as one message states it.
struct Release {
  std::string reference;  // ReleaseReference
  ReleaseKind kind = ReleaseKind::main;
  bool counts_as_track_release = false;  // TrackRelease of ERN 4, or a 3.x Release of such a type
  std::vector<std::string> types;        // ReleaseType as written
  ReleaseIds ids;
  std::vector<NameForm> titles;
  std::vector<NameForm> display_artist_names;
  std::vector<std::string> resource_references;         // primary resources, in order of the tracks
  // As stated, beside resource_references: 0 for none, and empty where none is stated.
  std::vector<int32_t> track_numbers;
  std::vector<std::string> linked_resource_references;  // secondary resources such as the cover
  std::string label;
  std::vector<std::string> label_territories;  // of ReleaseLabelReference; empty: everywhere
  std::string p_line;
  std::string c_line;
  std::vector<std::string> genres;
  std::vector<std::string> parental_warnings;
  std::optional<Date> release_date;
  std::optional<Date> original_release_date;

  bool operator==(const Release&) const = default;
};

}  // namespace umikoe::catalogue
