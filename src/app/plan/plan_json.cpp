#include <fmt/format.h>

#include "app/json.h"
#include "app/plan/make_plan.h"
#include "app/plan/percentiles_json.h"

namespace umikoe::app {
namespace {

using messages::Language;

Json totals_json(const PlanTotals& totals) {
  return Json{{"actions", totals.actions},
              {"artists", totals.artists},
              {"territories", totals.territories},
              {"cost_jpy", totals.cost_jpy},
              {"listeners", percentiles_json(totals.listeners)},
              {"yen", percentiles_json(totals.yen)}};
}

Json trace_json(const plan::Opportunity& action) {
  Json spots = Json::array();
  for (const plan::Spot& spot : action.spots) {
    spots.push_back(
        Json{{"artist", spot.artist},
             {"territory", std::string(spot.territory.code())},
             {"streams_28d", spot.streams},
             {"low", spot.low},
             {"high", spot.high},
             {"yen_per_stream", spot.yen_per_stream ? Json(*spot.yen_per_stream) : Json(nullptr)}});
  }
  Json rows = Json::array();
  for (const auto& [isrc, territory] : action.rows) {
    rows.push_back(Json{{"isrc", isrc.to_string()}, {"territory", std::string(territory.code())}});
  }
  return Json{{"spots", std::move(spots)}, {"cells", std::move(rows)}};
}

Json figures_json(const plan::ActionRule& rule) {
  Json out = Json::object();
  for (size_t i = 0; i < plan::rule_figures; ++i) {
    const auto figure = static_cast<plan::RuleFigure>(i);
    out[std::string(word(figure))] =
        Json{{"value", rule.figure(figure)}, {"source", rule.figures[i].source}};
  }
  return out;
}

Json action_json(const PlanReport& report, size_t place, bool trace, Language language) {
  const plan::Opportunity& action = report.opportunities.all[place];
  const plan::Slot& slot = report.slots[place];
  Json needs = Json::array();
  for (const std::string& need : action.needs) needs.push_back(need);
  Json out{
      {"id", action.id},
      {"action", std::string(word(action.kind))},
      {"subject", subject_words(action, language)},
      {"artist", or_null(action.artist)},
      {"label", or_null(action.label)},
      {"language", or_null(action.language)},
      {"territory", action.territory ? Json(std::string(action.territory->code())) : Json(nullptr)},
      {"document", or_null(action.document)},
      {"who", or_null(action.who)},
      {"role", report.beliefs.book.of(action.kind).who},
      {"items", action.items},
      {"cost_jpy", report.costs[place]},
      {"listeners", percentiles_json(plan::percentiles_of(report.gains[place].listeners))},
      {"yen", percentiles_json(plan::percentiles_of(report.gains[place].yen))},
      {"yield_known",
       report.yields_known[place] ? Json(*report.yields_known[place]) : Json(nullptr)},
      {"worth_unknown_cells", action.cells_unknown},
      {"starts", slot.starts.to_string()},
      {"acts_from", slot.acts_from.to_string()},
      {"deadline", slot.deadline.to_string()},
      {"needs", std::move(needs)},
      {"reason", reason_words(report, place, language)}};
  if (trace) {
    out["trace"] = trace_json(action);
    out["trace"]["rule"] = figures_json(report.beliefs.book.of(action.kind));
  }
  return out;
}

Json missed_json(const PlanReport& report, Language language) {
  Json out = Json::array();
  for (const MissedAction& one : report.missed) {
    Json row = action_json(report, one.action, false, language);
    row["more_jpy"] = one.more_jpy;
    row["at_cost_jpy"] = one.at_cost_jpy ? Json(*one.at_cost_jpy) : Json(nullptr);
    out.push_back(std::move(row));
  }
  return out;
}

Json ids(const PlanReport& report, const std::vector<size_t>& places) {
  Json out = Json::array();
  for (const size_t place : places) out.push_back(report.opportunities.all[place].id);
  return out;
}

Json rules_json(const PlanReport& report) {
  Json out = Json::array();
  for (const auto& [rule, spent] : report.spent_by_rule) {
    const bool share = rule.kind == plan::BudgetRuleKind::least_share;
    out.push_back(Json{{"name", rule.name},
                       {"rule", share ? "least_share" : "at_most"},
                       {"limit", share ? Json(rule.share) : Json(rule.amount_jpy)},
                       {"spent_jpy", spent}});
  }
  return out;
}

}  // namespace

std::string plan_json(const PlanReport& report, const LoadedWorld& world, bool trace,
                      Language language) {
  Json actions = Json::array();
  for (const size_t place : report.chosen) {
    actions.push_back(action_json(report, place, trace, language));
  }
  Json out{{"as_of", report.today.to_string()},
           {"horizon_last", report.horizon_end.plus(-1).to_string()},
           {"generation", world.info().generation},
           {"budget_jpy", report.budget_jpy},
           {"objective", std::string(word(report.objective))},
           {"caution", report.caution},
           {"seed", report.seed},
           {"candidates", report.opportunities.all.size()},
           {"engine", report.engine},
           {"proven", report.proven},
           {"objective_value", report.portfolio.objective},
           {"bound", report.portfolio.bound},
           {"gap_to_bound", plan::gap_to_bound(report.portfolio)},
           {"work", report.portfolio.steps_used},
           {"stopped_early", report.portfolio.stopped_early},
           {"totals", totals_json(report.totals)},
           {"actions", std::move(actions)},
           {"rules", rules_json(report)},
           {"missed", missed_json(report, language)}};
  out["committed"] = ids(report, report.committed);
  if (report.what_if) {
    out["what_if"] = Json{{"without", totals_json(report.what_if->without)},
                          {"more", ids(report, report.what_if->more)},
                          {"fewer", ids(report, report.what_if->fewer)}};
  }
  if (report.larger) {
    out["larger_budget"] = Json{{"budget_jpy", report.larger->budget_jpy},
                                {"totals", totals_json(report.larger->totals)},
                                {"more", ids(report, report.larger->more)},
                                {"fewer", ids(report, report.larger->fewer)}};
  }
  if (!report.frontier.empty()) {
    Json points = Json::array();
    for (const FrontierPoint& point : report.frontier) {
      Json row{{"aim", point.aim}, {"gap_to_bound", point.gap}};
      row.update(totals_json(point.totals));
      points.push_back(std::move(row));
    }
    out["frontier"] = std::move(points);
  }
  out["artists_territories_unknown"] = report.opportunities.demand_unknown;
  out["artists_territories_too_small"] = report.opportunities.too_small;
  out["left_out"] = report.opportunities.left_out;
  return dump(out);
}

}  // namespace umikoe::app
