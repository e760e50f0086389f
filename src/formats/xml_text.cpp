#include "formats/xml_text.h"

namespace umikoe::formats {

std::string escaped_markup(std::string_view text) {
  std::string out;
  for (const char c : text) {
    switch (c) {
      case '&': out += "&amp;"; break;
      case '<': out += "&lt;"; break;
      case '>': out += "&gt;"; break;
      case '"': out += "&quot;"; break;
      default: out += c;
    }
  }
  return out;
}

XmlText::XmlText() : out_("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n") {}

void XmlText::comment(std::string_view text) {
  out_ += "<!-- ";
  out_ += text;
  out_ += " -->\n";
}

void XmlText::start(std::string_view name, const Attributes& attributes) {
  out_.append(open_.size(), ' ');
  out_ += '<';
  out_ += name;
  for (const auto& [key, value] : attributes) {
    out_ += ' ';
    out_ += key;
    out_ += "=\"";
    out_ += escaped_markup(value);
    out_ += '"';
  }
  out_ += '>';
}

void XmlText::open(std::string_view name, const Attributes& attributes) {
  start(name, attributes);
  out_ += '\n';
  open_.emplace_back(name);
}

void XmlText::close() {
  const std::string name = std::move(open_.back());
  open_.pop_back();
  out_.append(open_.size(), ' ');
  out_ += "</" + name + ">\n";
}

void XmlText::leaf(std::string_view name, std::string_view text, const Attributes& attributes) {
  start(name, attributes);
  out_ += escaped_markup(text);
  out_ += "</";
  out_ += name;
  out_ += ">\n";
}

}  // namespace umikoe::formats
