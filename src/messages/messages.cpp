#include "messages/messages.h"

#include <algorithm>

#include "messages/tables.h"

namespace umikoe::messages {
namespace {

std::string filled(std::string_view pattern, const Arguments& arguments) {
  std::string out;
  for (size_t i = 0; i < pattern.size();) {
    const size_t end = pattern[i] == '{' ? pattern.find('}', i) : std::string_view::npos;
    if (end == std::string_view::npos) {
      out += pattern[i++];
      continue;
    }
    const std::string_view name = pattern.substr(i + 1, end - i - 1);
    const auto at = std::ranges::find(arguments, name, &Arguments::value_type::first);
    out += at == arguments.end() ? std::string(pattern.substr(i, end - i + 1)) : at->second;
    i = end + 1;
  }
  return out;
}

const Message* find(std::string_view key) {
  for (const auto& table : tables()) {
    const auto at = std::ranges::find(table, key, &Message::key);
    if (at != table.end()) return &*at;
  }
  return nullptr;
}

}  // namespace

std::optional<Language> parse_language(std::string_view tag) {
  if (tag == "en") return Language::en;
  if (tag == "ja") return Language::ja;
  return std::nullopt;
}

std::vector<std::span<const Message>> tables() {
  return {answer_messages(), error_messages(),  finding_messages(),  check_messages(),
          cli_messages(),    report_messages(), decision_messages(), caption_messages(),
          page_messages(),   map_messages(),    name_messages(),     link_messages(),
          demand_messages(),
          demo_messages(),   money_messages(),    translation_messages(),
          translation_error_messages(), impact_messages(), plan_messages()};
}

bool has(std::string_view key) { return find(key) != nullptr; }

std::string text(Language language, std::string_view key, const Arguments& arguments) {
  const Message* message = find(key);
  if (!message) return "<" + std::string(key) + ">";
  return filled(language == Language::ja ? message->ja : message->en, arguments);
}

std::string explanation(Language language, const Error& error) {
  return text(language, "error." + error.code, error.arguments);
}

std::string sentence(Language language, const Error& error) {
  std::string place = error.where.file;
  if (error.where.line > 0) {
    place += (place.empty() ? "" : ":") + std::to_string(error.where.line);
  }
  if (!error.where.element.empty()) place += (place.empty() ? "" : " ") + error.where.element;
  if (!place.empty()) place += ": ";
  return place + explanation(language, error);
}

}  // namespace umikoe::messages
