#include "formats/captions/ttml_style.h"

#include <algorithm>

namespace umikoe::formats::captions {
namespace {

// The members of a style beside the local names of their attributes.
struct Property {
  std::string_view attribute;
  std::string TtmlStyle::*member;
};
constexpr Property properties[] = {
    {"fontStyle", &TtmlStyle::font_style},
    {"fontWeight", &TtmlStyle::font_weight},
    {"textDecoration", &TtmlStyle::text_decoration},
    {"color", &TtmlStyle::color},
    {"textAlign", &TtmlStyle::text_align},
    {"writingMode", &TtmlStyle::writing_mode},
    {"displayAlign", &TtmlStyle::display_align},
    {"origin", &TtmlStyle::origin},
    {"extent", &TtmlStyle::extent},
    {"ruby", &TtmlStyle::ruby},
};

// No value that means something here is longer, and every paragraph copies what it inherits.
constexpr size_t longest_value = 64;

}  // namespace

void TtmlStyle::fill_from(const TtmlStyle& other) {
  for (const Property& property : properties) {
    std::string& own = this->*property.member;
    if (own.empty()) own = other.*property.member;
  }
}

TtmlStyle TtmlStyle::inherited() const {
  TtmlStyle style;
  style.font_style = font_style;
  style.font_weight = font_weight;
  style.text_decoration = text_decoration;
  style.color = color;
  style.text_align = text_align;
  return style;
}

TtmlStyle stated_style(const xlsx::XmlAttributes& attributes) {
  TtmlStyle style;
  for (const Property& property : properties) {
    const std::string_view value = attributes.value(property.attribute);
    if (value.size() <= longest_value) style.*property.member = std::string(value);
  }
  return style;
}

void TtmlStyles::add(const std::string& id, TtmlStyle own, std::string_view referred) {
  styles_[id] = with_referred(std::move(own), referred);
}

TtmlStyle TtmlStyles::of(const xlsx::XmlAttributes& attributes) const {
  return with_referred(stated_style(attributes), attributes.value("style"));
}

TtmlStyle TtmlStyles::with_referred(TtmlStyle own, std::string_view referred) const {
  while (!referred.empty()) {
    const size_t gap = referred.find_last_of(" \t\r\n");
    const std::string_view id = gap == std::string_view::npos ? referred : referred.substr(gap + 1);
    referred = referred.substr(0, gap == std::string_view::npos ? 0 : gap);
    const auto found = styles_.find(id);
    if (found != styles_.end()) own.fill_from(found->second);
  }
  return own;
}

}  // namespace umikoe::formats::captions
