#pragma once

#include <array>
#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "base/result.h"

namespace umikoe::plan {

// What can be done next. One rule file each, data/actions/<word>.tsv.
enum class ActionKind : uint8_t {
  negotiate,
  deliver,
  go_live,
  names,
  subtitle,
  promote,
  tour_leg,
  showcase,
  collaboration,
  grant,
  delegation,
  follow_up_30,
  follow_up_90
};
inline constexpr size_t action_kinds = 13;
std::string_view word(ActionKind kind);
std::optional<ActionKind> parse_action_kind(std::string_view word);

// Which gap an action closes.
enum class Closes : uint8_t { held, delivered, live, names, subtitles, demand, money };
std::string_view word(Closes closes);

// What one action of a kind is about.
enum class Scope : uint8_t { decision, artist_language, artist_territory, territory };
std::string_view word(Scope scope);

// The figures of a rule: costs in minor units of its currency, days, and the effect as the middle
// and the 80 % interval of a share. Of openings the share is of what the closed cells are worth;
// of `money` the chance of an award; of all others what is added to the streams there are.
enum class RuleFigure : uint8_t {
  cost_fixed,
  cost_per_item,
  cost_per_minute,
  cost_per_language,
  lead_days,
  lasts_days,  // 0: it stays
  effect_low,
  effect_middle,
  effect_high,
  effect_spread,  // deviation between campaigns of the kind, on the scale of effect.h
  pays_share      // of the cost of what it needs, where it brings money
};
inline constexpr size_t rule_figures = 11;
std::string_view word(RuleFigure figure);
std::optional<RuleFigure> parse_rule_figure(std::string_view word);

// A number with where it comes from; `assumption` where nobody measured or published it.
struct Figure {
  double value = 0;
  std::string source = "assumption";

  bool is_assumption() const { return source == "assumption"; }
};

struct ActionRule {
  ActionKind kind = ActionKind::negotiate;
  std::string who;  // a role word of rights::WhoRole: who acts
  Scope scope = Scope::decision;
  Closes closes = Closes::held;
  std::vector<ActionKind> needs;
  std::vector<ActionKind> instead_of;  // at most one of these and itself
  std::string currency;
  int cost_year = 0;
  std::array<Figure, rule_figures> figures;

  double figure(RuleFigure which) const { return figures[static_cast<size_t>(which)].value; }
};

// What all actions share: see data/actions/settings.tsv.
struct PlanSettings {
  Figure streams_per_listener;  // in 28 days
  Figure licensee_share;        // of what a play pays, 0 to 1, before it is ours
  Figure committee_share;
  Figure artist_share;
  Figure least_streams;     // per 28 days: fewer are no base for an action of their own
  Figure minutes_of_video;  // where no document tells a length

  // What stays with us of the yen a play pays.
  double our_share() const;
};
// The settings by name, for whoever reads or lists them.
std::span<const std::pair<std::string_view, Figure PlanSettings::*>> setting_fields();

struct RuleBook {
  std::array<ActionRule, action_kinds> rules;  // by kind
  PlanSettings settings;

  const ActionRule& of(ActionKind kind) const { return rules[static_cast<size_t>(kind)]; }
};

// The rules as shipped. A broken file is a fault of the build and ends the process.
RuleBook shipped_rules();
// One rule file. Errors, with the line: plan_rule_key, plan_rule_value, plan_rule_missing.
Result<ActionRule> parse_rule(ActionKind kind, std::string_view table);

// Sets one figure, `subtitle.cost_per_minute` or `settings.artist_share`. Errors: plan_rule_key,
// plan_rule_value (not a finite number in the figure's range, or an interval out of order).
Result<void> set_figure(RuleBook& book, std::string_view name, double value, std::string source);

}  // namespace umikoe::plan
