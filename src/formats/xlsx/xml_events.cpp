#include "formats/xlsx/xml_events.h"

#include <libxml/parser.h>

#include <array>
#include <memory>
#include <optional>
#include <vector>

#include "formats/ddex/tag_guard.h"
#include "formats/over_limit.h"

namespace umikoe::formats::xlsx {
namespace {

std::string_view view(const xmlChar* text) {
  return text ? std::string_view(reinterpret_cast<const char*>(text)) : std::string_view();
}

class Reading {
 public:
  explicit Reading(const XmlHandlers& handlers) : handlers_(handlers) {}

  Result<void> run(const ByteSource& source);

  void start(const xmlChar* name, const xmlChar* uri, int count, const xmlChar** attributes) {
    if (error_) return;
    if (++depth_ > limits::xml_depth.value) return stop(over_limit(limits::xml_depth));
    if (count > limits::xml_attributes.value) return stop(over_limit(limits::xml_attributes));
    keep(handlers_.start(view(name), XmlAttributes(attributes, count, view(uri), line())));
  }
  void end(const xmlChar* name) {
    --depth_;
    if (!error_) keep(handlers_.end(view(name)));
  }
  void text(const xmlChar* bytes, int size) {
    if (error_) return;
    keep(handlers_.text({reinterpret_cast<const char*>(bytes), static_cast<size_t>(size)}));
  }
  void refuse_doctype() { stop(Error{"xml_doctype_refused"}); }

 private:
  void keep(Result<void> told) {
    if (!told) stop(std::move(told).error());
  }
  long line() const { return parser_->input ? parser_->input->line : 0; }
  void stop(Error error) {
    if (!error_) error_ = std::move(error);
    if (handlers_.says_lines && error_->where.line == 0) error_->where.line = line();
    xmlStopParser(parser_);
  }

  const XmlHandlers& handlers_;
  xmlParserCtxtPtr parser_ = nullptr;
  int64_t depth_ = 0;
  std::optional<Error> error_;
};

xmlSAXHandler sax_handler() {
  xmlSAXHandler sax = {};
  sax.initialized = XML_SAX2_MAGIC;
  sax.startElementNs = [](void* reading, const xmlChar* local, const xmlChar*, const xmlChar* uri,
                          int, const xmlChar**, int count, int, const xmlChar** attributes) {
    static_cast<Reading*>(reading)->start(local, uri, count, attributes);
  };
  sax.endElementNs = [](void* reading, const xmlChar* local, const xmlChar*, const xmlChar*) {
    static_cast<Reading*>(reading)->end(local);
  };
  sax.characters = [](void* reading, const xmlChar* text, int size) {
    static_cast<Reading*>(reading)->text(text, size);
  };
  sax.cdataBlock = sax.characters;
  sax.internalSubset = [](void* reading, const xmlChar*, const xmlChar*, const xmlChar*) {
    static_cast<Reading*>(reading)->refuse_doctype();
  };
  // Errors are read from the context afterwards; without a handler libxml2 writes to stderr.
  sax.serror = [](void*, xmlErrorPtr) {};
  return sax;
}

struct FreeParser {
  void operator()(xmlParserCtxtPtr parser) const { xmlFreeParserCtxt(parser); }
};

Error not_well_formed(xmlParserCtxtPtr parser) {
  const xmlError* last = xmlCtxtGetLastError(parser);
  std::string reason = last && last->message ? last->message : "unexpected end";
  while (reason.ends_with('\n')) reason.pop_back();
  return Error{"xml_not_well_formed", {{"reason", std::move(reason)}}};
}

Result<void> Reading::run(const ByteSource& source) {
  xmlInitParser();
  std::vector<char> buffer(size_t{64} * 1024);
  xmlSAXHandler sax = sax_handler();
  const std::unique_ptr<xmlParserCtxt, FreeParser> parser(
      xmlCreatePushParserCtxt(&sax, this, nullptr, 0, nullptr));
  if (!parser) return fail("xml_not_well_formed", {{"reason", "no parser"}});
  parser_ = parser.get();
  // Without NOENT an attribute's "&amp;" would arrive as "&#38;". No entity can be declared,
  // because the declarations' only place, the document type, is refused.
  xmlCtxtUseOptions(parser_, XML_PARSE_NONET | XML_PARSE_NOENT);
  ddex::TagGuard guard;
  while (!error_ && parser_->wellFormed) {
    UMIKOE_TRY(const size_t size, source(buffer));
    if (size == 0) break;
    if (!guard.admits({buffer.data(), size})) {
      stop(over_limit(limits::xml_attributes));
    } else {
      xmlParseChunk(parser_, buffer.data(), static_cast<int>(size), 0);
    }
  }
  if (!error_ && parser_->wellFormed) xmlParseChunk(parser_, nullptr, 0, 1);
  if (!error_ && !parser_->wellFormed) stop(not_well_formed(parser_));
  if (error_) return std::unexpected(std::move(*error_));
  return {};
}

}  // namespace

std::string_view XmlAttributes::value(std::string_view local_name) const {
  for (int i = 0; i < count_; ++i) {
    if (view(pointers_[i * 5]) != local_name) continue;
    const auto* begin = reinterpret_cast<const char*>(pointers_[i * 5 + 3]);
    const auto* end = reinterpret_cast<const char*>(pointers_[i * 5 + 4]);
    return {begin, end};
  }
  return {};
}

Result<void> read_events(const ByteSource& source, const XmlHandlers& handlers) {
  return Reading(handlers).run(source);
}

}  // namespace umikoe::formats::xlsx
