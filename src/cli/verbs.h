#pragma once

#include <span>
#include <string_view>

#include "cli/arguments.h"
#include "cli/command_line.h"
#include "messages/messages.h"

namespace umikoe::cli {

// One command being run.
struct Command {
  const Verb& verb;
  Arguments arguments;
  messages::Language language;
  const Surroundings& surroundings;

  bool json() const { return arguments.has("--json"); }
  void print(std::string_view text) const { surroundings.out(text); }
};

// The one table of verbs and flags: help, completion and man page are made from it.
struct VerbEntry {
  Verb verb;
  Result<int> (*run)(const Command&);
};
std::span<const VerbEntry> verbs();

Result<int> run_import(const Command& command);
Result<int> run_why(const Command& command);
Result<int> run_gap(const Command& command);
Result<int> run_hold(const Command& command);
Result<int> run_unhold(const Command& command);
Result<int> run_world(const Command& command);
Result<int> run_revenue(const Command& command);
Result<int> run_leaks(const Command& command);
Result<int> run_videos(const Command& command);
Result<int> run_demand(const Command& command);
Result<int> run_find(const Command& command);
Result<int> run_link(const Command& command);
Result<int> run_readiness(const Command& command);
Result<int> run_name(const Command& command);
Result<int> run_return(const Command& command);
Result<int> run_nation(const Command& command);
Result<int> run_check(const Command& command);
Result<int> run_translate(const Command& command);
Result<int> run_calendar(const Command& command);
Result<int> run_measure(const Command& command);
Result<int> run_plan(const Command& command);
Result<int> run_demo(const Command& command);
Result<int> run_serve(const Command& command);
Result<int> run_subtitle(const Command& command);
Result<int> run_completion(const Command& command);
Result<int> run_man(const Command& command);

}  // namespace umikoe::cli
