#pragma once

#include <cstdint>
#include <functional>
#include <set>
#include <string>
#include <string_view>
#include <vector>

#include "catalogue/release.h"
#include "formats/ddex/composite.h"
#include "formats/ddex/reference_table.h"
#include "formats/delivery_counts.h"

namespace umikoe::formats::ddex {

// What must be remembered of a message while it streams past, in under 200 bytes for each resource
// and release: which references were stated and which of them used. The standard's order of lists
// is not to be relied on, so whoever names something that was not read yet waits until the end.
struct ErnOutline {
  struct Resource {
    Name element;
    int32_t line = 0;
    bool stated = false;
    bool used = false;     // contained in a release or related to another resource
    bool awaited = false;  // a release waits for it
  };
  struct ReleaseReference {
    bool stated = false;
    bool dealt = false;    // a deal names it
    bool awaited = false;  // a deal waits for it
  };
  struct PartyReference {
    bool stated = false;
    bool awaited = false;
  };
  struct Release {
    const ReferenceTable<ReleaseReference>::Entry* reference = nullptr;
    Name element;
    int32_t line = 0;
    catalogue::ReleaseKind kind = catalogue::ReleaseKind::main;
    bool is_main_release = false;  // 3.x IsMainRelease="true"
    bool counts_as_track_release = false;
    bool has_one_resource = false;
  };
  struct Awaited {
    std::string reference;
    Where where;
  };
  // A word of the deals to be checked at the end: a territory code or the reference of a release.
  struct DealWord {
    bool is_territory = false;
    std::string text;
    int32_t line = 0;
  };

  ReferenceTable<Resource> resources;  // of every kind, by ResourceReference
  std::vector<const ReferenceTable<Resource>::Entry*> recordings;
  ReferenceTable<ReleaseReference> release_references;
  std::vector<Release> releases;
  ReferenceTable<PartyReference> parties;
  std::vector<Awaited> awaited_parties;
  std::vector<Awaited> awaited_resources;
  std::set<std::string, std::less<>> territory_codes;  // of the deals
  std::vector<DealWord> deal_words;
  DeliveryCounts deal_dates;  // the first and last day of their periods
  bool has_front_cover = false;
  size_t main_release = 0;  // the most likely one so far, by its index …
  int main_release_rank = 0;
  catalogue::ReleaseIds main_release_ids;  // … and its identifiers
};

}  // namespace umikoe::formats::ddex
