#include "formats/ddex/composite_reader.h"

#include <libxml/parser.h>

#include <algorithm>
#include <array>
#include <cstring>
#include <memory>
#include <vector>

#include "formats/ddex/tag_guard.h"
#include "formats/over_limit.h"

namespace umikoe::formats::ddex {
namespace {

constexpr size_t buffer_bytes = size_t{64} * 1024;

const char* characters_of(const xmlChar* text) { return reinterpret_cast<const char*>(text); }

std::string_view view(const xmlChar* text) {
  return text ? std::string_view(characters_of(text)) : std::string_view();
}

// libxml2 hands attributes over as five pointers each.
struct SaxAttributes {
  const xmlChar** pointers;
  int count;

  const char* name(int i) const { return characters_of(pointers[i * 5]); }
  std::string_view value(int i) const {
    return {characters_of(pointers[i * 5 + 3]), characters_of(pointers[i * 5 + 4])};
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
  Reading(const ByteSource& source, NameTable& names, const CompositeHandlers& handlers)
      : source_(source), handlers_(handlers), names_(names), composite_(names) {}

  Result<void> run();

  int fill(char* into, int size);
  void start(const xmlChar* local, const xmlChar* prefix, const xmlChar* uri, int namespaces,
             SaxAttributes attributes);
  void end();
  void characters(const char* bytes, size_t size);
  void refuse_doctype() { stop(Error{"xml_doctype_refused", {}, where()}); }
  void check_encoding();
  void note(const xmlError& error);

 private:
  struct Broken {
    std::string reason;
    int line = 0;
    int64_t at = 0;  // byte of the decoded input
  };

  Result<size_t> read_start();
  void admit(size_t size);
  void read_more();
  void stop(Error error);
  bool check(const Limit& limit, int64_t value) {
    return value <= limit.value || (stop(over_limit(limit, where())), false);
  }
  Where where() const;
  Path below_root() const { return Path(path_).subspan(1); }
  Error not_well_formed() const;
  void start_root(const xmlChar* local, const xmlChar* prefix, const xmlChar* uri,
                  SaxAttributes attributes);
  void start_outside(Name name, SaxAttributes attributes);
  void record(Name name, SaxAttributes attributes);

  const ByteSource& source_;
  const CompositeHandlers& handlers_;
  std::vector<char> buffer_ = std::vector<char>(buffer_bytes);
  std::string_view unread_;  // of the buffer
  xmlParserCtxtPtr parser_ = nullptr;
  NameTable& names_;
  std::vector<Name> path_;              // elements outside the composite being read
  std::vector<std::string> languages_;  // in force in each of them
  int64_t depth_ = 0;
  bool recording_ = false;
  size_t kind_ = 0;
  TagGuard guard_;
  Composite composite_;
  int64_t text_bytes_ = 0;
  std::optional<Broken> broken_;
  std::optional<Error> error_;
};

void Reading::stop(Error error) {
  if (!error_) error_ = std::move(error);
  xmlStopParser(parser_);
}

Where Reading::where() const {
  const long line = parser_ && parser_->input ? parser_->input->line : 0;
  std::string path;
  for (const Name name : path_) {
    if (!path.empty()) path += '/';
    path += names_.text(name);
  }
  return Where{.file = {}, .line = line, .element = std::move(path)};
}

void Reading::start_root(const xmlChar* local, const xmlChar* prefix, const xmlChar* uri,
                         SaxAttributes attributes) {
  const MessageRoot root{.name = std::string(view(local)),
                         .prefix = std::string(view(prefix)),
                         .namespace_uri = std::string(view(uri)),
                         .language = std::string(attributes.value_of("LanguageAndScriptCode")),
                         .profile = std::string(attributes.value_of("ReleaseProfileVersionId")),
                         .line = where().line};
  path_.push_back(names_.of(characters_of(local)));
  languages_.push_back(root.language);
  if (auto read = handlers_.root(root); !read) {
    Error error = std::move(read).error();
    error.where = where();
    stop(std::move(error));
  }
}

void Reading::record(Name name, SaxAttributes attributes) {
  composite_.open(name, parser_->input->line);
  for (int i = 0; i < attributes.count; ++i) {
    const std::string_view value = attributes.value(i);
    if (!check(limits::xml_text_bytes, std::ssize(value))) return;
    composite_.add_attribute(names_.of(attributes.name(i)), value);
  }
  check(limits::xml_composite_bytes, composite_.bytes());
}

// An element outside every composite: the beginning of one, or a list of them.
void Reading::start_outside(Name name, SaxAttributes attributes) {
  path_.push_back(name);
  const auto kind = handlers_.wanted(below_root());
  if (!kind) {
    std::string language(attributes.value_of("LanguageAndScriptCode"));
    languages_.push_back(language.empty() ? languages_.back() : std::move(language));
    return;
  }
  path_.pop_back();
  kind_ = *kind;
  recording_ = true;
  composite_.restart(path_, languages_.back());
  record(name, attributes);
}

void Reading::start(const xmlChar* local, const xmlChar* prefix, const xmlChar* uri, int namespaces,
                    SaxAttributes attributes) {
  if (error_) return;
  text_bytes_ = 0;
  if (!check(limits::xml_depth, ++depth_)) return;
  if (!check(limits::xml_attributes, int64_t{attributes.count} + namespaces)) return;
  if (depth_ == 1) return start_root(local, prefix, uri, attributes);
  const Name name = names_.of(characters_of(local));
  if (recording_) return record(name, attributes);
  start_outside(name, attributes);
}

void Reading::end() {
  if (error_) return;
  --depth_;
  text_bytes_ = 0;
  if (!recording_) {
    if (depth_ > 0) handlers_.left(below_root());
    path_.pop_back();
    languages_.pop_back();
    return;
  }
  composite_.close();
  if (!composite_.complete()) return;
  recording_ = false;
  if (auto read = handlers_.composite(kind_, composite_.root()); !read) {
    stop(std::move(read).error());
  }
}

void Reading::characters(const char* bytes, size_t size) {
  if (error_) return;
  text_bytes_ += static_cast<int64_t>(size);
  if (check(limits::xml_text_bytes, text_bytes_) && recording_) composite_.add_text({bytes, size});
}

// The guard reads bytes before they are decoded, so only encodings are read in which "<" is never a
// part of another character.
void Reading::check_encoding() {
  static constexpr std::array<std::string_view, 9> known = {
      "utf-8",     "utf-16", "us-ascii", "iso-8859-1", "iso-8859-15",
      "shift_jis", "euc-jp", "cp932",    "windows-31j"};
  const xmlChar* declared = parser_->encoding ? parser_->encoding : parser_->input->encoding;
  std::string name(view(declared));
  std::ranges::transform(name, name.begin(), [](char c) {
    return c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c;
  });
  const bool wide = name.starts_with("utf-16");
  if (name.empty() || wide || std::ranges::find(known, name) != known.end()) return;
  stop(Error{"encoding_unavailable", {{"encoding", name}}, where()});
}

// The parser may complain several times at the first place that is broken, the last time with most
// words; what it says further on only follows from that.
void Reading::note(const xmlError& error) {
  if (error.level != XML_ERR_FATAL) return;
  const auto* input = parser_->input;
  const auto at = input ? static_cast<int64_t>(input->consumed) + (input->cur - input->base) : 0;
  if (broken_ && broken_->at != at) return;
  broken_ = Broken{error.message ? std::string(trimmed(error.message)) : "", error.line, at};
}

Error Reading::not_well_formed() const {
  const Broken broken = broken_.value_or(Broken{"unexpected end"});
  Where place = where();
  if (broken.line > 0) place.line = broken.line;
  return Error{"xml_not_well_formed", {{"reason", broken.reason}}, std::move(place)};
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
    static_cast<Reading*>(reading)->characters(characters_of(text), static_cast<size_t>(size));
  };
  // The same function, so that the parser does not look at white space to tell it from text.
  sax.ignorableWhitespace = sax.characters;
  sax.cdataBlock = sax.characters;
  sax.startDocument = [](void* reading) { static_cast<Reading*>(reading)->check_encoding(); };
  sax.internalSubset = [](void* reading, const xmlChar*, const xmlChar*, const xmlChar*) {
    static_cast<Reading*>(reading)->refuse_doctype();
  };
  sax.serror = [](void* reading, xmlErrorPtr error) {
    static_cast<Reading*>(reading)->note(*error);
  };
  return sax;
}

// Fills at least the four bytes by which an encoding is told.
Result<size_t> Reading::read_start() {
  size_t size = 0;
  while (size < 4) {
    UMIKOE_TRY(const size_t got, source_(std::span(buffer_).subspan(size)));
    if (got == 0) break;
    size += got;
  }
  return size;
}

// Lets the first bytes of the buffer through to the parser, unless the guard sees a tag there that
// would cost it minutes.
void Reading::admit(size_t size) {
  const std::string_view bytes(buffer_.data(), size);
  if (guard_.admits(bytes)) {
    unread_ = bytes;
  } else {
    error_ = over_limit(limits::xml_attributes, where());
  }
}

// A message known to be broken is not read on.
void Reading::read_more() {
  if (error_ || !parser_->wellFormed) return;
  auto got = source_(buffer_);
  if (got) {
    admit(*got);
  } else {
    error_ = std::move(got).error();
  }
}

// What the parser asks for; fewer bytes than that only at the end, so that it sees the same pieces
// whatever the source's are.
int Reading::fill(char* into, int size) {
  const auto wanted = static_cast<size_t>(size);
  size_t filled = 0;
  while (filled < wanted) {
    if (unread_.empty()) read_more();
    if (unread_.empty()) break;
    const size_t count = std::min(wanted - filled, unread_.size());
    std::memcpy(into + filled, unread_.data(), count);
    unread_.remove_prefix(count);
    filled += count;
  }
  return static_cast<int>(filled);
}

bool is_ucs4(std::string_view bytes) {
  return bytes.size() >= 4 &&
         ((bytes[0] == 0 && bytes[1] == 0) || (bytes[2] == 0 && bytes[3] == 0));
}

// What is wrong with an encoding the parser says to nobody in particular on its thread; unheard it
// would be written to standard error.
class Hearing {
 public:
  explicit Hearing(Reading& reading)
      : function_before_(xmlStructuredError), context_before_(xmlStructuredErrorContext) {
    xmlSetStructuredErrorFunc(&reading, [](void* context, xmlErrorPtr error) {
      static_cast<Reading*>(context)->note(*error);
    });
  }
  Hearing(const Hearing&) = delete;
  Hearing& operator=(const Hearing&) = delete;
  ~Hearing() { xmlSetStructuredErrorFunc(context_before_, function_before_); }

