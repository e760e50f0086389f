#pragma once

#include <functional>
#include <string_view>

#include "formats/byte_source.h"

namespace umikoe::formats::xlsx {

// The attributes of one element, valid while its start is told.
class XmlAttributes {
 public:
  XmlAttributes(const unsigned char** pointers, int count) : pointers_(pointers), count_(count) {}

  // By local name, whatever its prefix; empty where there is none.
  std::string_view value(std::string_view local_name) const;

 private:
  const unsigned char** pointers_;  // five of libxml2 for each attribute
  int count_;
};

// What is told of an XML part, by local names; an error of a handler ends the reading.
struct XmlHandlers {
  std::function<Result<void>(std::string_view name, const XmlAttributes& attributes)> start;
  std::function<Result<void>(std::string_view name)> end;
  std::function<Result<void>(std::string_view text)> text;  // may come in pieces
};

// Errors: xml_not_well_formed, xml_doctype_refused, limit_exceeded and those of the handlers.
Result<void> read_events(const ByteSource& source, const XmlHandlers& handlers);

}  // namespace umikoe::formats::xlsx
