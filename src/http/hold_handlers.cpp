// Cells held back on purpose.

#include "app/held_back.h"
#include "http/answers.h"
#include "http/bodies.h"
#include "http/desk.h"
#include "http/handlers.h"

namespace umikoe::http {
namespace {

constexpr size_t holds_at_once_max = 1000;

Result<app::HoldWords> words_of(const Json& hold) {
  app::HoldWords words;
  UMIKOE_TRY(words.isrc, text_or_nothing(hold, "isrc"));
  UMIKOE_TRY(words.artist, text_or_nothing(hold, "artist"));
  UMIKOE_TRY(words.label, text_or_nothing(hold, "label"));
  UMIKOE_TRY(words.territory, text_or_nothing(hold, "territory"));
  UMIKOE_TRY(words.kind, text_of(hold, "kind"));
  UMIKOE_TRY(words.until, text_of(hold, "until"));
  UMIKOE_TRY(words.note, text_or_nothing(hold, "note"));
  UMIKOE_TRY(words.by, text_of(hold, "by"));
  return words;
}

Result<std::vector<app::HoldWords>> words_of_holds(const Asked& asked) {
  UMIKOE_TRY(const Json body, body_of(asked));
  const Json holds = body.value("holds", Json());
  if (!holds.is_array() || holds.empty() || holds.size() > holds_at_once_max) {
    return fail("body_invalid", {{"reason", "\"holds\" must be a list of 1 to 1000 marks"}});
  }
  std::vector<app::HoldWords> all;
  for (const Json& hold : holds) {
    if (!hold.is_object()) return fail("body_invalid", {{"reason", "a mark is an object"}});
    UMIKOE_TRY(auto words, words_of(hold));
    all.push_back(std::move(words));
  }
  return all;
}

// The world as it is at this moment: whoever changes marks must see those of a moment ago.
Result<std::shared_ptr<const app::LoadedWorld>> world_now(const Asked& asked) {
  asked.site.worlds.look_again();
  return asked.site.worlds.current();
}

Response holds_of(const app::LoadedWorld& world) {
  return json_answer(app::holds_json(world, access::local_viewer(world.info().organisation.id)));
}

}  // namespace

Result<Response> answer_holds(const Asked& asked) {
  UMIKOE_TRY(const auto world, asked.site.worlds.current());
  return holds_of(*world);
}

Result<Response> add_holds(const Asked& asked) {
  UMIKOE_TRY(const auto holds, words_of_holds(asked));
  UMIKOE_TRY(const auto world, world_now(asked));
  const auto viewer = access::local_viewer(world->info().organisation.id);
  {
    const Desk& desk = *asked.site.desk;
    UMIKOE_TRY(const auto store, desk.open());
    for (const auto& words : holds) {
      UMIKOE_TRY(app::hold_back(*store, *world, words, viewer, desk.now()));
    }
  }
  UMIKOE_TRY(const auto after, world_now(asked));
  return holds_of(*after);
}

Result<Response> release_hold(const Asked& asked) {
  UMIKOE_TRY(const Json body, body_of(asked));
  const auto number = body.find("number");
  if (number == body.end() || !number->is_number_integer()) {
    return fail("body_invalid", {{"reason", "\"number\" must be a whole number"}});
  }
  UMIKOE_TRY(const std::string by, text_of(body, "by"));
  UMIKOE_TRY(const auto world, world_now(asked));
  const auto viewer = access::local_viewer(world->info().organisation.id);
  {
    const Desk& desk = *asked.site.desk;
    UMIKOE_TRY(const auto store, desk.open());
    UMIKOE_TRY(app::let_go(*store, *world, std::to_string(number->get<int64_t>()), by, viewer,
                           desk.now()));
  }
  UMIKOE_TRY(const auto after, world_now(asked));
  return holds_of(*after);
}

}  // namespace umikoe::http
