#pragma once

#include <optional>
#include <string>
#include <vector>

#include "formats/ddex/composite.h"
#include "formats/ddex/ern_names.h"
#include "formats/ddex/ern_outline.h"
#include "formats/ddex/ern_reader.h"
#include "formats/findings.h"

namespace umikoe::formats::ddex {

// One message while it is being read. Composite readers hand what they read to the sink and note
// in the outline what the checks at the end need.
struct ErnReading {
  explicit ErnReading(const ErnSink& to) : sink(to) {}

  const ErnSink& sink;
  int generation = 4;
  bool has_header = false;
  bool has_purged_release = false;
  ErnMessage message;  // without what the sink gets
  Findings findings;
  LanguageTags languages;
  NameReader names{findings, languages};
  NameTable name_table;
  ErnOutline outline;
  std::vector<rights::Deal> deals;           // of the ReleaseDeal being read
  std::vector<std::string> deal_references;  // likewise
  std::optional<Date> deal_effective;        // likewise, of 3.x
};

Result<void> read_header(ErnReading& reading, Element header);
Result<void> read_purged_release(ErnReading& reading, Element release);
void read_party(ErnReading& reading, Element party);
void read_resource(ErnReading& reading, Element resource);  // of any kind
void read_release(ErnReading& reading, Element release);
Result<void> read_deal(ErnReading& reading, Element deal);
void end_release_deal(ErnReading& reading);
// A party is named by its reference.
void name_party(ErnReading& reading, Element reference);
// Chooses the main release and says which references name nothing.
void finish(ErnReading& reading);
// Findings about the message as a whole: what is missing, unused or left out.
void check_completeness(ErnReading& reading);
// Where a resource or release stands: in its list.
Where place_in(const ErnReading& reading, std::string_view list, Name element, int32_t line);
// Track releases of 3.x are known as such only beside the main release: besides those of a track
// type, a further release of one resource (a ringtone, a single) is offered on its own like a track
// release; a further release of several stands like an album.
catalogue::ReleaseKind kind_of_release(const ErnReading& reading, size_t release);

}  // namespace umikoe::formats::ddex
