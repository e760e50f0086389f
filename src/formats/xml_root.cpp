#include "formats/xml_root.h"

namespace umikoe::formats {
namespace {

constexpr std::string_view white = " \t\r\n";

void skip_white(std::string_view& text) {
  const size_t first = text.find_first_not_of(white);
  text.remove_prefix(first == std::string_view::npos ? text.size() : first);
}

bool skip_past(std::string_view& text, std::string_view end) {
  const size_t at = text.find(end);
  if (at == std::string_view::npos) return false;
  text.remove_prefix(at + end.size());
  return true;
}

// Skips the declaration, comments, processing instructions and a document type.
bool skip_prolog(std::string_view& text) {
  for (skip_white(text); text.starts_with("<?") || text.starts_with("<!"); skip_white(text)) {
    if (text.starts_with("<?")) {
      if (!skip_past(text, "?>")) return false;
    } else if (text.starts_with("<!--")) {
      if (!skip_past(text, "-->")) return false;
    } else {
      const size_t subset = text.find('[');
      const bool has_subset = subset < text.find('>');
      if (!skip_past(text, has_subset ? "]" : ">")) return false;
      if (has_subset && !skip_past(text, ">")) return false;
    }
  }
  return text.starts_with('<');
}

}  // namespace

std::optional<XmlRoot> glance_at_root(std::string_view text) {
  if (!skip_prolog(text)) return std::nullopt;
  text.remove_prefix(1);
  const std::string_view tag = text.substr(0, text.find('>'));
  std::string_view name = tag.substr(0, tag.find_first_of(" \t\r\n/"));
  if (name.empty()) return std::nullopt;
  XmlRoot root;
  if (const size_t colon = name.find(':'); colon != std::string_view::npos) {
    root.prefix = std::string(name.substr(0, colon));
    name.remove_prefix(colon + 1);
  }
  root.local_name = std::string(name);
  const std::string declaration = root.prefix.empty() ? "xmlns" : "xmlns:" + root.prefix;
  for (size_t at = tag.find(declaration); at != std::string_view::npos;
       at = tag.find(declaration, at + 1)) {
    std::string_view rest = tag.substr(at + declaration.size());
    skip_white(rest);
    if (!rest.starts_with('=')) continue;
    rest.remove_prefix(1);
    skip_white(rest);
    if (rest.empty()) break;
    const char quote = rest.front();
    rest.remove_prefix(1);
    root.namespace_uri = std::string(rest.substr(0, rest.find(quote)));
    break;
  }
  return root;
}

}  // namespace umikoe::formats
