#pragma once

#include <vector>

#include "catalogue/party.h"
#include "catalogue/recording.h"
#include "catalogue/release.h"
#include "formats/byte_source.h"
#include "formats/delivery_counts.h"
#include "formats/recognise.h"
#include "rights/licence.h"
#include "rights/sighting.h"

namespace umikoe::formats::table {

// A name form given to a recording by a table, apart from any message.
struct RecordingName {
  Isrc isrc;
  bool of_artist = false;  // else of the title
  catalogue::NameForm form;

  bool operator==(const RecordingName&) const = default;
};

// One of our CSV kinds, read whole (headers in docs/formats.md). A row that cannot be read makes
// the whole file an error with its line: a half-read ledger would answer wrongly.
struct TableContents {
  std::vector<catalogue::Recording> recordings;
  std::vector<catalogue::Release> releases;  // of a recordings table; resource_references are ISRCs
  std::vector<RecordingName> names;
  std::vector<rights::Licence> licences;
  std::vector<rights::Sighting> sightings;
  std::vector<catalogue::DeclaredParty> parties;
  DeliveryCounts counts;
  std::vector<Finding> findings;
};
// Every error found, up to limits::errors_kept, is returned; contents only when there is none.
struct TableResult {
  TableContents contents;
  std::vector<Error> errors;
};
TableResult read_table(Format format, const ByteSource& source);

}  // namespace umikoe::formats::table
