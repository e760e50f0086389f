#pragma once

#include <functional>
#include <string_view>

#include "formats/byte_source.h"

namespace umikoe::formats::xlsx {

// The attributes of one element, valid while its start is told.
class XmlAttributes {
 public:
  XmlAttributes(const unsigned char** pointers, int count, std::string_view element_namespace,
                long line)
      : pointers_(pointers), count_(count), namespace_(element_namespace), line_(line) {}

  // By local name, whatever its prefix; empty where there is none.
  std::string_view value(std::string_view local_name) const;
  // The namespace of the element itself; empty where it has none.
  std::string_view element_namespace() const { return namespace_; }
  // The line of the part where the element's start ends.
  long line() const { return line_; }

 private:
  const unsigned char** pointers_;  // five of libxml2 for each attribute
  int count_;
  std::string_view namespace_;
  long line_;
};

// What is told of an XML part, by local names; an error of a handler ends the reading.
struct XmlHandlers {
  std::function<Result<void>(std::string_view name, const XmlAttributes& attributes)> start;
  std::function<Result<void>(std::string_view name)> end;
  std::function<Result<void>(std::string_view text)> text;  // may come in pieces
  bool says_lines = false;  // whether a line of the part means something to a person
};

// Errors: xml_not_well_formed, xml_doctype_refused, limit_exceeded and those of the handlers.
Result<void> read_events(const ByteSource& source, const XmlHandlers& handlers);

}  // namespace umikoe::formats::xlsx
