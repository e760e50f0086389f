#include "app/kept_captions.h"
#include "cli/spoken_findings.h"
#include "cli/subtitle_actions.h"
#include "cli/world_access.h"

namespace umikoe::cli {
namespace {

std::string positional(const Command& command, size_t at) {
  const auto& words = command.arguments.positional;
  return at < words.size() ? words[at] : std::string();
}

Result<std::string> needed(const Command& command, size_t at, const char* pattern) {
  std::string word = positional(command, at);
  if (!word.empty()) return word;
  return fail("positional_missing",
              {{"pattern", pattern}, {"verb", "subtitle " + positional(command, 0)}});
}

Result<int> change(const Command& command, bool restores) {
  UMIKOE_TRY(const std::string delivery, needed(command, 1, "NUMBER"));
  UMIKOE_TRY(const auto store, open_world(command, true));
  UMIKOE_TRY(const auto world, app::LoadedWorld::load(*store, command.surroundings.today));
  const app::CaptionWithdrawal words{delivery, command.arguments.value("--by"),
                                     command.arguments.value("--note"), restores};
  UMIKOE_TRY(const auto* kept,
             app::withdraw_captions(*store, *world, words,
                                    access::local_viewer(world->info().organisation.id),
                                    command.surroundings.now));
  command.print(messages::text(command.language,
                               restores ? "subtitle.restored" : "subtitle.withdrawn",
                               {{"document", kept->document}}) +
                "\n");
  return ok;
}

}  // namespace

Result<int> keep_captions(const Command& command) {
  UMIKOE_TRY(const std::string path, needed(command, 1, "FILE [ISRC]"));
  UMIKOE_TRY(const auto store, open_world(command, true));
  UMIKOE_TRY(const auto info, store->info());
  app::ImportOptions options;
  options.viewer = access::local_viewer(info.organisation.id);
  options.received_at = command.surroundings.now;
  options.language = command.language;
  options.captions.isrc = positional(command, 2);
  options.captions.language = command.arguments.value("--language");
  options.captions.format = command.arguments.value("--format");
  UMIKOE_TRY(const auto report,
             app::keep_captions(*store, *command.surroundings.files, path, options));
  command.print(command.json() ? app::import_json(report, command.language) + "\n"
                               : app::import_text(report, command.language));
  return report.any_rejected() ? rejected : ok;
}

Result<int> list_captions(const Command& command) {
  UMIKOE_TRY(const auto world, load_world(command));
  std::optional<Isrc> isrc;
  if (const std::string word = positional(command, 1); !word.empty()) {
    isrc = Isrc::parse(word);
    if (!isrc) return fail("isrc_malformed_word", {{"isrc", word}});
  }
  command.print(command.json() ? app::captions_json(*world, isrc) + "\n"
                : command.arguments.has("--csv")
                    ? app::captions_csv(*world, isrc)
                    : app::captions_text(*world, isrc, command.language));
  return ok;
}

Result<int> export_captions(const Command& command) {
  UMIKOE_TRY(const std::string word, needed(command, 1, "ISRC|NUMBER"));
  UMIKOE_TRY(const auto store, open_world(command, false));
  UMIKOE_TRY(const auto world, app::LoadedWorld::load(*store, command.surroundings.today));
  const Arguments& arguments = command.arguments;
  UMIKOE_TRY(const auto* kept, app::captions_of_word(*world, word, arguments.value("--language")));
  UMIKOE_TRY(const auto written, app::export_captions(*store, *kept, arguments.value("--to"),
                                                      arguments.value("--ruby")));
  say_findings(command, written.findings);
  return deliver_captions(command, written.bytes, written.format);
}

Result<int> withdraw_captions(const Command& command) { return change(command, false); }

Result<int> restore_captions(const Command& command) { return change(command, true); }

}  // namespace umikoe::cli
