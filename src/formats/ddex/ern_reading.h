#pragma once

#include <map>
#include <set>
#include <string>
#include <vector>

#include "formats/ddex/composite.h"
#include "formats/ddex/ern_reader.h"
#include "formats/findings.h"

namespace umikoe::formats::ddex {

// A credit or label that names a party of the PartyList by its reference; resolved when the whole
// message has been read, because the standard's order of lists is not to be relied on.
struct PartyMention {
  enum class Place { recording_credit, release_label };
  Place place = Place::recording_credit;
  size_t owner = 0;  // index of the recording or release
  size_t index = 0;  // of the credit in the recording
  std::string reference;
  Where where;
};

// Where a release was stated, for findings made after the end of the message.
struct ReleaseNote {
  bool is_main_release = false;  // 3.x IsMainRelease="true"
  Where where;
};

// One message while it is being read. Composite readers add to it; nothing is returned until the
// end has been reached without an error.
struct ErnReading {
  int generation = 4;
  bool has_header = false;
  bool has_purged_release = false;
  ErnMessage message;
  Findings findings;
  std::map<std::string, catalogue::Party> parties;  // by PartyReference
  std::vector<PartyMention> mentions;
  size_t main_release = 0;                              // index, once found
  std::vector<ReleaseNote> release_notes;               // parallel to message.contents.releases
  std::map<std::string, Where, std::less<>> resources;  // of every kind, by ResourceReference
  std::set<std::string, std::less<>> used_resources;    // contained in or related to another
  std::vector<std::string> deal_references;             // of the ReleaseDeal being read
  size_t deals_before = 0;                              // deals when the ReleaseDeal began
  std::optional<Date> deal_effective = {};              // of the ReleaseDeal being read, of 3.x
};

Result<void> read_header(ErnReading& reading, Element header);
Result<void> read_purged_release(ErnReading& reading, Element release);
void read_party(ErnReading& reading, Element party);
void read_resource(ErnReading& reading, Element resource);  // of any kind
void read_release(ErnReading& reading, Element release);
Result<void> read_deal(ErnReading& reading, Element deal);
void end_release_deal(ErnReading& reading);
// Resolves references and makes the statement out of what was read.
void finish(ErnReading& reading);
// Findings about the message as a whole: what is missing, unused or left out.
void check_completeness(ErnReading& reading);

}  // namespace umikoe::formats::ddex
