#include <fmt/format.h>

#include "app/foreign_table.h"
#include "app/import_files.h"
#include "cli/import_map.h"
#include "cli/world_access.h"

namespace umikoe::cli {
namespace {

// "3=US CA", or "territory:アジア=KR TW" by the question's own name.
Result<void> add_answer(const std::string& written, app::MapOrder& order) {
  const size_t equals = written.find('=');
  if (equals == std::string::npos || equals == 0) {
    return fail("answer_malformed", {{"answer", written}});
  }
  order.answers.emplace_back(written.substr(0, equals), written.substr(equals + 1));
  return {};
}

// "title=曲名,service==Spotify": a column of ours from a header, or from a text after "=".
Result<void> add_columns(const std::string& written, app::MapOrder& order) {
  size_t at = 0;
  while (at < written.size()) {
    const size_t end = std::min(written.find(',', at), written.size());
    const std::string part = written.substr(at, end - at);
    const size_t equals = part.find('=');
    if (equals == std::string::npos || equals == 0) {
      return fail("answer_malformed", {{"answer", part}});
    }
    order.answers.emplace_back("column:" + part.substr(0, equals), part.substr(equals + 1));
    at = end + 1;
  }
  return {};
}

Result<app::MapOrder> order_of(const Arguments& arguments) {
  app::MapOrder order{.sender = arguments.value("--sender"), .answers = {}};
  if (arguments.has("--sheet")) order.answers.emplace_back("sheet", arguments.value("--sheet"));
  UMIKOE_TRY(add_columns(arguments.value("--columns"), order));
  for (const auto& answer : arguments.all("--answer")) UMIKOE_TRY(add_answer(answer, order));
  return order;
}

// What was confirmed before, and the world it is read from as tables ask.
struct Remembered {
  std::unique_ptr<app::WorldStore> store;
  app::TableMemory memory;
};

// Looking at a table needs no world and makes none.
Result<Remembered> remembered(const Command& command) {
  Remembered out;
  if (command.arguments.value("--world").empty()) return out;
  auto store = open_world(command, false);
  if (!store && store.error().code == "no_such_world") return out;
  if (!store) return std::unexpected(std::move(store).error());
  out.store = std::move(*store);
  UMIKOE_TRY(out.memory, app::table_memory(*out.store));
  return out;
}

// Asks the person at the terminal for what is open, one question after the other.
Result<void> ask(const Command& command, const app::TableMemory& memory, app::MapOrder& order,
                 app::MapProposal& proposal) {
  const Surroundings& outside = command.surroundings;
  for (;;) {
    const auto& questions = proposal.table.questions;
    size_t open = 0;
    while (open < questions.size() && !questions[open].answer.empty()) ++open;
    if (open == questions.size()) return {};
    command.print(app::map_text(proposal, command.language));
    command.print(
        messages::text(command.language, "map.prompt", {{"number", std::to_string(open + 1)}}));
    const auto answer = outside.read_line();
    if (!answer || answer->empty()) return {};
    order.answers.emplace_back(questions[open].id, *answer);
    UMIKOE_TRY(proposal, app::map_file(*outside.files, proposal.path, memory, order));
  }
}

}  // namespace

Result<int> run_import_map(const Command& command) {
  const Arguments& arguments = command.arguments;
  const Surroundings& outside = command.surroundings;
  const bool save = arguments.has("--save");
  if (arguments.positional.size() != 1) {
    return fail("positional_extra", {{"word", arguments.positional[1]}, {"verb", "import --map"}});
  }
  const std::string& path = arguments.positional[0];
  UMIKOE_TRY(auto order, order_of(arguments));
  UMIKOE_TRY(auto known, remembered(command));
  UMIKOE_TRY(auto proposal, app::map_file(*outside.files, path, known.memory, order));
  if (outside.read_line && !command.json()) {
    UMIKOE_TRY(ask(command, known.memory, order, proposal));
  }
  if (!save || !proposal.ready()) {
    command.print(command.json() ? app::map_json(proposal) + "\n"
                                 : app::map_text(proposal, command.language));
    return proposal.ready() ? ok : rejected;
  }
  known = {};  // read to the end: the world can be opened to write
  UMIKOE_TRY(const auto store, open_world(command, true));
  UMIKOE_TRY(const auto info, store->info());
  const auto viewer = access::local_viewer(info.organisation.id);
  const std::string by = arguments.value("--by").empty() ? viewer.person : arguments.value("--by");
  UMIKOE_TRY(app::save_mapping(*store, proposal, viewer, by, outside.now));
  app::ImportOptions options;
  options.viewer = viewer;
  options.received_at = outside.now;
  options.language = command.language;
  options.table_sender = proposal.sender;
  options.table_sheet = proposal.table.mapping.sheet;
  UMIKOE_TRY(const auto report, app::import_files(*store, *outside.files, {path}, options));
  command.print(command.json() ? app::import_json(report, command.language) + "\n"
                               : app::import_text(report, command.language));
  return report.any_rejected() ? rejected : ok;
}

}  // namespace umikoe::cli
