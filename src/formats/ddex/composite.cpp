#include "formats/ddex/composite.h"

namespace umikoe::formats::ddex {
namespace {

// What an element counts towards limits::xml_composite_bytes: the array of elements may be twice as
// large as what stands in it, since it grows by doubling.
constexpr int64_t element_bytes = 80;
constexpr int64_t attribute_bytes = 24;

bool is_white(char c) { return c == ' ' || c == '\t' || c == '\r' || c == '\n'; }

}  // namespace

void Composite::restart(std::span<const Name> parents, std::string_view language) {
  parents_.assign(parents.begin(), parents.end());
  language_ = language;
  text_.clear();
  text_from_ = 0;
  nodes_.clear();
  attributes_.clear();
  names_met_ = 0;
  open_ = -1;
}

void Composite::open(Name name, int32_t line) {
  text_.resize(text_from_);  // DDEX has no mixed content: text beside children is white space
  const auto index = static_cast<int32_t>(nodes_.size());
  Node& node = nodes_.emplace_back();
  node.name = name;
  node.line = line;
  node.attribute_at = static_cast<uint32_t>(attributes_.size());
  node.parent = open_;
  names_met_ |= bit_of(name);
  if (open_ >= 0) {
    Node& parent = nodes_[static_cast<size_t>(open_)];
    parent.children |= bit_of(name);
    node.language = parent.language;
    if (parent.last_child >= 0) nodes_[static_cast<size_t>(parent.last_child)].next = index;
    parent.last_child = index;
  }
  open_ = index;
}

void Composite::add_attribute(Name name, std::string_view value) {
  Node& node = nodes_.back();
  if (name == "LanguageAndScriptCode") node.language = static_cast<int32_t>(attributes_.size());
  value = trimmed(value);
  attributes_.push_back(
      {name, static_cast<uint32_t>(text_.size()), static_cast<uint32_t>(value.size())});
  text_ += value;
  text_from_ = text_.size();
  ++node.attribute_count;
}

void Composite::add_text(std::string_view bytes) { text_ += bytes; }

void Composite::close() {
  Node& node = nodes_[static_cast<size_t>(open_)];
  node.end = static_cast<int32_t>(nodes_.size());
  if (node.last_child < 0) {
    const std::string_view written = trimmed(std::string_view(text_).substr(text_from_));
    node.text_at = static_cast<uint32_t>(written.data() - text_.data());
    node.text_size = static_cast<uint32_t>(written.size());
    text_from_ = text_.size();
  } else {
    text_.resize(text_from_);
  }
  open_ = node.parent;
}

int64_t Composite::bytes() const {
  return std::ssize(text_) + std::ssize(nodes_) * element_bytes +
         std::ssize(attributes_) * attribute_bytes;
}

Element Composite::root() const { return nodes_.empty() ? Element() : Element(this, 0); }

std::string_view Element::name_text() const {
  return composite_ ? composite_->names_.text(node().name) : std::string_view();
}

std::string_view Element::text() const {
  if (!composite_) return {};
  return composite_->text(node().text_at, node().text_size);
}

std::string_view Element::attribute(Name name) const {
  if (!composite_) return {};
  const auto all = std::span(composite_->attributes_);
  for (const auto& attribute : all.subspan(node().attribute_at, node().attribute_count)) {
    if (attribute.name == name) {
      return composite_->text(attribute.value_at, attribute.value_size);
    }
  }
  return {};
}

std::string_view Element::language() const {
  if (!composite_) return {};
  if (node().language < 0) return composite_->language_;
  const auto& attribute = composite_->attributes_[static_cast<size_t>(node().language)];
  return composite_->text(attribute.value_at, attribute.value_size);
}

Element Element::child(Name name) const {
  if (!composite_ || (node().children & Composite::bit_of(name)) == 0) return {};
  for (int32_t i = index_ + 1; i >= 0; i = composite_->nodes_[static_cast<size_t>(i)].next) {
    if (composite_->nodes_[static_cast<size_t>(i)].name == name) return {composite_, i};
  }
  return {};
}

Elements Element::elements(Name name, bool deep) const {
  if (!composite_) return {};
  const uint64_t there = deep ? composite_->names_met_ : node().children;
  if (name != Name() && (there & Composite::bit_of(name)) == 0) return {};
  return {composite_, index_, name, deep};
}

Where Element::where() const {
  if (!composite_) return {};
  std::string path;
  for (int32_t i = index_; i >= 0; i = composite_->nodes_[static_cast<size_t>(i)].parent) {
    path.insert(0, "/" + std::string(Element(composite_, i).name_text()));
  }
  std::string above;
  for (const Name parent : composite_->parents_) {
    if (!above.empty()) above += '/';
    above += composite_->names_.text(parent);
  }
  return Where{.file = {}, .line = line(), .element = above + path};
}

Elements::Elements(const Composite* composite, int32_t parent, Name wanted, bool deep)
    : composite_(composite), wanted_(wanted), deep_(deep) {
  const Composite::Node& node = composite->nodes_[static_cast<size_t>(parent)];
  limit_ = node.end;
  first_ = sought(node.last_child < 0 ? -1 : parent + 1);
}

int32_t Elements::after(int32_t index) const {
  if (!deep_) return composite_->nodes_[static_cast<size_t>(index)].next;
  return index + 1 < limit_ ? index + 1 : -1;
}

int32_t Elements::sought(int32_t index) const {
  if (wanted_ == Name()) return index;
  while (index >= 0 && composite_->nodes_[static_cast<size_t>(index)].name != wanted_) {
    index = after(index);
  }
  return index;
}

Element Elements::front() const { return empty() ? Element() : Element(composite_, first_); }

Element Elements::Iterator::operator*() const { return {of_->composite_, index_}; }

Elements::Iterator& Elements::Iterator::operator++() {
  index_ = of_->sought(of_->after(index_));
  return *this;
}

bool is_true(std::string_view text) { return text == "true" || text == "1"; }

std::string_view trimmed(std::string_view text) {
  while (!text.empty() && is_white(text.front())) text.remove_prefix(1);
  while (!text.empty() && is_white(text.back())) text.remove_suffix(1);
  return text;
}

}  // namespace umikoe::formats::ddex
