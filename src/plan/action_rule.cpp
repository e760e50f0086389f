#include "plan/action_rule.h"

#include <algorithm>
#include <charconv>
#include <cmath>

#include "plan_data.h"

namespace umikoe::plan {
namespace {

constexpr std::array<std::string_view, action_kinds> kind_words{
    "negotiate",  "deliver",      "go_live",     "names",         "subtitle",
    "promote",    "tour_leg",     "showcase",    "collaboration", "grant",
    "delegation", "follow_up_30", "follow_up_90"};
constexpr std::array<std::string_view, 7> closes_words{"held",      "delivered", "live", "names",
                                                       "subtitles", "demand",    "money"};
constexpr std::array<std::string_view, 4> scope_words{"decision", "artist_language",
                                                      "artist_territory", "territory"};
constexpr std::array<std::string_view, rule_figures> figure_words{
    "cost_fixed",  "cost_per_item", "cost_per_minute", "cost_per_language",
    "lead_days",   "lasts_days",    "effect_low",      "effect_middle",
    "effect_high", "effect_spread", "pays_share"};
constexpr std::array<std::string_view, action_kinds> shipped{
    data::negotiate,  data::deliver,      data::go_live,     data::names,         data::subtitle,
    data::promote,    data::tour_leg,     data::showcase,    data::collaboration, data::grant,
    data::delegation, data::follow_up_30, data::follow_up_90};

template <size_t size>
std::optional<size_t> place_of(const std::array<std::string_view, size>& words,
                               std::string_view word) {
  const auto at = std::ranges::find(words, word);
  if (at == words.end()) return std::nullopt;
  return static_cast<size_t>(at - words.begin());
}

std::optional<double> number_of(std::string_view text) {
  double number = 0;
  const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), number);
  if (error != std::errc() || end != text.data() + text.size() || !std::isfinite(number)) {
    return std::nullopt;
  }
  return number;
}

// One line of a rule file: key, value, source.
struct Line {
  std::string_view key, value, source;
  long number = 0;
};

// Every line but comments; nothing where one has not three cells.
std::optional<std::vector<Line>> lines_of(std::string_view table, long& bad) {
  std::vector<Line> out;
  long number = 0;
  while (!table.empty()) {
    const std::string_view line = table.substr(0, table.find('\n'));
    table.remove_prefix(std::min(table.size(), line.size() + 1));
    bad = ++number;
    if (line.empty() || line.starts_with('#')) continue;
    const size_t first = line.find('\t');
    const size_t second = first == line.npos ? first : line.find('\t', first + 1);
    if (second == line.npos) return std::nullopt;
    out.push_back({line.substr(0, first), line.substr(first + 1, second - first - 1),
                   line.substr(second + 1), number});
  }
  return out;
}

std::unexpected<Error> bad_value(std::string_view key, std::string_view value, long line = 0) {
  return fail("plan_rule_value", {{"key", std::string(key)}, {"value", std::string(value)}},
              {.file = {}, .line = line, .element = {}});
}

Result<std::vector<ActionKind>> kinds_of(const Line& line) {
  std::vector<ActionKind> out;
  if (line.value == "-") return out;
  for (size_t at = 0; at <= line.value.size();) {
    const size_t comma = std::min(line.value.find(',', at), line.value.size());
    const auto kind = parse_action_kind(line.value.substr(at, comma - at));
    if (!kind) return bad_value(line.key, line.value, line.number);
    out.push_back(*kind);
    at = comma + 1;
  }
  return out;
}

// What a figure may be: days and money from nothing up, effects above the loss of everything,
// chances and shares up to all.
bool in_range(RuleFigure figure, Closes closes, double value) {
  const bool chance = closes == Closes::held || closes == Closes::delivered ||
                      closes == Closes::live || closes == Closes::money;
  switch (figure) {
    case RuleFigure::effect_low:
    case RuleFigure::effect_middle:
    case RuleFigure::effect_high:
      return chance ? value > 0 && value < 1 : value > -1 && value <= 100;
    case RuleFigure::pays_share:
      return value >= 0 && value <= 1;
    case RuleFigure::effect_spread:
      return value >= 0 && value <= 10;
    case RuleFigure::lead_days:
    case RuleFigure::lasts_days:
      return value >= 0 && value <= 3650;
    default:
      return value >= 0 && value <= 1e12;
  }
}

bool in_order(const ActionRule& rule) {
  return rule.figure(RuleFigure::effect_low) <= rule.figure(RuleFigure::effect_middle) &&
         rule.figure(RuleFigure::effect_middle) <= rule.figure(RuleFigure::effect_high);
}

