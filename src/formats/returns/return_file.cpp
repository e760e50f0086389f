#include "formats/returns/return_file.h"

#include <algorithm>
#include <array>
#include <charconv>
#include <nlohmann/json.hpp>
#include <set>

#include "base/utf8.h"
#include "formats/over_limit.h"

namespace umikoe::formats::returns {
namespace {

using Json = nlohmann::ordered_json;

constexpr int version = 1;
constexpr int64_t count_max = 1'000'000'000;
constexpr int64_t yen_max = 1'000'000'000'000;  // a million million: above any territory's year
constexpr size_t text_bytes_max = 300;
constexpr size_t depth_max = 8;

std::unexpected<Error> bad(std::string key, std::string value = {}) {
  return fail("return_value_bad", {{"key", key}, {"value", std::move(value)}},
              {.file = {}, .line = 0, .element = key});
}

// Exactly the keys listed, each once; the parser has refused keys that stand twice.
Result<void> check_keys(const Json& object, std::span<const std::string_view> keys,
                        const std::string& where) {
  for (const auto& [key, value] : object.items()) {
    if (std::ranges::find(keys, key) == keys.end()) {
      return fail("return_key_unknown", {{"key", key}}, {.file = {}, .line = 0, .element = where});
    }
  }
  for (const std::string_view key : keys) {
    if (!object.contains(key)) {
      return fail("return_key_missing", {{"key", std::string(key)}},
                  {.file = {}, .line = 0, .element = where});
    }
  }
  return {};
}

Result<std::string> text_of(const Json& object, const char* key) {
  const Json& value = object[key];
  if (!value.is_string()) return bad(key);
  const auto text = value.get<std::string>();
  if (text.empty() || text.size() > text_bytes_max) return bad(key, text.substr(0, 40));
  const bool control = std::ranges::any_of(text, [](char c) { return c >= 0 && c < ' '; });
  if (control) return bad(key);
  return text;
}

Result<int64_t> count_of(const Json& value, const std::string& key, int64_t least, int64_t most) {
  // Whole numbers only: 1.0 would be read here and refused elsewhere.
  if (!value.is_number_integer()) return bad(key, value.dump().substr(0, 40));
  if (value.is_number_unsigned() && value.get<uint64_t>() > static_cast<uint64_t>(most)) {
    return bad(key, value.dump());
  }
  const auto count = value.get<int64_t>();
  if (count < least || count > most) return bad(key, value.dump());
  return count;
}

Result<Date> day_of(const Json& object, const char* key) {
  UMIKOE_TRY(const std::string text, text_of(object, key));
  const auto date = Date::parse(text);
  if (!date) return bad(key, text);
  return *date;
}

Result<std::map<rights::Reason, int64_t>> reasons_of(const Json& closed, const std::string& where) {
  if (!closed.is_object()) return bad(where);
  std::map<rights::Reason, int64_t> out;
  for (const auto& [name, value] : closed.items()) {
    const auto reason = rights::parse_reason(name);
    if (reason == rights::Reason::none) {
      return fail("return_key_unknown", {{"key", name}}, {.file = {}, .line = 0, .element = where});
    }
    UMIKOE_TRY(out[reason], count_of(value, where + "/" + name, 1, count_max));
  }
  return out;
}

Result<ReturnFile::Line> line_of(const Json& json, size_t number) {
  static constexpr std::array<std::string_view, 7> keys{
      "territory", "open", "unknown", "heard_without_permission", "held_back", "closed", "yen"};
  const std::string where = "territories/" + std::to_string(number);
  if (!json.is_object()) return bad(where);
  UMIKOE_TRY(check_keys(json, keys, where));
  ReturnFile::Line line;
  UMIKOE_TRY(const std::string code, text_of(json, "territory"));
  const auto territory = TerritoryCode::parse(code);
  if (!territory) return bad("territory", code);
  line.territory = *territory;
  UMIKOE_TRY(line.open, count_of(json["open"], where + "/open", 0, count_max));
  UMIKOE_TRY(line.unknown, count_of(json["unknown"], where + "/unknown", 0, count_max));
  UMIKOE_TRY(line.heard_without_permission,
             count_of(json["heard_without_permission"], where + "/heard_without_permission", 0,
                      count_max));
  UMIKOE_TRY(line.held_back, count_of(json["held_back"], where + "/held_back", 0, count_max));
  UMIKOE_TRY(line.closed, reasons_of(json["closed"], where + "/closed"));
  if (!json["yen"].is_null()) {
    UMIKOE_TRY(line.yen, count_of(json["yen"], where + "/yen", -yen_max, yen_max));
  }
  return line;
}

Result<std::vector<ReturnFile::Line>> lines_of(const Json& list) {
  if (!list.is_array() || list.size() > static_cast<size_t>(territory_count())) {
    return bad("territories");
  }
  std::vector<ReturnFile::Line> lines;
  std::set<TerritoryCode> seen;
  for (size_t i = 0; i < list.size(); ++i) {
    UMIKOE_TRY(auto line, line_of(list[i], i + 1));
    if (!seen.insert(line.territory).second) {
      return bad("territory", std::string(line.territory.code()));
    }
    lines.push_back(std::move(line));
  }
  std::ranges::sort(lines, {}, [](const auto& line) { return line.territory.code(); });
  return lines;
}

// A key that stands twice could hide a figure from the person who approves, and depth could end
// the stack. Nothing when the text is no JSON.
Json strictly_parsed(std::string_view text) {
  std::vector<std::set<std::string>> keys;
  bool good = true;
  const auto watch = [&](int depth, Json::parse_event_t event, Json& value) {
    good = good && depth <= static_cast<int>(depth_max);
    if (event == Json::parse_event_t::object_start) keys.emplace_back();
    if (event == Json::parse_event_t::object_end) keys.pop_back();
    if (event == Json::parse_event_t::key) {
      good = good && keys.back().insert(value.get<std::string>()).second;
    }
    return true;
  };
  if (std::ranges::count(text, '[') + std::ranges::count(text, '{') > 10'000) return nullptr;
  Json json = Json::parse(text.begin(), text.end(), watch, false);
  return good && !json.is_discarded() ? json : Json(nullptr);
}

Json line_json(const ReturnFile::Line& line) {
  Json closed = Json::object();
  for (const auto& [reason, count] : line.closed) closed[std::string(word(reason))] = count;
  return {{"territory", std::string(line.territory.code())},
          {"open", line.open},
          {"unknown", line.unknown},
          {"heard_without_permission", line.heard_without_permission},
          {"held_back", line.held_back},
          {"closed", std::move(closed)},
          {"yen", line.yen ? Json(*line.yen) : Json(nullptr)}};
}

std::optional<int> number_in(std::string_view text, int least, int most) {
  int value = 0;
  const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), value);
  if (error != std::errc() || end != text.data() + text.size()) return std::nullopt;
  return value >= least && value <= most ? std::optional(value) : std::nullopt;
}

}  // namespace

