#pragma once

#include <functional>
#include <optional>
#include <span>
#include <string>

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

// The names of the elements from the one below the root down to the one in question.
using Path = std::span<const Name>;

struct CompositeHandlers {
  // An error ends the reading.
  std::function<Result<void>(const MessageRoot&)> root;
  // Whether the element there is a composite to be read, and of which of the caller's kinds;
  // elements outside every composite are checked and passed over.
  std::function<std::optional<size_t>(Path)> wanted;
  std::function<Result<void>(size_t kind, Element)> composite;
  // The end of an element that is not itself inside a composite (such as "DealList/ReleaseDeal").
  std::function<void(Path)> left;
};

// Streams XML and hands over one composite at a time. Refuses document types (and with them every
// declared entity), touches no network, and holds the XML limits of base/limits.h. Errors:
// xml_not_well_formed, xml_doctype_refused, limit_exceeded, and those of the handlers.
Result<void> read_composites(const ByteSource& source, NameTable& names,
                             const CompositeHandlers& handlers);

}  // namespace umikoe::formats::ddex
