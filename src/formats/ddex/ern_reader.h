#pragma once

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

// Reads NewReleaseMessage and PurgeReleaseMessage of ERN 3.3 to 3.8.3 and 4.1 to 4.3.2, streaming.
// Errors: xml_not_well_formed, xml_doctype_refused, limit_exceeded, not_ern,
// ern_namespace_missing, ern_version_unsupported, ern_header_incomplete, time_invalid,
// purge_without_release_id, purge_ambiguous; each with line and element.
Result<ErnMessage> read_ern(const ByteSource& source);

}  // namespace umikoe::formats::ddex
