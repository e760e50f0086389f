#include "cli/translation_words.h"

#include <algorithm>
#include <charconv>

namespace umikoe::cli {
namespace {

// What of the flags a record may state besides --about.
constexpr std::pair<const char*, const char*> record_flags[] = {
    {"--media", "media"}, {"--territory", "territory"}, {"--note", "note"}};

Result<void> add_columns(const Arguments& arguments, app::StatedWords& words) {
  for (const std::string& about : arguments.all("--about")) {
    const size_t equals = about.find('=');
    if (equals == std::string::npos || equals == 0) {
      return fail("about_malformed", {{"text", about}});
    }
    words[about.substr(0, equals)] = about.substr(equals + 1);
  }
  return {};
}

Result<app::StatedWords> stated_words(const Arguments& arguments, const char* key,
                                      app::RecordKind kind) {
  app::StatedWords words;
  if (arguments.positional.size() > 1) words[key] = arguments.positional[1];
  const bool several = kind == app::RecordKind::person || kind == app::RecordKind::grant ||
                       kind == app::RecordKind::languages;
  if (arguments.has("--language")) {
    words[several ? "languages" : "language"] = arguments.value("--language");
  }
  for (const auto& [flag, column] : record_flags) {
    if (arguments.has(flag)) words[column] = arguments.value(flag);
  }
  UMIKOE_TRY(add_columns(arguments, words));
  return words;
}

// The second word of records that have one: a term's target, a text.
void add_second(app::StatedWords& words, const Arguments& arguments, app::RecordKind kind) {
  if (arguments.positional.size() < 3) return;
  if (kind == app::RecordKind::term) words["target"] = arguments.positional[2];
  if (kind == app::RecordKind::source) words["text"] = arguments.positional[2];
}

}  // namespace

Result<std::unique_ptr<TranslateCommand>> TranslateCommand::open(const Command& command,
                                                                 bool writes) {
  UMIKOE_TRY(auto store, open_world(command, writes));
  UMIKOE_TRY(auto world, app::LoadedWorld::load(*store, command.surroundings.today));
  UMIKOE_TRY(auto desk, app::TranslationDesk::load(*world));
  return std::unique_ptr<TranslateCommand>(
      new TranslateCommand{command, std::move(store), std::move(world), std::move(desk)});
}

access::Viewer TranslateCommand::viewer() const {
  return access::local_viewer(world->info().organisation.id);
}

Result<std::string> TranslateCommand::word(size_t place, const char* name) const {
  const auto& words = command.arguments.positional;
  if (place < words.size()) return words[place];
  return fail("translate_word_missing", {{"word", name}, {"action", action()}});
}

Result<localisation::UnitAction> TranslateCommand::unit_action() const {
  std::string word = action();
  std::ranges::replace(word, '-', '_');
  const auto known = localisation::parse_unit_action(word);
  if (!known) return fail("translate_action_unknown", {{"action", word}, {"actions", ""}});
  return *known;
}

Result<app::StatedWords> TranslateCommand::columns() const {
  app::StatedWords words;
  if (command.arguments.has("--field")) words["field"] = command.arguments.value("--field");
  UMIKOE_TRY(add_columns(command.arguments, words));
  return words;
}

Result<app::UnitSelection> TranslateCommand::selection() const {
  const Arguments& arguments = command.arguments;
  app::UnitSelection out;
  out.language = arguments.value("--language");
  out.stage = arguments.value("--state");
  out.field = arguments.value("--field");
  out.owner = arguments.value("--artist");
  out.query = arguments.value("--query");
  if (out.query.empty() && arguments.positional.size() > 1) out.query = arguments.positional[1];
  const std::string limit = arguments.value("--limit");
  const char* end = limit.data() + limit.size();
  if (limit.empty()) return out;
  const auto [stopped, error] = std::from_chars(limit.data(), end, out.limit);
  if (error != std::errc() || stopped != end || out.limit == 0) {
    return fail("number_invalid_word", {{"number", limit}});
  }
  return out;
}

Result<int> TranslateCommand::change_record(app::RecordKind kind, const char* key) const {
  const Arguments& arguments = command.arguments;
  const std::string by = arguments.value("--by");
  const auto& positional = arguments.positional;
  const Instant now = command.surroundings.now;
  if (positional.size() > 2 && positional[1] == "import") {
    UMIKOE_TRY(const auto count,
               app::keep_table(*store, *desk, kind, *command.surroundings.files, positional[2], by,
                               viewer(), now));
    say_count("translation.records_kept", count);
    return ok;
  }
  UMIKOE_TRY(auto words, stated_words(arguments, key, kind));
  add_second(words, arguments, kind);
  if (arguments.has("--remove")) {
    UMIKOE_TRY(auto subject, word(1, "NAME"));
    if (kind == app::RecordKind::term) {
      const std::string said = app::stated(words, "kind");
      const std::string kind_word = said.empty() ? "term" : said;
      subject = kind_word + ":" + app::stated(words, "language") + ":" + subject;
    }
    UMIKOE_TRY(app::drop_record(*store, *desk, kind, subject, by, viewer(), now));
    command.print(messages::text(command.language, "translation.removed", {{"name", subject}}) +
                  "\n");
    return ok;
  }
  UMIKOE_TRY(const auto subject, app::keep_record(*store, *desk, kind, words, by, viewer(), now));
  command.print(messages::text(command.language, "translation.kept", {{"name", subject}}) + "\n");
  return ok;
}

Result<int> TranslateCommand::deliver(const std::string& bytes) const {
  const std::string path = command.arguments.value("--out");
  if (path.empty()) {
    command.print(bytes);
    return ok;
  }
  UMIKOE_TRY(command.surroundings.sink->write(path, bytes));
  command.print(messages::text(command.language, "translation.written", {{"path", path}}) + "\n");
  return ok;
}

void TranslateCommand::say_count(const char* message, size_t count) const {
  if (command.json()) {
    command.print("{\"kept\":" + std::to_string(count) + "}\n");
    return;
  }
  command.print(
      messages::text(command.language, message, {{"count", std::to_string(count)}}) + "\n");
}

}  // namespace umikoe::cli
