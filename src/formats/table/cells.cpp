#include "formats/table/cells.h"

#include <algorithm>
#include <charconv>

#include "base/limits.h"

namespace umikoe::formats::table {
namespace {

std::vector<std::string_view> parts_of(std::string_view text) {
  std::vector<std::string_view> parts;
  while (!text.empty()) {
    const size_t end = text.find_first_of(" ;,\t\n");
    if (end != 0) parts.push_back(text.substr(0, end));
    text.remove_prefix(end == std::string_view::npos ? text.size() : end + 1);
  }
  return parts;
}

std::optional<int64_t> integer(std::string_view text) {
  int64_t value = 0;
  const auto parsed = std::from_chars(text.data(), text.data() + text.size(), value);
  if (parsed.ec != std::errc() || parsed.ptr != text.data() + text.size()) return std::nullopt;
  return value;
}

// 2024/4/1, which spreadsheets make of 2024-04-01.
std::optional<Date> slashed_date(std::string_view text) {
  const size_t first = text.find('/');
  const size_t second = text.find('/', first + 1);
  if (first != 4 || second == std::string_view::npos) return std::nullopt;
  const auto year = integer(text.substr(0, first));
  const auto month = integer(text.substr(first + 1, second - first - 1));
  const auto day = integer(text.substr(second + 1));
  if (!year || !month || !day || *month > 12 || *day > 31 || *month < 1 || *day < 1) {
    return std::nullopt;
  }
  return Date::of(static_cast<int>(*year), static_cast<int>(*month), static_cast<int>(*day));
}

// 3:45 or 1:02:03.
std::optional<int64_t> clock_duration_ms(std::string_view text) {
  int64_t seconds = 0;
  int parts = 0;
  while (true) {
    const size_t colon = text.find(':');
    const auto value = integer(text.substr(0, colon));
    if (!value || *value < 0 || *value > 100'000 || ++parts > 3) return std::nullopt;
    if (parts > 1 && *value >= 60) return std::nullopt;
    seconds = seconds * 60 + *value;
    if (colon == std::string_view::npos) break;
    text.remove_prefix(colon + 1);
  }
  return parts > 1 ? std::optional(seconds * 1000) : std::nullopt;
}

std::string canonical_code(std::string_view written) {
  std::string code(written);
  std::ranges::transform(code, code.begin(), [](char c) {
    return c >= 'a' && c <= 'z' ? static_cast<char>(c - 'a' + 'A') : c;
  });
  return code == "WORLDWIDE" || code == "WORLD" ? "Worldwide" : code;
}

}  // namespace

Where Cells::where(std::string_view column) const {
  const std::string sheet = row_.sheet.empty() ? "" : row_.sheet + "!";
  return {.file = {}, .line = row_.line, .element = sheet + std::string(column)};
}

void Cells::add_error(std::string code, std::string_view column, std::string_view part,
                      Findings::Arguments more) {
  if (std::ssize(errors_) >= limits::errors_kept.value) return;
  Findings::Arguments arguments = {{"column", std::string(column)}, {"text", std::string(part)}};
  arguments.insert(arguments.end(), more.begin(), more.end());
  errors_.push_back({std::move(code), std::move(arguments), where(column)});
}

void Cells::error(std::string code, std::string_view column, Findings::Arguments more) {
  add_error(std::move(code), column, text(column), std::move(more));
}

void Cells::finding(std::string code, std::string_view column, Findings::Arguments more) {
  Findings::Arguments arguments = {{"column", std::string(column)},
                                   {"text", std::string(text(column))}};
  arguments.insert(arguments.end(), more.begin(), more.end());
  findings_.add(std::move(code), std::move(arguments), where(column));
}

std::string Cells::required(std::string_view column) {
  if (text(column).empty()) error("cell_required", column);
  return std::string(text(column));
}

std::optional<Isrc> Cells::isrc(std::string_view column) {
  if (text(column).empty()) {
    error("cell_required", column);
    return std::nullopt;
  }
  const auto isrc = Isrc::parse(text(column));
  if (!isrc) error("isrc_malformed", column);
  return isrc;
}

std::optional<Date> Cells::date(std::string_view column) {
  if (text(column).empty()) return std::nullopt;
  auto date = Date::parse(text(column));
  if (!date) date = slashed_date(text(column));
  if (!date) error("date_invalid", column, {{"allowed", "YYYY-MM-DD"}});
  return date;
}

std::optional<int64_t> Cells::number(std::string_view column) {
  if (text(column).empty()) return std::nullopt;
  const auto value = integer(text(column));
  if (!value || *value < 0) {
    error("number_invalid", column);
    return std::nullopt;
  }
  return value;
}

std::optional<int64_t> Cells::duration_ms() {
  if (!text("duration_ms").empty()) return number("duration_ms");
  if (text("duration").empty()) return std::nullopt;
  auto duration = parse_duration_ms(text("duration"));
  if (!duration) duration = clock_duration_ms(text("duration"));
  if (!duration) error("duration_invalid", "duration", {{"allowed", "PT3M45S, 3:45"}});
  return duration;
}

std::optional<TerritoryCode> Cells::territory(std::string_view column) {
  if (text(column).empty()) {
    error("cell_required", column);
    return std::nullopt;
  }
  const auto territory = TerritoryCode::parse(canonical_code(text(column)));
  if (!territory) add_error("territory_code_invalid", column, text(column));
  return territory;
}

std::optional<std::vector<std::string>> Cells::codes(std::string_view column) {
  std::vector<std::string> codes;
  bool good = true;
  for (const std::string_view part : parts_of(text(column))) {
    const bool minus = part.starts_with('-');
    std::string code = canonical_code(minus ? part.substr(1) : part);
    // The day only chooses the members of dated groups; whether a code exists does not hang on it.
    if (!expand_territory(code, *Date::of(9999, 12, 31))) {
      add_error("territory_code_invalid", column, code);
      good = false;
    }
    codes.push_back((minus ? "-" : "") + code);
  }
  if (!good) return std::nullopt;
  return codes;
}

// "JP US", "Worldwide", "Worldwide -JP", or the exclusions in a column of their own. Include and
// exclude are alternatives here as in DDEX: a list minus something else is refused.
std::optional<rights::TerritoryScope> Cells::territories() {
  const auto listed = codes("territories");
  const auto excluded = codes("excluded_territories");
  if (!listed || !excluded) return std::nullopt;
  rights::TerritoryScope scope;
  std::vector<std::string> minus;
  for (const std::string& code : *listed) {
    if (code.starts_with('-')) {
      minus.push_back(code.substr(1));
    } else {
      scope.codes.push_back(code);
    }
  }
  for (const std::string& code : *excluded) {
    minus.push_back(code.starts_with('-') ? code.substr(1) : code);
  }
  if (minus.empty()) {
    if (scope.codes.empty()) {
      error("cell_required", "territories");
      return std::nullopt;
    }
    return scope;
  }
  const bool from_all = scope.codes.empty() || scope.codes == std::vector<std::string>{"Worldwide"};
  if (!from_all) {
    error("territory_scope_mixed", "territories");
    return std::nullopt;
  }
  return rights::TerritoryScope{.excluding = true, .codes = std::move(minus)};
}

rights::UseSet Cells::uses(std::string_view column) {
  rights::UseSet uses = 0;
  // Japanese lists are separated by their own marks; no use word holds one.
  std::string written(text(column));
  for (const std::string_view mark : {"、", "・", "／", "，", "　"}) {
    for (size_t at = written.find(mark); at != std::string::npos; at = written.find(mark, at)) {
      written.replace(at, mark.size(), " ");
    }
  }
  for (const std::string_view part : parts_of(written)) {
    const auto of_word = rights::uses_of_word(part);
    if (!of_word) error("use_unknown", column, {{"use", std::string(part)}});
    uses |= of_word.value_or(0);
  }
  return text(column).empty() ? rights::every_use : uses;
}

std::optional<bool> Cells::yes_or_no(std::string_view column) {
  static constexpr std::array<std::pair<std::string_view, bool>, 4> words = {
      {{"yes", true}, {"no", false}, {"true", true}, {"false", false}}};
  return word(column, words);
}

LanguageTag Cells::language(std::string_view column) {
  if (text(column).empty()) return {};
  ParsedLanguageTag parsed = parse_language_tag(text(column));
  if (parsed.state == LanguageTagState::malformed) {
    error("language_tag_bad", column, {{"tag", std::string(text(column))}, {"read_as", ""}});
  } else if (parsed.state != LanguageTagState::good) {
    finding("language_tag_bad", column,
            {{"tag", std::string(text(column))}, {"read_as", parsed.tag.text}});
  }
  return std::move(parsed.tag);
}

std::string Cells::checked(std::string_view column, std::string_view kind,
                           std::optional<CheckedId> (*parse)(std::string_view)) {
  if (text(column).empty()) return {};
  const auto id = parse(text(column));
  if (!id) {
    error("identifier_malformed", column, {{"kind", std::string(kind)}});
    return {};
  }
  if (!id->check_digit_ok) {
    finding("identifier_check_digit", column, {{"kind", std::string(kind)}});
  }
  return id->text;
}

catalogue::Party Cells::party(std::string_view name) {
  const std::string prefix(name);
  catalogue::Party party;
  party.name = std::string(text(prefix));
  party.dpid = checked(prefix + "_dpid", "DPID", parse_dpid);
  party.isni = checked(prefix + "_isni", "ISNI", parse_isni);
  if (const auto id = text(prefix + "_id"); !id.empty()) {
    std::string kept(id);
    std::erase(kept, '-');
    party.party_ids.push_back(std::move(kept));
  }
  return party;
}

}  // namespace umikoe::formats::table
