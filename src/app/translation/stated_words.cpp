#include "app/translation/stated_words.h"

#include <charconv>

#include "app/json.h"

namespace umikoe::app {
namespace {

constexpr std::string_view blanks = " \t\r\n";

std::string trimmed(std::string_view text) {
  const size_t from = text.find_first_not_of(blanks);
  if (from == std::string_view::npos) return {};
  return std::string(text.substr(from, text.find_last_not_of(blanks) - from + 1));
}

// Splits at ASCII commas and semicolons and at the Japanese comma.
std::vector<std::string> parts_of(std::string_view text, std::string_view more) {
  std::vector<std::string> out;
  std::string part;
  const auto end_part = [&] {
    if (auto word = trimmed(part); !word.empty()) out.push_back(std::move(word));
    part.clear();
  };
  for (size_t i = 0; i < text.size(); ++i) {
    if (text[i] == ',' || text[i] == ';' || more.contains(text[i])) {
      end_part();
    } else if (text.substr(i).starts_with("、")) {
      end_part();
      i += std::string_view("、").size() - 1;
    } else {
      part += text[i];
    }
  }
  end_part();
  return out;
}

std::string upper(std::string text) {
  for (char& c : text) {
    if (c >= 'a' && c <= 'z') c = static_cast<char>(c - 'a' + 'A');
  }
  return text;
}

}  // namespace

std::string stated(const StatedWords& words, std::string_view key) {
  const auto at = words.find(key);
  return at == words.end() ? std::string() : trimmed(at->second);
}

std::vector<std::string> stated_list(const StatedWords& words, std::string_view key) {
  const auto at = words.find(key);
  return at == words.end() ? std::vector<std::string>() : parts_of(at->second, "");
}

bool stated_yes(const StatedWords& words, std::string_view key) {
  const std::string word = stated(words, key);
  return word == "yes" || word == "1" || word == "true";
}

Result<std::optional<Date>> stated_date(const StatedWords& words, std::string_view key) {
  const std::string word = stated(words, key);
  if (word.empty()) return std::optional<Date>();
  const auto date = Date::parse(word);
  if (!date) return fail("date_invalid_word", {{"date", word}});
  return date;
}

Result<std::optional<int64_t>> stated_number(const StatedWords& words, std::string_view key) {
  const std::string word = stated(words, key);
  if (word.empty()) return std::optional<int64_t>();
  int64_t number = 0;
  const char* end = word.data() + word.size();
  const auto [stopped, error] = std::from_chars(word.data(), end, number);
  if (error != std::errc() || stopped != end) {
    return fail("number_invalid_word", {{"number", word}});
  }
  return std::optional(number);
}

Result<TerritorySet> stated_territories(const StatedWords& words, std::string_view key, Date on) {
  TerritorySet out;
  for (const std::string& code : parts_of(stated(words, key), " ")) {
    if (code == "*" || upper(code) == "WORLDWIDE") {
      out = TerritorySet::all();
      continue;
    }
    const auto set = expand_territory(upper(code), on);
    if (!set) return fail("territory_unknown_word", {{"territory", code}});
    out = out | *set;
  }
  return out;
}

void state(StatedWords& words, const char* key, std::string text) {
  if (!text.empty()) words[key] = std::move(text);
}

std::string joined(const std::vector<std::string>& parts) {
  std::string out;
  for (const auto& part : parts) out += (out.empty() ? "" : ",") + part;
  return out;
}

std::string territory_words(const TerritorySet& territories) {
  if (territories == TerritorySet::all()) return "Worldwide";
  std::string out;
  for (const TerritoryCode territory : territories.members()) {
    out += (out.empty() ? "" : " ") + std::string(territory.code());
  }
  return out;
}

std::string body_of(const StatedWords& words) {
  Json body = Json::object();
  for (const auto& [key, text] : words) body[key] = text;
  return dump(body);
}

std::optional<StatedWords> words_of(std::string_view body) {
  const Json json = Json::parse(body, nullptr, false);
  if (!json.is_object()) return std::nullopt;
  StatedWords words;
  for (const auto& [key, value] : json.items()) {
    if (!value.is_string()) return std::nullopt;
    words[key] = value.get<std::string>();
  }
  return words;
}

}  // namespace umikoe::app
