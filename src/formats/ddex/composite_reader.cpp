#include "formats/ddex/composite_reader.h"

#include <libxml/parser.h>

#include <algorithm>
#include <array>
#include <memory>
#include <optional>
#include <span>
#include <vector>

#include "formats/ddex/tag_guard.h"
#include "formats/over_limit.h"

namespace umikoe::formats::ddex {
namespace {

std::string_view view(const xmlChar* text) {
  return text ? std::string_view(reinterpret_cast<const char*>(text)) : std::string_view();
}

// libxml2 hands attributes over as five pointers each.
struct SaxAttributes {
  const xmlChar** pointers;
  int count;

  std::string_view name(int i) const { return view(pointers[i * 5]); }
  std::string_view value(int i) const {
    const auto* begin = reinterpret_cast<const char*>(pointers[i * 5 + 3]);
    const auto* end = reinterpret_cast<const char*>(pointers[i * 5 + 4]);
    return {begin, end};
  }
  std::string_view value_of(std::string_view wanted) const {
    for (int i = 0; i < count; ++i) {
      if (name(i) == wanted) return trimmed(value(i));
    }
    return {};
  }
};

// The state of one parse. The parser calls back with a pointer to it.
class Reading {
 public:
  explicit Reading(const CompositeHandlers& handlers) : handlers_(handlers) {}

  Result<void> run(const ByteSource& source);

  void start(const xmlChar* local, const xmlChar* prefix, const xmlChar* uri, int namespaces,
             SaxAttributes attributes);
  void end();
  void characters(const char* bytes, size_t size);
  void refuse_doctype() { stop(Error{"xml_doctype_refused", {}, where()}); }
  void check_encoding();

 private:
  struct Open {
    std::string_view name;  // interned by the parser
    std::string language;
  };

  Result<void> parse(const ByteSource& source, std::span<char> buffer, size_t size, size_t from);
  void stop(Error error);
  bool check(const Limit& limit, int64_t value);
  Where where() const;
  std::string path() const;
  std::string path_below_root() const;
  Error not_well_formed() const;
  void start_root(const xmlChar* local, const xmlChar* prefix, const xmlChar* uri,
                  SaxAttributes attributes);
  void record(std::string_view name, SaxAttributes attributes);

