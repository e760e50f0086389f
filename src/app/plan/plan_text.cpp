#include <fmt/format.h>

#include <cmath>

#include "app/number_words.h"
#include "app/plan/make_plan.h"

namespace umikoe::app {
namespace {

using messages::Language;
using messages::text;

constexpr size_t actions_shown = 25;
constexpr size_t bought_shown = 8;

class Words {
 public:
  Words(const PlanReport& report, Language language, bool trace)
      : report_(report), language_(language), trace_(trace) {}

  std::string all() {
    heading();
    actions();
    what_if();
    rules();
    missed();
    larger();
    frontier();
    notes();
    return std::move(out_);
  }

 private:
  void say(std::string_view key, const messages::Arguments& arguments = {}) {
    out_ += text(language_, key, arguments) + "\n";
  }
  static std::string whole(double value) { return grouped(std::llround(value)); }
  static std::string share(double value) { return fmt::format("{:.2f}", value * 100); }
  const plan::Opportunity& action(size_t place) const { return report_.opportunities.all[place]; }

  void heading() {
    const PlanTotals& totals = report_.totals;
    say("plan.heading", {{"budget", grouped(report_.budget_jpy)},
                         {"from", report_.today.to_string()},
                         {"to", report_.horizon_end.plus(-1).to_string()},
                         {"candidates", grouped(std::ssize(report_.opportunities.all))}});
    say("plan.totals", {{"actions", grouped(std::ssize(report_.chosen))},
                        {"artists", std::to_string(totals.artists)},
                        {"territories", std::to_string(totals.territories)},
                        {"cost", grouped(totals.cost_jpy)},
                        {"left", grouped(report_.budget_jpy - totals.cost_jpy)}});
    say("plan.gain_listeners", {{"p10", whole(totals.listeners.p10)},
                                {"p50", whole(totals.listeners.p50)},
                                {"p90", whole(totals.listeners.p90)}});
    say("plan.gain_yen", {{"p10", whole(totals.yen.p10)},
                          {"p50", whole(totals.yen.p50)},
                          {"p90", whole(totals.yen.p90)},
                          {"known", yield_known()}});
    say(report_.proven ? "plan.bound_proven" : "plan.bound",
        {{"gap", share(plan::gap_to_bound(report_.portfolio))},
         {"steps", grouped(static_cast<int64_t>(report_.portfolio.steps_used))},
         {"engine", text(language_, "plan.engine." + report_.engine)}});
    if (report_.portfolio.stopped_early) say("plan.stopped_early");
    if (!report_.committed.empty()) {
      say("plan.committed", {{"count", std::to_string(report_.committed.size())}});
    }
  }

  // Of the streams of what was chosen, how much has a measured yield.
  std::string yield_known() const {
    double all = 0, known = 0;
    for (const size_t place : report_.chosen) {
      if (!report_.yields_known[place]) continue;
      for (const plan::Spot& spot : action(place).spots) {
        all += spot.streams;
        if (spot.yen_per_stream) known += spot.streams;
      }
    }
    return all > 0 ? fmt::format("{:.0f}", 100 * known / all) : "0";
  }

  void one(size_t place, size_t number) {
    const plan::Percentiles gain = plan::percentiles_of(report_.gains[place].listeners);
    const plan::Percentiles yen = plan::percentiles_of(report_.gains[place].yen);
    const plan::Slot& slot = report_.slots[place];
    out_ += fmt::format("\n{:>3}. {}\n", number, subject_words(action(place), language_));
    const bool money = report_.beliefs.book.of(action(place).kind).closes == plan::Closes::money;
    const plan::Percentiles& shown = money ? yen : gain;
    out_ += "     " +
            text(language_, money ? "plan.action_money" : "plan.action",
                 {{"cost", grouped(report_.costs[place])},
                  {"p10", whole(shown.p10)},
                  {"p50", whole(shown.p50)},
                  {"p90", whole(shown.p90)},
                  {"starts", slot.starts.to_string()},
                  {"acts", slot.acts_from.to_string()},
                  {"deadline", slot.deadline.to_string()},
                  {"id", action(place).id}}) +
            "\n     " + reason_words(report_, place, language_) + "\n";
    if (trace_) trace(place);
  }

  // Every row an action rests on: the cells, what plays there, and where its figures come from.
  void trace(size_t place) {
    for (const plan::Spot& spot : action(place).spots) {
      out_ += fmt::format("       {} {}: {} [{}, {}] / 28 d, {}\n", spot.territory.code(),
                          spot.artist, whole(spot.streams), whole(spot.low), whole(spot.high),
                          spot.yen_per_stream ? fmt::format("{:.4f} JPY", *spot.yen_per_stream)
                                              : text(language_, "plan.yield_unknown"));
    }
    for (const auto& [isrc, territory] : action(place).rows) {
      out_ += fmt::format("       {} {}\n", isrc.to_string(), territory.code());
    }
  }

