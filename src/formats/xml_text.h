#pragma once

#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace umikoe::formats {

// Text as it may stand in XML and HTML, in elements and in attributes with double quotes.
std::string escaped_markup(std::string_view text);

// Writes indented XML; every text is escaped.
class XmlText {
 public:
  using Attributes = std::vector<std::pair<std::string_view, std::string>>;

  XmlText();
  void comment(std::string_view text);
  void open(std::string_view name, const Attributes& attributes = {});
  void close();
  void leaf(std::string_view name, std::string_view text, const Attributes& attributes = {});
  std::string take() { return std::move(out_); }

 private:
  void start(std::string_view name, const Attributes& attributes);

  std::string out_;
  std::vector<std::string> open_;
};

}  // namespace umikoe::formats
