// Translation work: the queue, one unit, the board, and what a person does to a unit.

#include "app/translation/board.h"
#include "app/translation/unit_words.h"
#include "http/answers.h"
#include "http/bodies.h"
#include "http/desk.h"
#include "http/handlers.h"
#include "http/slices.h"

namespace umikoe::http {
namespace {

constexpr size_t next_shown = 12;

Result<app::UnitWords> words_of(const Json& body) {
  app::UnitWords words;
  UMIKOE_TRY(const std::string action, text_of(body, "action"));
  const auto known = localisation::parse_unit_action(action);
  if (!known) return fail("translate_action_unknown", {{"action", action}, {"actions", ""}});
  words.action = *known;
  UMIKOE_TRY(words.unit, text_of(body, "unit"));
  UMIKOE_TRY(words.by, text_of(body, "by"));
  UMIKOE_TRY(words.text, text_or_nothing(body, "text"));
  UMIKOE_TRY(words.note, text_or_nothing(body, "note"));
  UMIKOE_TRY(words.media, text_or_nothing(body, "media"));
  UMIKOE_TRY(words.territory, text_or_nothing(body, "territory"));
  words.done = body.value("done", Json()) == true;
  words.from_memory = body.value("from_memory", Json()) == true;
  return words;
}

}  // namespace

Result<Response> answer_translations(const Asked& asked) {
  const Query& query = asked.query;
  app::UnitSelection selection;
  selection.language = query.value("language");
  selection.stage = query.value("state");
  selection.field = query.value("field");
  selection.query = query.value("q");
  selection.owner = query.value("artist");
  UMIKOE_TRY(const Slice slice, slice_of(query));
  selection.limit = slice.limit;
  selection.offset = slice.offset;
  UMIKOE_TRY(const auto world, asked.site.worlds.current());
  UMIKOE_TRY(const auto desk, app::TranslationDesk::load(*world));
  UMIKOE_TRY(const auto list, app::select_units(*desk, selection));
  if (slice.csv) {
    return csv_answer(app::units_csv(list, *desk), "umikoe-translations.csv", slice.mark);
  }
  return json_answer(app::units_json(list, *desk));
}

Result<Response> answer_translation_unit(const Asked& asked) {
  UMIKOE_TRY(const auto world, asked.site.worlds.current());
  UMIKOE_TRY(const auto desk, app::TranslationDesk::load(*world));
  UMIKOE_TRY(auto body, app::unit_json(*desk, asked.query.value("unit"), asked.language));
  return json_answer(std::move(body));
}

Result<Response> answer_translation_board(const Asked& asked) {
  UMIKOE_TRY(const auto world, asked.site.worlds.current());
  UMIKOE_TRY(const auto desk, app::TranslationDesk::load(*world));
  return json_answer(app::board_json(app::translation_board(*desk, next_shown)));
}

Result<Response> change_translation(const Asked& asked) {
  UMIKOE_TRY(const Json body, body_of(asked));
  UMIKOE_TRY(const auto words, words_of(body));
  // The world as it is at this moment: a unit may have moved on since the page was opened.
  asked.site.worlds.look_again();
  UMIKOE_TRY(const auto world, asked.site.worlds.current());
  UMIKOE_TRY(const auto before, app::TranslationDesk::load(*world));
  const auto viewer = access::local_viewer(world->info().organisation.id);
  const Desk& desk = *asked.site.desk;
  UMIKOE_TRY(const auto store, desk.open());
  UMIKOE_TRY(const auto done, app::act(*store, *before, words, viewer, desk.now()));
  Response response = json_answer(app::done_json(done, asked.language));
  response.world_changed = true;
  return response;
}

}  // namespace umikoe::http