  void actions() {
    const size_t shown = trace_ ? report_.chosen.size() : actions_shown;
    for (size_t i = 0; i < report_.chosen.size() && i < shown; ++i) one(report_.chosen[i], i + 1);
    if (report_.chosen.size() > shown) {
      say("plan.more_actions", {{"count", std::to_string(report_.chosen.size() - shown)}});
    }
    out_ += "\n";
  }

  void what_if() {
    if (!report_.what_if) return;
    const WhatIf& moved = *report_.what_if;
    const PlanTotals& now = report_.totals;
    say("plan.what_if", {{"listeners", whole(now.listeners.mean - moved.without.listeners.mean)},
                         {"yen", whole(now.yen.mean - moved.without.yen.mean)},
                         {"cost", grouped(now.cost_jpy - moved.without.cost_jpy)}});
    for (const size_t place : moved.more) {
      out_ += "  + " + subject_words(action(place), language_) + "\n";
    }
    for (const size_t place : moved.fewer) {
      out_ += "  − " + subject_words(action(place), language_) + "\n";
    }
  }

  void rules() {
    for (const auto& [rule, spent] : report_.spent_by_rule) {
      const bool share_rule = rule.kind == plan::BudgetRuleKind::least_share;
      const double of_all =
          report_.totals.cost_jpy > 0
              ? static_cast<double>(spent) / static_cast<double>(report_.totals.cost_jpy)
              : 0;
      say(share_rule ? "plan.rule_share" : "plan.rule_limit",
          {{"name", rule.name},
           {"spent", grouped(spent)},
           {"limit",
            share_rule ? fmt::format("{:.0f}", rule.share * 100) : grouped(rule.amount_jpy)},
           {"share", fmt::format("{:.0f}", of_all * 100)}});
    }
  }

  void missed() {
    if (report_.missed.empty()) return;
    say("plan.missed");
    for (const MissedAction& one : report_.missed) {
      out_ += "  " + subject_words(action(one.action), language_) + "\n    " +
              text(language_, one.at_cost_jpy ? "plan.missed_row" : "plan.missed_row_more",
                   {{"more", grouped(one.more_jpy)},
                    {"cost", grouped(report_.costs[one.action])},
                    {"at", one.at_cost_jpy ? grouped(*one.at_cost_jpy) : ""},
                    {"listeners", whole(one.listeners)},
                    {"id", action(one.action).id}}) +
              "\n";
    }
  }

  void larger() {
    if (!report_.larger) return;
    const LargerBudget& more = *report_.larger;
    say("plan.larger",
        {{"budget", grouped(more.budget_jpy)},
         {"listeners", whole(more.totals.listeners.mean - report_.totals.listeners.mean)},
         {"yen", whole(more.totals.yen.mean - report_.totals.yen.mean)},
         {"added", std::to_string(more.more.size())},
         {"dropped", std::to_string(more.fewer.size())}});
    for (size_t i = 0; i < more.more.size() && i < bought_shown; ++i) {
      out_ += "  + " + subject_words(action(more.more[i]), language_) + "\n";
    }
  }

  void frontier() {
    if (report_.frontier.empty()) return;
    say("plan.frontier");
    for (const FrontierPoint& point : report_.frontier) {
      out_ += "  " + fitted(text(language_, "plan.aim." + point.aim), 34) +
              text(language_, "plan.frontier_row",
                   {{"listeners", whole(point.totals.listeners.mean)},
                    {"yen", whole(point.totals.yen.mean)},
                    {"artists", std::to_string(point.totals.artists)},
                    {"cost", grouped(point.totals.cost_jpy)},
                    {"gap", share(point.gap)}}) +
              "\n";
    }
  }

  void notes() {
    const Opportunities& all = report_.opportunities;
    if (all.demand_unknown > 0) {
      say("plan.note_unknown", {{"count", grouped(all.demand_unknown)}});
    }
    if (all.left_out > 0) say("plan.note_left_out", {{"count", grouped(all.left_out)}});
    size_t assumed = 0;
    for (const plan::ActionRule& rule : report_.beliefs.book.rules) {
      for (const plan::Figure& figure : rule.figures) assumed += figure.is_assumption();
    }
    if (assumed > 0) say("plan.note_assumptions", {{"count", std::to_string(assumed)}});
  }

  const PlanReport& report_;
  Language language_;
  bool trace_;
  std::string out_;
};

}  // namespace

std::string plan_text(const PlanReport& report, Language language, bool trace) {
  return Words(report, language, trace).all();
}

}  // namespace umikoe::app
