#include "formats/ddex/composite.h"

#include <utility>

namespace umikoe::formats::ddex {

void Composite::restart(std::string parent_path, std::string language) {
  parent_path_ = std::move(parent_path);
  language_ = std::move(language);
  text_.clear();
  nodes_.clear();
  attributes_.clear();
  open_.clear();
}

void Composite::open(std::string_view name, long line) {
  const auto index = static_cast<int32_t>(nodes_.size());
  Node node{.name = name, .line = line, .attribute_at = attributes_.size()};
  if (!open_.empty()) {
    Node& parent = nodes_[static_cast<size_t>(open_.back())];
    node.parent = open_.back();
    node.language = parent.language;
    if (parent.last_child >= 0) nodes_[static_cast<size_t>(parent.last_child)].next = index;
    parent.last_child = index;
  }
  nodes_.push_back(node);
  open_.push_back(index);
}

void Composite::add_attribute(std::string_view name, std::string_view value) {
  Node& node = nodes_.back();
  if (name == "LanguageAndScriptCode") node.language = static_cast<int32_t>(attributes_.size());
  attributes_.push_back({name, text_.size(), value.size()});
  text_ += value;
  ++node.attribute_count;
}

void Composite::close(std::string_view text) {
  Node& node = nodes_[static_cast<size_t>(open_.back())];
  node.end = static_cast<int32_t>(nodes_.size());
  if (node.last_child < 0) {  // DDEX has no mixed content: text beside children is white space
    node.text_at = text_.size();
    node.text_size = text.size();
    text_ += text;
  }
  open_.pop_back();
}

int64_t Composite::bytes() const {
  return static_cast<int64_t>(text_.size() + nodes_.size() * sizeof(Node) +
                              attributes_.size() * sizeof(Attribute));
}

Element Composite::root() const { return nodes_.empty() ? Element() : Element(this, 0); }

std::string_view Element::name() const { return composite_ ? node().name : std::string_view(); }

std::string_view Element::text() const {
  if (!composite_) return {};
  return trimmed(std::string_view(composite_->text_).substr(node().text_at, node().text_size));
}

long Element::line() const { return composite_ ? node().line : 0; }

std::string_view Element::attribute(std::string_view name) const {
  if (!composite_) return {};
  for (size_t i = 0; i < node().attribute_count; ++i) {
    const auto& attribute = composite_->attributes_[node().attribute_at + i];
    if (attribute.name != name) continue;
    return trimmed(
        std::string_view(composite_->text_).substr(attribute.value_at, attribute.value_size));
  }
  return {};
}

bool Element::has_attribute(std::string_view name) const { return !attribute(name).empty(); }

std::string_view Element::language() const {
  if (!composite_) return {};
  if (node().language < 0) return composite_->language_;
  const auto& attribute = composite_->attributes_[static_cast<size_t>(node().language)];
  return trimmed(
      std::string_view(composite_->text_).substr(attribute.value_at, attribute.value_size));
}

Element Element::child(std::string_view name) const {
  if (!composite_ || node().end == index_ + 1) return {};
  for (int32_t i = index_ + 1; i >= 0; i = composite_->nodes_[static_cast<size_t>(i)].next) {
    if (composite_->nodes_[static_cast<size_t>(i)].name == name) return {composite_, i};
  }
  return {};
}

std::vector<Element> Element::children() const {
  std::vector<Element> found;
  if (!composite_ || node().end == index_ + 1) return found;
  for (int32_t i = index_ + 1; i >= 0; i = composite_->nodes_[static_cast<size_t>(i)].next) {
    found.push_back({composite_, i});
  }
  return found;
}

std::vector<Element> Element::children(std::string_view name) const {
  std::vector<Element> found;
  if (!composite_ || node().end == index_ + 1) return found;
  for (int32_t i = index_ + 1; i >= 0; i = composite_->nodes_[static_cast<size_t>(i)].next) {
    if (composite_->nodes_[static_cast<size_t>(i)].name == name) found.push_back({composite_, i});
  }
  return found;
}

std::vector<Element> Element::descendants(std::string_view name) const {
  std::vector<Element> found;
  if (!composite_) return found;
  for (int32_t i = index_ + 1; i < node().end; ++i) {
    if (composite_->nodes_[static_cast<size_t>(i)].name == name) found.push_back({composite_, i});
  }
  return found;
}

std::vector<Element> Element::descendants() const {
  std::vector<Element> found;
  if (!composite_) return found;
  for (int32_t i = index_ + 1; i < node().end; ++i) found.push_back({composite_, i});
  return found;
}

Where Element::where() const {
  if (!composite_) return {};
  std::string path;
  for (int32_t i = index_; i >= 0; i = composite_->nodes_[static_cast<size_t>(i)].parent) {
    path.insert(0, "/" + std::string(composite_->nodes_[static_cast<size_t>(i)].name));
  }
  return Where{.file = {}, .line = line(), .element = composite_->parent_path_ + path};
}

bool is_true(std::string_view text) { return text == "true" || text == "1"; }

std::string_view trimmed(std::string_view text) {
  const size_t first = text.find_first_not_of(" \t\r\n");
  if (first == std::string_view::npos) return {};
  return text.substr(first, text.find_last_not_of(" \t\r\n") - first + 1);
}

}  // namespace umikoe::formats::ddex
