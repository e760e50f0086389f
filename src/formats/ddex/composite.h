#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "base/result.h"

namespace umikoe::formats::ddex {

class Element;

// One composite of a message (a SoundRecording, a Release, a Deal), held only until it has been
// turned into values: the reader never sees more of a message than this at a time. Elements stand
// in flat arrays in document order, so that a composite costs a few allocations and not thousands.
class Composite {
 public:
  // Starts an empty composite below the given path; the language is the one in force there.
  void restart(std::string parent_path, std::string language);
  // Names must outlive the composite (the parser interns them).
  void open(std::string_view name, long line);
  void add_attribute(std::string_view name, std::string_view value);  // of the element just opened
  void close(std::string_view text);
  bool complete() const { return open_.empty(); }
  int64_t bytes() const;
  Element root() const;

 private:
  friend class Element;
  struct Node {
    std::string_view name;
    long line = 0;
    size_t text_at = 0;
    size_t text_size = 0;
    size_t attribute_at = 0;
    size_t attribute_count = 0;
    int32_t parent = -1;
    int32_t last_child = -1;
    int32_t next = -1;      // sibling
    int32_t end = 0;        // one past the last descendant
    int32_t language = -1;  // index of the attribute in force
  };
  struct Attribute {
    std::string_view name;
    size_t value_at = 0;
    size_t value_size = 0;
  };

  std::string parent_path_;
  std::string language_;
  std::string text_;
  std::vector<Node> nodes_;
  std::vector<Attribute> attributes_;
  std::vector<int32_t> open_;
};

// A place in a composite; a cheap handle. A child that is not there is an element that does not
// exist: its text and attributes are empty, so paths can be written without asking at every step.
class Element {
 public:
  Element() = default;
  explicit operator bool() const { return composite_ != nullptr; }

  std::string_view name() const;
  std::string_view text() const;  // without surrounding white space
  long line() const;
  std::string_view attribute(std::string_view name) const;
  bool has_attribute(std::string_view name) const;
  std::string_view language() const;  // LanguageAndScriptCode in force here
  Element child(std::string_view name) const;
  std::vector<Element> children(std::string_view name) const;
  std::vector<Element> children() const;
  // Every element below this one with that name, at any depth, in document order.
  std::vector<Element> descendants(std::string_view name) const;
  std::vector<Element> descendants() const;
  Where where() const;  // line and path from the root of the message

 private:
  friend class Composite;
  Element(const Composite* composite, int32_t index) : composite_(composite), index_(index) {}
  const Composite::Node& node() const { return composite_->nodes_[static_cast<size_t>(index_)]; }

  const Composite* composite_ = nullptr;
  int32_t index_ = 0;
};

// True for the two spellings of xs:boolean's true.
bool is_true(std::string_view text);
std::string_view trimmed(std::string_view text);

}  // namespace umikoe::formats::ddex