std::optional<ReturnPeriod> parse_return_period(std::string_view name) {
  if (name.size() != 7 || name[4] != '-') return std::nullopt;
  const auto year = number_in(name.substr(0, 4), 1900, 9998);
  if (!year) return std::nullopt;
  int first = 0;
  int months = 1;
  if (name[5] == 'H' || name[5] == 'Q') {
    const auto part = number_in(name.substr(6), 1, name[5] == 'H' ? 2 : 4);
    if (!part) return std::nullopt;
    months = name[5] == 'H' ? 6 : 3;
    first = (*part - 1) * months;
  } else {
    const auto month = number_in(name.substr(5), 1, 12);
    if (!month) return std::nullopt;
    first = *month - 1;
  }
  const int end = first + months;
  return ReturnPeriod{std::string(name), *Date::of(*year, first + 1, 1),
                      *Date::of(*year + end / 12, end % 12 + 1, 1)};
}

std::string write_return(const ReturnFile& file) {
  const Json head{{"umikoe_return", version},        {"contributor", file.contributor},
                  {"period", file.period.name},      {"counted_on", file.counted_on.to_string()},
                  {"approved_by", file.approved_by}, {"approved_on", file.approved_on},
                  {"recordings", file.recordings}};
  std::string out = head.dump(1, ' ', false, Json::error_handler_t::replace);
  out.resize(out.size() - 2);  // reopened: the lines follow
  out += ",\n \"territories\": [";
  for (const auto& line : file.lines) {
    out += (&line == &file.lines.front() ? "\n  " : ",\n  ") + line_json(line).dump();
  }
  return out + "\n ]\n}\n";
}

Result<ReturnFile> parse_return(std::string_view text) {
  static constexpr std::array<std::string_view, 8> keys{
      "umikoe_return", "contributor", "period",     "counted_on",
      "approved_by",   "approved_on", "recordings", "territories"};
  if (first_invalid_utf8(text) != std::string_view::npos) return fail("return_not_json");
  if (text.starts_with("\xEF\xBB\xBF")) text.remove_prefix(3);
  const Json json = strictly_parsed(text);
  if (!json.is_object()) return fail("return_not_json");
  if (json.contains("umikoe_return") && json["umikoe_return"] != version) {
    return fail("return_version_unknown",
                {{"version", json["umikoe_return"].dump().substr(0, 20)}});
  }
  UMIKOE_TRY(check_keys(json, keys, ""));
  ReturnFile file;
  UMIKOE_TRY(file.contributor, text_of(json, "contributor"));
  UMIKOE_TRY(const std::string period, text_of(json, "period"));
  const auto named = parse_return_period(period);
  if (!named) return bad("period", period);
  file.period = *named;
  UMIKOE_TRY(file.counted_on, day_of(json, "counted_on"));
  if (file.counted_on < file.period.start || file.counted_on >= file.period.end) {
    return bad("counted_on", file.counted_on.to_string());
  }
  UMIKOE_TRY(file.approved_by, text_of(json, "approved_by"));
  UMIKOE_TRY(const Date approved_on, day_of(json, "approved_on"));
  file.approved_on = approved_on.to_string();
  UMIKOE_TRY(file.recordings, count_of(json["recordings"], "recordings", 0, count_max));
  UMIKOE_TRY(file.lines, lines_of(json["territories"]));
  for (const auto& line : file.lines) {
    int64_t cells = line.open + line.unknown + line.heard_without_permission + line.held_back;
    for (const auto& [reason, count] : line.closed) cells += count;
    // Every recording stands in every territory once: figures that do not add up were changed.
    if (cells != file.recordings) {
      return fail("return_does_not_add_up", {{"territory", std::string(line.territory.code())},
                                             {"cells", std::to_string(cells)},
                                             {"recordings", std::to_string(file.recordings)}});
    }
  }
  return file;
}

Result<ReturnFile> read_return(const ByteSource& source) {
  std::string text;
  std::array<char, 16 * 1024> buffer;
  for (;;) {
    UMIKOE_TRY(const size_t got, source(buffer));
    if (got == 0) return parse_return(text);
    text.append(buffer.data(), got);
    if (static_cast<int64_t>(text.size()) > limits::return_file_bytes.value) {
      return std::unexpected(over_limit(limits::return_file_bytes));
    }
  }
}

}  // namespace umikoe::formats::returns
