#pragma once

#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "formats/xlsx/xml_events.h"

namespace umikoe::formats::captions {

// The properties of TTML that a cue can keep; each empty where it is not stated.
struct TtmlStyle {
  std::string font_style, font_weight, text_decoration, color;  // inherited by text
  std::string text_align, writing_mode, display_align;          // of a paragraph or region
  std::string origin, extent;                                   // of a region
  std::string ruby;

  // States what `other` states and this does not.
  void fill_from(const TtmlStyle& other);
  // What a child inherits.
  TtmlStyle inherited() const;
};

// The styles of a document by their identifier, with the styles that they name resolved.
class TtmlStyles {
 public:
  void add(const std::string& id, TtmlStyle own, std::string_view referred);
  // What the attributes of an element say, then what the styles that its `style` names say, the
  // last of them first.
  TtmlStyle of(const xlsx::XmlAttributes& attributes) const;

 private:
  TtmlStyle with_referred(TtmlStyle own, std::string_view referred) const;

  std::map<std::string, TtmlStyle, std::less<>> styles_;
};

// The properties that stand in the element's own attributes.
TtmlStyle stated_style(const xlsx::XmlAttributes& attributes);

}  // namespace umikoe::formats::captions
