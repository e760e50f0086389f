#include <memory>

#include "app/demo.h"
#include "app/plan/approval_paper.h"
#include "app/plan/budget_source.h"
#include "app/plan/interventions.h"
#include "app/plan/stored_plans.h"
#include "app/plan/territory_brief.h"
#include "cli/flag_number.h"
#include "cli/verbs.h"
#include "cli/world_access.h"

namespace umikoe::cli {
namespace {

constexpr size_t work_most = 1'000'000'000'000;
constexpr size_t seconds_most = 3'600;

Result<double> caution_of(const Command& command) {
  const std::string word = command.arguments.value("--caution");
  if (word.empty()) return 0.0;
  const auto caution = app::parse_caution(word);
  if (!caution) return fail("number_invalid_word", {{"flag", "--caution"}, {"number", word}});
  return *caution;
}

// ID=AMOUNT of every --cost.
Result<std::map<std::string, int64_t>> costs_of(const Command& command) {
  std::map<std::string, int64_t> out;
  for (const std::string& given : command.arguments.all("--cost")) {
    const size_t sign = given.find('=');
    if (sign == std::string::npos) return fail("plan_cost_word", {{"word", given}});
    UMIKOE_TRY(out[given.substr(0, sign)], app::parse_yen(given.substr(sign + 1)));
  }
  return out;
}

Result<app::PlanQuestion> question_of(const Command& command) {
  const Arguments& arguments = command.arguments;
  app::PlanQuestion out;
  out.selection.artist = arguments.value("--artist");
  out.selection.label = arguments.value("--label");
  out.selection.territory = arguments.value("--territory");
  out.selection.region = arguments.value("--region");
  for (const char* needed : {"--budget", "--horizon"}) {
    if (!arguments.has(needed)) return fail("plan_flag_needed", {{"flag", needed}});
  }
  out.budget = arguments.value("--budget");
  out.horizon = arguments.value("--horizon");
  if (arguments.has("--objective")) {
    const auto objective = app::parse_plan_objective(arguments.value("--objective"));
    if (!objective) {
      return fail("plan_objective_unknown", {{"word", arguments.value("--objective")}});
    }
    out.objective = *objective;
  }
  UMIKOE_TRY(out.caution, caution_of(command));
  UMIKOE_TRY(out.costs, costs_of(command));
  const auto pinned = arguments.all("--pin");
  const auto forbidden = arguments.all("--forbid");
  out.wishes.pinned = {pinned.begin(), pinned.end()};
  out.wishes.forbidden = {forbidden.begin(), forbidden.end()};
  UMIKOE_TRY(out.seed, flag_number(command, "--seed", 1, 0));
  UMIKOE_TRY(out.steps, flag_number(command, "--work", 0, 1, work_most));
  out.frontier = arguments.has("--frontier");
  if (arguments.has("--limits")) {
    UMIKOE_TRY(out.rules,
               app::budget_rules_at(*command.surroundings.files, arguments.value("--limits")));
  }
  return out;
}

// The clock and the solver, which belong to main.
Result<std::unique_ptr<app::MixedSolver>> set_engine(const Command& command,
                                                     app::PlanQuestion& question) {
  UMIKOE_TRY(const size_t seconds, flag_number(command, "--seconds", 60, 1, seconds_most));
  question.solver_seconds = static_cast<double>(seconds);
  if (command.arguments.has("--seconds")) {
    question.out_of_time = command.surroundings.stop_after(question.solver_seconds);
  }
  const std::string engine = command.arguments.value("--engine");
  if (engine.empty() || engine == "own") return std::unique_ptr<app::MixedSolver>();
  if (engine != "cbc") return fail("plan_engine_unknown", {{"engine", engine}});
  UMIKOE_TRY(auto solver, command.surroundings.open_solver());
  question.solver = solver.get();
  return solver;
}

Result<void> write_files(const Command& command, const app::PlanReport& report,
                         const app::LoadedWorld& world) {
  const Arguments& arguments = command.arguments;
  app::FileSink& sink = *command.surroundings.sink;
  if (arguments.has("--paper")) {
    UMIKOE_TRY(sink.write(
        arguments.value("--paper"),
        app::approval_paper(report, world, arguments.value("--save"), arguments.value("--by"))));
  }
  if (arguments.has("--xlsx")) {
    UMIKOE_TRY(const std::string bytes, app::plan_xlsx(report, command.language));
    UMIKOE_TRY(sink.write(arguments.value("--xlsx"), bytes));
  }
  return {};
}

Result<int> make(const Command& command) {
  UMIKOE_TRY(app::PlanQuestion question, question_of(command));
  UMIKOE_TRY(const auto solver, set_engine(command, question));
  const bool save = command.arguments.has("--save");
  UMIKOE_TRY(const auto store, open_world(command, save));
  UMIKOE_TRY(const auto world, app::LoadedWorld::load(*store, command.surroundings.today));
  UMIKOE_TRY(const app::PlanReport report, app::make_plan(*world, question));
  UMIKOE_TRY(write_files(command, report, *world));
  std::optional<app::StoredPlan> saved;
  if (save) {
    UMIKOE_TRY(saved, app::save_plan(*store, *world, report, command.arguments.value("--save"),
                                     command.arguments.value("--by"), command.surroundings.now));
  }
  const bool trace = command.arguments.has("--trace");
  if (command.json()) {
    command.print(app::plan_json(report, *world, trace, command.language) + "\n");
  } else if (command.arguments.has("--csv")) {
    command.print(app::plan_csv(report, command.language));
  } else {
    command.print(app::demo_banner(world->info(), command.language) +
                  app::plan_text(report, command.language, trace));
    if (saved) command.print("\n" + app::stored_plans_text({*saved}, command.language));
  }
  return ok;
}

Result<int> rules(const Command& command) {
  const Arguments& arguments = command.arguments;
  const auto changes = arguments.all("--set");
  UMIKOE_TRY(const auto store, open_world(command, !changes.empty()));
  for (const std::string& given : changes) {
    const size_t sign = std::min(given.find('='), given.size());
    const app::RuleChange change{
        given.substr(0, sign), sign < given.size() ? given.substr(sign + 1) : std::string(),
        arguments.value("--source"), arguments.value("--by"), parted(arguments.value("--rate"))};
    UMIKOE_TRY(const auto world, app::LoadedWorld::load(*store, command.surroundings.today));
    UMIKOE_TRY(app::set_plan_rule(*store, *world, change, command.surroundings.now));
  }
  UMIKOE_TRY(const auto world, app::LoadedWorld::load(*store, command.surroundings.today));
  UMIKOE_TRY(const app::PlanBeliefs beliefs, app::plan_beliefs(*world));
  if (command.json()) {
    command.print(app::plan_rules_json(beliefs) + "\n");
  } else if (arguments.has("--csv")) {
    command.print(app::plan_rules_csv(beliefs));
  } else {
    command.print(app::plan_rules_text(beliefs, command.language));
  }
  return ok;
}

Result<std::string> word_at(const Command& command, size_t place, const char* pattern) {
  const auto& words = command.arguments.positional;
  if (words.size() <= place) {
    return fail("positional_missing", {{"pattern", pattern}, {"verb", "plan " + words.front()}});
  }
  return words[place];
}

Result<int> list(const Command& command) {
  UMIKOE_TRY(const auto world, load_world(command));
  UMIKOE_TRY(const auto plans, app::stored_plans(*world));
  command.print(command.json() ? app::stored_plans_json(plans) + "\n"
                               : app::stored_plans_text(plans, command.language));
  return ok;
}

void print_plan(const Command& command, const app::StoredPlan& plan) {
  command.print(command.json() ? app::stored_plan_json(plan) + "\n"
                               : app::stored_plan_text(plan, command.language));
}

Result<int> show(const Command& command) {
  UMIKOE_TRY(const std::string name, word_at(command, 1, "NAME"));
  UMIKOE_TRY(const auto world, load_world(command));
  UMIKOE_TRY(const app::StoredPlan plan, app::stored_plan(*world, name));
  print_plan(command, plan);
  return ok;
}

Result<int> decide(const Command& command, app::PlanDecision decision) {
  UMIKOE_TRY(const std::string name, word_at(command, 1, "NAME"));
  UMIKOE_TRY(const auto store, open_world(command, true));
  UMIKOE_TRY(const auto world, app::LoadedWorld::load(*store, command.surroundings.today));
  UMIKOE_TRY(const app::StoredPlan plan,
             app::decide_plan(*store, *world, name, decision, command.arguments.value("--by"),
                              command.surroundings.now));
  print_plan(command, plan);
  return ok;
}

Result<int> start(const Command& command) {
  app::InterventionWords words;
  UMIKOE_TRY(words.plan, word_at(command, 1, "NAME"));
  UMIKOE_TRY(words.action, word_at(command, 2, "ID"));
  words.starts = command.arguments.value("--starts");
  words.review = command.arguments.value("--review");
  words.by = command.arguments.value("--by");
  UMIKOE_TRY(const auto store, open_world(command, true));
  UMIKOE_TRY(const auto world, app::LoadedWorld::load(*store, command.surroundings.today));
  UMIKOE_TRY(const app::Intervention intervention,
             app::start_intervention(*store, *world, words, command.surroundings.now));
  command.print(command.json() ? app::intervention_json(intervention) + "\n"
                               : app::intervention_text(intervention, command.language));
  return ok;
}

Result<int> brief(const Command& command) {
  UMIKOE_TRY(const std::string territory, word_at(command, 1, "CODE"));
  UMIKOE_TRY(const auto world, load_world(command));
  UMIKOE_TRY(const app::TerritoryBrief report, app::territory_brief(*world, territory));
  if (command.arguments.has("--out")) {
    UMIKOE_TRY(command.surroundings.sink->write(command.arguments.value("--out"),
                                                app::brief_page(report, *world)));
  }
  command.print(command.json() ? app::brief_json(report, *world) + "\n"
                               : app::demo_banner(world->info(), command.language) +
                                     app::brief_text(report, *world, command.language));
  return ok;
}

}  // namespace

Result<int> run_plan(const Command& command) {
  if (command.arguments.positional.empty()) return make(command);
  const std::string& word = command.arguments.positional.front();
  if (word == "rules") return rules(command);
  if (word == "list") return list(command);
  if (word == "show") return show(command);
  if (word == "approve") return decide(command, app::PlanDecision::approve);
  if (word == "reject") return decide(command, app::PlanDecision::reject);
  if (word == "withdraw") return decide(command, app::PlanDecision::withdraw);
  if (word == "start") return start(command);
  if (word == "brief") return brief(command);
  return fail("action_unknown", {{"verb", "plan"}, {"action", word}});
}

}  // namespace umikoe::cli
