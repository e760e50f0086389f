#pragma once

#include <functional>
#include <string>
#include <string_view>

#include "formats/byte_source.h"
#include "formats/ddex/composite.h"

namespace umikoe::formats::ddex {

// What the root element says of the message.
struct MessageRoot {
  std::string name;           // NewReleaseMessage, PurgeReleaseMessage …
  std::string prefix;         // as written before the colon
  std::string namespace_uri;  // empty when the prefix was not declared
  std::string language;       // LanguageAndScriptCode
  std::string profile;        // ReleaseProfileVersionId
  long line = 0;
};

struct CompositeHandlers {
  // An error ends the reading.
  std::function<Result<void>(const MessageRoot&)> root;
  // Whether the element with this path below the root ("ResourceList/Video") is a composite to be
  // read; elements outside every composite are checked and passed over.
  std::function<bool(std::string_view path)> wanted;
  std::function<Result<void>(Element)> composite;
  // The end of a list element that is not itself a composite (such as "DealList/ReleaseDeal").
  std::function<void(std::string_view path)> left;
};

// Streams XML and hands over one composite at a time. Refuses document types (and with them every
// declared entity), touches no network, and holds the XML limits of base/limits.h. Errors:
// xml_not_well_formed, xml_doctype_refused, limit_exceeded, and those of the handlers.
Result<void> read_composites(const ByteSource& source, const CompositeHandlers& handlers);

}  // namespace umikoe::formats::ddex
