#pragma once

#include <functional>
#include <string>
#include <string_view>
#include <vector>

#include "catalogue/contents.h"
#include "formats/byte_source.h"
#include "formats/delivery_counts.h"
#include "rights/statement.h"

namespace umikoe::formats::ddex {

// One ERN message read whole: nothing of a message that is broken anywhere is returned.
struct ErnMessage {
  std::string version;          // "43", "432", "382", … from the namespace
  std::string profile;          // ReleaseProfileVersionId
  bool is_test = false;         // MessageControlType TestMessage
  rights::Statement statement;  // id, delivery and document are filled by the caller
  catalogue::Contents contents;
  DeliveryCounts counts;
  std::vector<Finding> findings;
};

// ERN 4 names the parties of credits and labels by reference, and the list of parties may stand
// anywhere in the message.
struct ReadRecording {
  catalogue::Recording recording;
  std::vector<std::string> credit_parties;  // PartyReference of each credit; none in 3.x
};
struct ReadRelease {
  catalogue::Release release;              // the kind of a 3.x release is known only at the end
  std::vector<std::string> label_parties;  // PartyReference of each ReleaseLabelReference
};

// Where the lists of a message go while it is read, one composite after the other. A message that
// turns out to be broken has then handed over its beginning.
struct ErnSink {
  std::function<void(std::string_view reference, catalogue::Party&&)> party;
  std::function<void(ReadRecording&&)> recording;
  std::function<void(catalogue::Image&&)> image;
  std::function<void(ReadRelease&&)> release;
  std::function<void(rights::Deal&&)> deal;
};

// Reads NewReleaseMessage and PurgeReleaseMessage of ERN 3.3 to 3.8.3 and 4.1 to 4.3.2, streaming.
// Errors: xml_not_well_formed, xml_doctype_refused, limit_exceeded, not_ern,
// ern_namespace_missing, ern_version_unsupported, ern_header_incomplete, time_invalid,
// purge_without_release_id, purge_ambiguous; each with line and element.
Result<ErnMessage> read_ern(const ByteSource& source);
// The same without holding the message: what is returned lacks what the sink got.
Result<ErnMessage> read_ern(const ByteSource& source, const ErnSink& sink);

}  // namespace umikoe::formats::ddex