 private:
  xmlStructuredErrorFunc function_before_;
  void* context_before_;
};

struct FreeParser {
  void operator()(xmlParserCtxtPtr parser) const { xmlFreeParserCtxt(parser); }
};

// The parser asks for bytes as it goes, which costs less than being given them: then it would look
// for the end of each tag before it reads it.
Result<void> Reading::run() {
  xmlInitParser();
  UMIKOE_TRY(const size_t size, read_start());
  if (is_ucs4({buffer_.data(), size})) return fail("encoding_unavailable", {{"encoding", "UCS-4"}});
  const xmlInputReadCallback read = [](void* reading, char* into, int wanted) {
    return static_cast<Reading*>(reading)->fill(into, wanted);
  };
  xmlSAXHandler sax = sax_handler();
  const std::unique_ptr<xmlParserCtxt, FreeParser> parser(
      xmlCreateIOParserCtxt(&sax, this, read, nullptr, this, XML_CHAR_ENCODING_NONE));
  if (!parser) return fail("xml_not_well_formed", {{"reason", "no parser"}});
  parser_ = parser.get();
  // Without NOENT an attribute's "&amp;" would arrive as "&#38;". No entity can be declared,
  // because the declarations' only place, the document type, is refused.
  xmlCtxtUseOptions(parser_, XML_PARSE_NONET | XML_PARSE_NOENT);
  const Hearing hearing(*this);
  admit(size);
  const int parsed = error_ ? 0 : xmlParseDocument(parser_);
  if (!error_ && (parsed != 0 || broken_ || !parser_->wellFormed)) error_ = not_well_formed();
  if (error_) return std::unexpected(std::move(*error_));
  return {};
}

}  // namespace

Result<void> read_composites(const ByteSource& source, NameTable& names,
                             const CompositeHandlers& handlers) {
  return Reading(source, names, handlers).run();
}

}  // namespace umikoe::formats::ddex