Result<void> take(const Line& line, ActionRule& rule) {
  if (line.key == "who")
    rule.who = line.value;
  else if (line.key == "currency")
    rule.currency = line.value;
  else if (line.key == "needs") {
    UMIKOE_TRY(rule.needs, kinds_of(line));
  } else if (line.key == "instead_of") {
    UMIKOE_TRY(rule.instead_of, kinds_of(line));
  } else if (line.key == "scope" || line.key == "closes") {
    const auto scope = place_of(scope_words, line.value);
    const auto closes = place_of(closes_words, line.value);
    if (line.key == "scope" ? !scope : !closes) return bad_value(line.key, line.value, line.number);
    if (line.key == "scope")
      rule.scope = static_cast<Scope>(*scope);
    else
      rule.closes = static_cast<Closes>(*closes);
  } else {
    const auto number = number_of(line.value);
    if (!number) return bad_value(line.key, line.value, line.number);
    if (line.key == "cost_year") {
      rule.cost_year = static_cast<int>(*number);
      return {};
    }
    const auto figure = parse_rule_figure(line.key);
    if (!figure) {
      return fail("plan_rule_key", {{"key", std::string(line.key)}},
                  {.file = {}, .line = line.number, .element = {}});
    }
    if (!in_range(*figure, rule.closes, *number)) {
      return bad_value(line.key, line.value, line.number);
    }
    rule.figures[static_cast<size_t>(*figure)] = {*number, std::string(line.source)};
  }
  return {};
}

constexpr std::array<std::pair<std::string_view, Figure PlanSettings::*>, 6> settings_table{{
    {"streams_per_listener", &PlanSettings::streams_per_listener},
    {"licensee_share", &PlanSettings::licensee_share},
    {"committee_share", &PlanSettings::committee_share},
    {"artist_share", &PlanSettings::artist_share},
    {"least_streams", &PlanSettings::least_streams},
    {"minutes_of_video", &PlanSettings::minutes_of_video},
}};

bool setting_in_range(std::string_view name, double value) {
  if (name.ends_with("_share")) return value >= 0 && value <= 1;
  return value > 0 && value <= 1e9;
}

}  // namespace

std::string_view word(ActionKind kind) { return kind_words[static_cast<size_t>(kind)]; }
std::string_view word(Closes closes) { return closes_words[static_cast<size_t>(closes)]; }
std::string_view word(Scope scope) { return scope_words[static_cast<size_t>(scope)]; }
std::string_view word(RuleFigure figure) { return figure_words[static_cast<size_t>(figure)]; }

std::optional<ActionKind> parse_action_kind(std::string_view word) {
  const auto place = place_of(kind_words, word);
  return place ? std::optional(static_cast<ActionKind>(*place)) : std::nullopt;
}

std::optional<RuleFigure> parse_rule_figure(std::string_view word) {
  const auto place = place_of(figure_words, word);
  return place ? std::optional(static_cast<RuleFigure>(*place)) : std::nullopt;
}

double PlanSettings::our_share() const {
  return (1 - licensee_share.value) * (1 - committee_share.value) * (1 - artist_share.value);
}

std::span<const std::pair<std::string_view, Figure PlanSettings::*>> setting_fields() {
  return settings_table;
}

Result<ActionRule> parse_rule(ActionKind kind, std::string_view table) {
  ActionRule rule;
  rule.kind = kind;
  long bad = 0;
  const auto lines = lines_of(table, bad);
  if (!lines)
    return fail("plan_rule_missing", {{"key", "source"}}, {.file = {}, .line = bad, .element = {}});
  size_t taken = 0;
  for (const Line& line : *lines) {
    UMIKOE_TRY(take(line, rule));
    taken += parse_rule_figure(line.key).has_value();
  }
  if (taken != rule_figures || rule.who.empty() || rule.currency.empty()) {
    return fail("plan_rule_missing", {{"key", std::string(word(kind))}});
  }
  if (!in_order(rule)) return bad_value("effect_low … effect_high", word(kind));
  return rule;
}

RuleBook shipped_rules() {
  RuleBook book;
  for (size_t i = 0; i < action_kinds; ++i) {
    auto rule = parse_rule(static_cast<ActionKind>(i), shipped[i]);
    UMIKOE_ASSERT(rule.has_value());
    book.rules[i] = *std::move(rule);
  }
  long bad = 0;
  const auto lines = lines_of(data::settings, bad);
  UMIKOE_ASSERT(lines && lines->size() == settings_table.size());
  for (const Line& line : *lines) {
    const auto set = set_figure(book, "settings." + std::string(line.key),
                                number_of(line.value).value_or(NAN), std::string(line.source));
    UMIKOE_ASSERT(set.has_value());
  }
  return book;
}

Result<void> set_figure(RuleBook& book, std::string_view name, double value, std::string source) {
  const size_t dot = std::min(name.find('.'), name.size());
  const std::string_view whose = name.substr(0, dot);
  const std::string_view which = dot < name.size() ? name.substr(dot + 1) : std::string_view();
  if (whose == "settings") {
    for (const auto& [known, field] : settings_table) {
      if (known != which) continue;
      if (!setting_in_range(which, value)) return bad_value(name, std::to_string(value));
      book.settings.*field = {value, std::move(source)};
      return {};
    }
  }
  const auto kind = parse_action_kind(whose);
  const auto figure = parse_rule_figure(which);
  if (!kind || !figure) return fail("plan_rule_key", {{"key", std::string(name)}});
  ActionRule rule = book.of(*kind);
  rule.figures[static_cast<size_t>(*figure)] = {value, std::move(source)};
  if (!in_range(*figure, rule.closes, value) || !in_order(rule)) {
    return bad_value(name, std::to_string(value));
  }
  book.rules[static_cast<size_t>(*kind)] = std::move(rule);
  return {};
}

}  // namespace umikoe::plan
