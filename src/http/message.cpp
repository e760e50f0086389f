#include "http/message.h"

#include <algorithm>

namespace umikoe::http {
namespace {

// The next part of a header list, without surrounding blanks; `list` loses it.
std::string_view next_part(std::string_view& list) {
  const size_t comma = std::min(list.find(','), list.size());
  std::string_view part = list.substr(0, comma);
  list.remove_prefix(std::min(comma + 1, list.size()));
  while (part.starts_with(' ') || part.starts_with('\t')) part.remove_prefix(1);
  while (part.ends_with(' ') || part.ends_with('\t')) part.remove_suffix(1);
  return part;
}

}  // namespace

std::string Query::value(std::string_view name) const {
  for (const auto& [key, value] : parameters) {
    if (key == name) return value;
  }
  return {};
}

messages::Language language_of(const Query& query, const Request& request) {
  if (const auto asked = messages::parse_language(query.value("lang"))) return *asked;
  std::string_view list = request.accept_language;
  while (!list.empty()) {
    const std::string_view part = next_part(list);
    if (part.starts_with("ja")) return messages::Language::ja;
    if (part.starts_with("en")) return messages::Language::en;
  }
  return messages::Language::en;
}

bool accepts_gzip(std::string_view accept_encoding) {
  while (!accept_encoding.empty()) {
    const std::string_view part = next_part(accept_encoding);
    const std::string_view coding = part.substr(0, part.find(';'));
    if (coding != "gzip" && coding != "*") continue;
    return !part.ends_with("q=0") && !part.ends_with("q=0.0");
  }
  return false;
}

}  // namespace umikoe::http
