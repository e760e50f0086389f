#include <charconv>

#include "app/demo.h"
#include "app/enquiry.h"
#include "app/gap.h"
#include "app/gap_map/gap_summary.h"
#include "app/gap_over.h"
#include "cli/verbs.h"
#include "cli/world_access.h"

namespace umikoe::cli {
namespace {

constexpr size_t rows_for_people = 25;
constexpr size_t summary_rows = 10;  // of each table

Result<size_t> count_of(const Arguments& arguments, std::string_view flag) {
  const std::string written = arguments.value(flag);
  size_t value = 0;
  if (written.empty()) return value;
  const auto [end, error] = std::from_chars(written.data(), written.data() + written.size(), value);
  if (error != std::errc() || end != written.data() + written.size()) {
    return fail("number_invalid_word", {{"flag", std::string(flag)}, {"number", written}});
  }
  return value;
}

// One workbook for each counterparty, and what was written.
Result<int> write_work_lists(const Command& command, const app::GapReport& report,
                             const app::LoadedWorld& world) {
  std::string folder = command.arguments.value("--xlsx");
  while (folder.size() > 1 && folder.ends_with('/')) folder.pop_back();
  UMIKOE_TRY(const auto lists, app::work_lists(report, world));
  UMIKOE_TRY(command.surroundings.sink->make_folder(folder));
  std::string out = messages::text(command.language, "xlsx.written",
                                   {{"count", std::to_string(lists.size())}, {"path", folder}}) +
                    "\n";
  for (const app::WorkList& list : lists) {
    UMIKOE_TRY(command.surroundings.sink->write(folder + "/" + list.file_name, list.bytes));
    out += "  " + list.file_name + "  " + list.counterparty + "\n";
  }
  command.print(out);
  return ok;
}

// How the selection stands over a stretch of days instead of one.
Result<int> print_over(const Command& command, const app::SelectionWords& selection) {
  for (const char* other :
       {"--reason", "--role", "--date", "--limit", "--cells", "--decisions", "--xlsx"}) {
    if (command.arguments.has(other)) {
      return fail("flags_apart", {{"flag", "--over"}, {"other", other}});
    }
  }
  UMIKOE_TRY(const auto world, load_world(command));
  UMIKOE_TRY(const auto over, app::gap_over(*world, selection, command.arguments.value("--over")));
  if (command.json()) {
    command.print(app::gap_over_json(over) + "\n");
  } else if (command.arguments.has("--csv")) {
    command.print(app::gap_over_csv(over));
  } else {
    command.print(app::demo_banner(world->info(), command.language) +
                  app::gap_over_text(over, command.language));
  }
  return ok;
}

// The whole catalogue summed from its map, without loading the world.
Result<int> print_summary(const Command& command, const app::SelectionWords& selection) {
  for (const char* other :
       {"--label", "--query", "--use", "--over", "--cells", "--decisions", "--xlsx", "--csv"}) {
    if (command.arguments.has(other)) {
      return fail("flags_apart", {{"flag", "--summary"}, {"other", other}});
    }
  }
  UMIKOE_TRY(const size_t limit, count_of(command.arguments, "--limit"));
  const app::SummaryQuestion question{selection, command.arguments.value("--reason"),
                                      command.arguments.value("--role"),
                                      limit == 0 && !command.json() ? summary_rows : limit};
  UMIKOE_TRY(const auto store, open_world(command, false));
  const auto maps = open_maps(command);
  const app::Parallel parallel = parallel_of(command);
  UMIKOE_TRY(const app::WorldInfo info, store->info());
  const auto render = [&](const app::GapSummary& summary,
                          const app::MapAnswers& answers) -> Result<std::string> {
    if (command.json()) return app::gap_summary_json(summary, answers);
    UMIKOE_TRY(const std::string words,
               app::gap_summary_text(summary, answers, command.language));
    return app::demo_banner(info, command.language) + words;
  };
  UMIKOE_TRY(const std::string words,
             app::summarise(*store, *maps, command.surroundings.today, question, parallel, render));
  command.print(command.json() ? words + "\n" : words);
  return ok;
}

}  // namespace

Result<int> run_gap(const Command& command) {
  const Arguments& arguments = command.arguments;
  app::GapQuestion question;
  question.selection = {arguments.value("--artist"), arguments.value("--label"),
                        arguments.value("--query"),  arguments.value("--territory"),
                        arguments.value("--region"), arguments.value("--use"),
                        arguments.value("--date")};
  if (arguments.has("--summary")) return print_summary(command, question.selection);
  if (arguments.has("--over")) return print_over(command, question.selection);
  question.reason = arguments.value("--reason");
  question.role = arguments.value("--role");
  UMIKOE_TRY(const size_t limit, count_of(arguments, "--limit"));
  question.keep_asked = arguments.has("--xlsx");
  const bool for_people = !command.json() && !arguments.has("--csv");
  // Rows for people gather cells, so they need all of them.
  if (!for_people && !question.keep_asked) question.limit = limit;
  UMIKOE_TRY(const auto world, load_world(command));
  UMIKOE_TRY(const auto report, app::gap(*world, question));
  if (arguments.has("--xlsx")) return write_work_lists(command, report, *world);
  if (command.json()) {
    command.print(app::gap_json(report, *world) + "\n");
  } else if (arguments.has("--csv")) {
    command.print(arguments.has("--decisions") ? app::decisions_csv(report, *world)
                                               : app::gap_csv(report, *world));
  } else {
    const auto words = arguments.has("--cells") ? app::gap_text : app::decisions_text;
    command.print(app::demo_banner(world->info(), command.language) +
                  words(report, *world, command.language, limit == 0 ? rows_for_people : limit));
  }
  return ok;
}

}  // namespace umikoe::cli