  const CompositeHandlers& handlers_;
  xmlParserCtxtPtr parser_ = nullptr;
  std::vector<Open> open_;  // elements outside the composite being read
  int64_t depth_ = 0;
  bool recording_ = false;
  TagGuard guard_;
  Composite composite_;
  std::string text_;
  std::optional<Error> error_;
};

void Reading::stop(Error error) {
  if (!error_) error_ = std::move(error);
  xmlStopParser(parser_);
}

bool Reading::check(const Limit& limit, int64_t value) {
  if (value <= limit.value) return true;
  stop(over_limit(limit, where()));
  return false;
}

std::string Reading::path() const {
  std::string path;
  for (const Open& element : open_) {
    if (!path.empty()) path += '/';
    path += element.name;
  }
  return path;
}

std::string Reading::path_below_root() const {
  std::string path;
  for (size_t i = 1; i < open_.size(); ++i) {
    if (i > 1) path += '/';
    path += open_[i].name;
  }
  return path;
}

Where Reading::where() const {
  const long line = parser_ && parser_->input ? parser_->input->line : 0;
  return Where{.file = {}, .line = line, .element = path()};
}

void Reading::start_root(const xmlChar* local, const xmlChar* prefix, const xmlChar* uri,
                         SaxAttributes attributes) {
  const MessageRoot root{.name = std::string(view(local)),
                         .prefix = std::string(view(prefix)),
                         .namespace_uri = std::string(view(uri)),
                         .language = std::string(attributes.value_of("LanguageAndScriptCode")),
                         .profile = std::string(attributes.value_of("ReleaseProfileVersionId")),
                         .line = where().line};
  open_.push_back({view(local), root.language});
  if (auto read = handlers_.root(root); !read) {
    Error error = std::move(read).error();
    error.where = where();
    stop(std::move(error));
  }
}

void Reading::record(std::string_view name, SaxAttributes attributes) {
  composite_.open(name, parser_->input->line);
  for (int i = 0; i < attributes.count; ++i) {
    if (!check(limits::xml_text_bytes, std::ssize(attributes.value(i)))) return;
    composite_.add_attribute(attributes.name(i), attributes.value(i));
  }
  check(limits::xml_composite_bytes, composite_.bytes());
}

void Reading::start(const xmlChar* local, const xmlChar* prefix, const xmlChar* uri, int namespaces,
                    SaxAttributes attributes) {
  if (error_) return;
  text_.clear();
  ++depth_;
  if (!check(limits::xml_depth, depth_)) return;
  if (!check(limits::xml_attributes, int64_t{attributes.count} + namespaces)) return;
  if (depth_ == 1) return start_root(local, prefix, uri, attributes);
  if (!recording_) {
    std::string language(attributes.value_of("LanguageAndScriptCode"));
    if (language.empty()) language = open_.back().language;
    open_.push_back({view(local), language});
    if (!handlers_.wanted(path_below_root())) return;
    open_.pop_back();
    recording_ = true;
    composite_.restart(path(), open_.back().language);
  }
  record(view(local), attributes);
}

void Reading::end() {
  if (error_) return;
  --depth_;
  if (!recording_) {
    if (depth_ > 0) handlers_.left(path_below_root());
    open_.pop_back();
  } else {
    composite_.close(text_);
    if (composite_.complete()) {
      recording_ = false;
      if (auto read = handlers_.composite(composite_.root()); !read) {
        stop(std::move(read).error());
      }
    }
  }
  text_.clear();
}

void Reading::characters(const char* bytes, size_t size) {
  if (error_ || !check(limits::xml_text_bytes, std::ssize(text_) + static_cast<int64_t>(size))) {
    return;
  }
  text_.append(bytes, size);
}

// The guard reads bytes before they are decoded, so only encodings are read in which "<" is never a
// part of another character.
void Reading::check_encoding() {
  static constexpr std::array<std::string_view, 9> known = {
      "utf-8",     "utf-16", "us-ascii", "iso-8859-1", "iso-8859-15",
      "shift_jis", "euc-jp", "cp932",    "windows-31j"};
  std::string name(view(parser_->encoding));
  std::ranges::transform(name, name.begin(), [](char c) {
    return c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c;
  });
  const bool wide = name.starts_with("utf-16");
  if (name.empty() || wide || std::ranges::find(known, name) != known.end()) return;
  stop(Error{"encoding_unavailable", {{"encoding", name}}, where()});
}

Error Reading::not_well_formed() const {
  const xmlError* last = xmlCtxtGetLastError(parser_);
  std::string reason(last && last->message ? trimmed(last->message) : "unexpected end");
  Where place = where();
  if (last && last->line > 0) place.line = last->line;
  return Error{"xml_not_well_formed", {{"reason", std::move(reason)}}, std::move(place)};
}

xmlSAXHandler sax_handler() {
  xmlSAXHandler sax = {};
  sax.initialized = XML_SAX2_MAGIC;
  sax.startElementNs = [](void* reading, const xmlChar* local, const xmlChar* prefix,
                          const xmlChar* uri, int namespaces, const xmlChar**, int count, int,
                          const xmlChar** attributes) {
    static_cast<Reading*>(reading)->start(local, prefix, uri, namespaces, {attributes, count});
  };
  sax.endElementNs = [](void* reading, const xmlChar*, const xmlChar*, const xmlChar*) {
    static_cast<Reading*>(reading)->end();
  };
  sax.characters = [](void* reading, const xmlChar* text, int size) {
    static_cast<Reading*>(reading)->characters(reinterpret_cast<const char*>(text),
                                               static_cast<size_t>(size));
  };
  sax.cdataBlock = sax.characters;
  sax.startDocument = [](void* reading) { static_cast<Reading*>(reading)->check_encoding(); };
  sax.internalSubset = [](void* reading, const xmlChar*, const xmlChar*, const xmlChar*) {
    static_cast<Reading*>(reading)->refuse_doctype();
  };
  // Errors are read from the context afterwards; without a handler libxml2 writes to stderr.
  sax.serror = [](void*, xmlErrorPtr) {};
  return sax;
}

// Fills at least the four bytes by which an encoding is told.
Result<size_t> read_start(const ByteSource& source, std::span<char> buffer) {
  size_t size = 0;
  while (size < 4) {
    UMIKOE_TRY(const size_t got, source(buffer.subspan(size)));
    if (got == 0) break;
    size += got;
  }
  return size;
}

bool is_ucs4(std::string_view bytes) {
  return bytes.size() >= 4 &&
         ((bytes[0] == 0 && bytes[1] == 0) || (bytes[2] == 0 && bytes[3] == 0));
}

struct FreeParser {
  void operator()(xmlParserCtxtPtr parser) const { xmlFreeParserCtxt(parser); }
};

Result<void> Reading::parse(const ByteSource& source, std::span<char> buffer, size_t size,
                            size_t from) {
  while (size > 0 && !error_ && parser_->wellFormed) {
    if (guard_.admits({buffer.data(), size})) {
      xmlParseChunk(parser_, buffer.data() + from, static_cast<int>(size - from), 0);
    } else {
      stop(over_limit(limits::xml_attributes, where()));
    }
    from = 0;
    UMIKOE_TRY(size, source(buffer));
  }
  if (!error_ && parser_->wellFormed) xmlParseChunk(parser_, nullptr, 0, 1);
  return {};
}

Result<void> Reading::run(const ByteSource& source) {
  xmlInitParser();
  std::array<char, 64 * 1024> buffer;
  UMIKOE_TRY(const size_t size, read_start(source, buffer));
  if (is_ucs4({buffer.data(), size})) return fail("encoding_unavailable", {{"encoding", "UCS-4"}});
  xmlSAXHandler sax = sax_handler();
  // The parser tells the encoding by the first four bytes, so it is given those at its creation.
  const size_t head = std::min<size_t>(size, 4);
  const std::unique_ptr<xmlParserCtxt, FreeParser> parser(
      xmlCreatePushParserCtxt(&sax, this, buffer.data(), static_cast<int>(head), nullptr));
  if (!parser) return fail("xml_not_well_formed", {{"reason", "no parser"}});
  parser_ = parser.get();
  // Without NOENT an attribute's "&amp;" would arrive as "&#38;". No entity can be declared,
  // because the declarations' only place, the document type, is refused.
  xmlCtxtUseOptions(parser_, XML_PARSE_NONET | XML_PARSE_NOENT);
  UMIKOE_TRY(parse(source, buffer, size, head));
  if (!error_ && !parser_->wellFormed) error_ = not_well_formed();
  if (error_) return std::unexpected(std::move(*error_));
  return {};
}

}  // namespace

Result<void> read_composites(const ByteSource& source, const CompositeHandlers& handlers) {
  return Reading(handlers).run(source);
}

}  // namespace umikoe::formats::ddex
