#include <algorithm>
#include <array>

#include "app/subtitles.h"
#include "base/limits.h"
#include "cli/help.h"
#include "cli/spoken_findings.h"
#include "cli/subtitle_actions.h"
#include "cli/verbs.h"

namespace umikoe::cli {
namespace {

// Whatever fills a buffer: standard input or a file.
using Fill = std::function<Result<size_t>(std::span<char>)>;

// All there is, but no more than tells a reader that it is too much.
Result<std::string> read_all(const Fill& fill) {
  std::string bytes;
  std::string piece(size_t{64} * 1024, '\0');
  while (std::ssize(bytes) <= limits::caption_file_bytes.value) {
    UMIKOE_TRY(const size_t size, fill(piece));
    if (size == 0) break;
    bytes.append(piece, 0, size);
  }
  return bytes;
}

// The bytes of a file, or of standard input where no path or "-" is given.
Result<app::CaptionInput> read_input(const Command& command, const std::string& path,
                                     const std::string& format) {
  const Surroundings& outside = command.surroundings;
  app::CaptionInput input{
      .bytes = {}, .path = path == "-" ? std::string() : path, .format = format};
  if (input.path.empty()) {
    UMIKOE_TRY(input.bytes, read_all([&](std::span<char> buffer) -> Result<size_t> {
                 return outside.read_input(buffer);
               }));
    return input;
  }
  UMIKOE_TRY(const auto files, outside.files->files_at(path));
  if (files.size() != 1 || files.front() != path) return fail("file_not_one", {{"path", path}});
  UMIKOE_TRY(const auto reader, outside.files->open(path));
  UMIKOE_TRY(input.bytes, read_all([&](std::span<char> buffer) { return reader->read(buffer); }));
  return input;
}

std::string positional(const Command& command, size_t at) {
  const auto& words = command.arguments.positional;
  return at < words.size() ? words[at] : std::string();
}

// Reads captions; what a person should know of them goes to standard error.
Result<app::Captions> read_captions(const Command& command, const std::string& path,
                                    const std::string& format) {
  UMIKOE_TRY(const auto input, read_input(command, path, format));
  UMIKOE_TRY(auto captions, app::read_captions(input));
  say_findings(command, captions.findings);
  return captions;
}

Result<int> parse(const Command& command) {
  const Arguments& arguments = command.arguments;
  if (arguments.has("--cue-text")) {
    UMIKOE_TRY(const auto input, read_input(command, positional(command, 1), "vtt"));
    UMIKOE_TRY(const std::string tree, app::cue_text_tree(input.bytes));
    command.print(tree);
    return ok;
  }
  const auto path = positional(command, 1);
  const std::string format = arguments.value("--format");
  if (command.json()) {
    UMIKOE_TRY(const auto input, read_input(command, path, format));
    UMIKOE_TRY(const auto cues, app::read_cues(input));
    say_findings(command, cues.findings);
    command.print(app::cues_json(cues) + "\n");
    return ok;
  }
  UMIKOE_TRY(const auto captions, read_captions(command, path, format));
  command.print(arguments.has("--csv") ? app::cues_csv(captions)
                                       : app::cues_text(captions, command.language));
  return ok;
}

Result<int> convert(const Command& command) {
  const Arguments& arguments = command.arguments;
  const std::string to = arguments.value("--to");
  if (to.empty()) return fail("caption_target_needed");
  UMIKOE_TRY(auto captions,
             read_captions(command, positional(command, 1), arguments.value("--from")));
  if (captions.track.language.empty()) captions.track.language = arguments.value("--language");
  UMIKOE_TRY(const auto conversion, app::convert_captions(captions, to, arguments.value("--ruby")));
  say_findings(command, conversion.findings);
  return deliver_captions(command, conversion.bytes, conversion.format);
}

Result<int> check(const Command& command) {
  const Arguments& arguments = command.arguments;
  if (arguments.has("--profiles")) {
    command.print(command.json() ? app::caption_profiles_json() + "\n"
                                 : app::caption_profiles_text(command.language));
    return ok;
  }
  UMIKOE_TRY(const auto captions,
             read_captions(command, positional(command, 1), arguments.value("--format")));
  UMIKOE_TRY(const auto report, app::check_captions(captions, arguments.value("--profile")));
  const auto language = command.language;
  command.print(command.json() ? app::caption_report_json(captions, report, language) + "\n"
                : arguments.has("--csv") ? app::caption_report_csv(captions, report, language)
                                         : app::caption_report_text(captions, report, language));
  return report.errors > 0 ? rejected : ok;
}

Result<int> align(const Command& command) {
  const Arguments& arguments = command.arguments;
  if (arguments.positional.size() < 3) {
    return fail("positional_missing",
                {{"pattern", "ORIGINAL TRANSLATION"}, {"verb", "subtitle align"}});
  }
  const std::string format = arguments.value("--format");
  UMIKOE_TRY(const auto original, read_captions(command, positional(command, 1), format));
  UMIKOE_TRY(const auto translation, read_captions(command, positional(command, 2), format));
  command.print(command.json() ? app::parallel_json(original, translation) + "\n"
                : arguments.has("--csv")
                    ? app::parallel_csv(original, translation)
                    : app::parallel_text(original, translation, command.language));
  return ok;
}

struct Action {
  std::string_view name;
  size_t words;  // how many it takes at most
  Result<int> (*run)(const Command&);
};
constexpr std::array actions = {
    Action{"parse", 1, parse},
    Action{"convert", 1, convert},
    Action{"check", 1, check},
    Action{"align", 2, align},
    Action{"keep", 2, keep_captions},
    Action{"list", 1, list_captions},
    Action{"export", 1, export_captions},
    Action{"withdraw", 1, withdraw_captions},
    Action{"restore", 1, restore_captions},
};

}  // namespace

Result<int> deliver_captions(const Command& command, const std::string& bytes,
                             const std::string& format) {
  const std::string out = command.arguments.value("--out");
  if (out.empty()) {
    command.print(bytes);
    return ok;
  }
  UMIKOE_TRY(command.surroundings.sink->write(out, bytes));
  command.print(
      messages::text(command.language, "subtitle.written", {{"path", out}, {"format", format}}) +
      "\n");
  return ok;
}

Result<int> run_subtitle(const Command& command) {
  const std::string name = positional(command, 0);
  // The tree of a cue's text needs no further word.
  const bool only_tree = name.empty() && command.arguments.has("--cue-text");
  if (name.empty() && !only_tree) {
    command.print(verb_help(command.verb, command.language));
    return usage;
  }
  const auto action = std::ranges::find(actions, only_tree ? "parse" : name, &Action::name);
  if (action == actions.end()) return fail("subtitle_action_unknown", {{"word", name}});
  if (command.arguments.positional.size() > action->words + 1) {
    return fail("positional_extra", {{"word", positional(command, action->words + 1)},
                                     {"verb", "subtitle " + std::string(action->name)}});
  }
  auto result = action->run(command);
  if (result || !app::refuses_captions(result.error())) return result;
  say_findings(command, {result.error()});
  return rejected;
}

}  // namespace umikoe::cli
