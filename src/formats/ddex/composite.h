#pragma once

#include <cstdint>
#include <iterator>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "base/result.h"
#include "formats/ddex/name_table.h"

namespace umikoe::formats::ddex {

class Element;

// One composite of a message (a SoundRecording, a Release, a Deal), held only until it has been
// turned into values: the reader never sees more of a message than this at a time. Elements stand
// in flat arrays in document order and are used again for the next composite, so that one costs no
// allocation.
class Composite {
 public:
  explicit Composite(const NameTable& names) : names_(names) {}

  // Starts an empty composite below the elements of these names; the language is the one in force
  // there.
  void restart(std::span<const Name> parents, std::string_view language);
  void open(Name name, int32_t line);
  void add_attribute(Name name, std::string_view value);  // of the element just opened
  void add_text(std::string_view bytes);                  // of the innermost open element
  void close();
  bool complete() const { return open_ < 0; }
  int64_t bytes() const;
  Element root() const;

 private:
  friend class Element;
  friend class Elements;
  struct Node {
    Name name;
    int32_t line = 0;
    uint32_t text_at = 0;  // within text_, without surrounding white space
    uint32_t text_size = 0;
    uint32_t attribute_at = 0;
    uint32_t attribute_count = 0;
    int32_t parent = -1;
    int32_t last_child = -1;
    int32_t next = -1;      // sibling
    int32_t end = 0;        // one past the last descendant
    int32_t language = -1;  // index of the attribute in force
    uint64_t children = 0;  // bits of their names: most questions are for names that are not there
  };
  struct Attribute {
    Name name;
    uint32_t value_at = 0;  // likewise
    uint32_t value_size = 0;
  };

  static uint64_t bit_of(Name name) { return uint64_t{1} << (name.number() % 64); }
  std::string_view text(uint32_t at, uint32_t size) const { return {text_.data() + at, size}; }

  const NameTable& names_;
  std::vector<Name> parents_;
  std::string language_;
  std::string text_;
  size_t text_from_ = 0;  // where the text of the innermost open element begins
  std::vector<Node> nodes_;
  uint64_t names_met_ = 0;  // bits of the names of all
  std::vector<Attribute> attributes_;
  int32_t open_ = -1;
};

// Elements visited one after the other and never collected: the children of one element, or what
// stands below it at any depth, all of them or those of one name.
class Elements {
 public:
  class Iterator {
   public:
    Element operator*() const;
    Iterator& operator++();
    bool operator==(std::default_sentinel_t) const { return index_ < 0; }

   private:
    friend class Elements;
    Iterator(const Elements* of, int32_t index) : of_(of), index_(index) {}
    const Elements* of_;
    int32_t index_;
  };

  Iterator begin() const { return {this, first_}; }
  std::default_sentinel_t end() const { return {}; }
  bool empty() const { return first_ < 0; }
  bool is_single() const { return !empty() && sought(after(first_)) < 0; }
  Element front() const;

 private:
  friend class Element;
  Elements() = default;
  Elements(const Composite* composite, int32_t parent, Name wanted, bool deep);
  int32_t sought(int32_t index) const;  // the first of the wanted ones from there on
  int32_t after(int32_t index) const;

  const Composite* composite_ = nullptr;
  int32_t first_ = -1;
  int32_t limit_ = 0;
  Name wanted_;  // no name: all
  bool deep_ = false;
};

// A place in a composite; a cheap handle. A child that is not there is an element that does not
// exist: its text and attributes are empty, so paths can be written without asking at every step.
class Element {
 public:
  Element() = default;
  explicit operator bool() const { return composite_ != nullptr; }

  Name name() const { return composite_ ? node().name : Name(); }
  std::string_view name_text() const;
  std::string_view text() const;  // without surrounding white space
  int32_t line() const { return composite_ ? node().line : 0; }
  std::string_view attribute(Name name) const;
  bool has_attribute(Name name) const { return !attribute(name).empty(); }
  std::string_view language() const;  // LanguageAndScriptCode in force here
  Element child(Name name) const;
  Elements children(Name name) const { return elements(name, false); }
  Elements children() const { return elements(Name(), false); }
  // Every element below this one with that name, at any depth, in document order.
  Elements descendants(Name name) const { return elements(name, true); }
  Elements descendants() const { return elements(Name(), true); }
  Where where() const;  // line and path from the root of the message

 private:
  friend class Composite;
  friend class Elements;
  Element(const Composite* composite, int32_t index) : composite_(composite), index_(index) {}
  const Composite::Node& node() const { return composite_->nodes_[static_cast<size_t>(index_)]; }
  Elements elements(Name name, bool deep) const;

  const Composite* composite_ = nullptr;
  int32_t index_ = 0;
};

// True for the two spellings of xs:boolean's true.
bool is_true(std::string_view text);
std::string_view trimmed(std::string_view text);

}  // namespace umikoe::formats::ddex
