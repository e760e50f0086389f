#include "formats/xml_text.h"

namespace umikoe::formats {

XmlText::XmlText() : out_("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n") {}

void XmlText::comment(std::string_view text) {
  out_ += "<!-- ";
  out_ += text;
  out_ += " -->\n";
}

void XmlText::escaped(std::string_view text) {
  for (const char c : text) {
    switch (c) {
      case '&': out_ += "&amp;"; break;
      case '<': out_ += "&lt;"; break;
      case '>': out_ += "&gt;"; break;
      case '"': out_ += "&quot;"; break;
      default: out_ += c;
    }
  }
}

void XmlText::start(std::string_view name, const Attributes& attributes) {
  out_.append(open_.size(), ' ');
  out_ += '<';
  out_ += name;
  for (const auto& [key, value] : attributes) {
    out_ += ' ';
    out_ += key;
    out_ += "=\"";
    escaped(value);
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
  escaped(text);
  out_ += "</";
  out_ += name;
  out_ += ">\n";
}

}  // namespace umikoe::formats
