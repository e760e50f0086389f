#include "app/held_back.h"
#include "app/json.h"
#include "app/number_words.h"
#include "app/why_sentence.h"

namespace umikoe::app {
namespace {

using messages::Language;
using messages::text;

constexpr size_t codes_shown = 12;

Json codes_json(const TerritorySet& territories) {
  Json out = Json::array();
  for (const auto territory : territories.members()) out.push_back(std::string(territory.code()));
  return out;
}

Json as_json(const Hold& hold, const access::Viewer& viewer) {
  Json out{{"number", hold.entry.value},
           {"isrc", or_null(hold.isrc)},
           {"artist", or_null(hold.artist)},
           {"label", or_null(hold.label)},
           {"territories", codes_json(hold.territories)},
           {"worldwide", hold.territories == TerritorySet::all()},
           {"kind", std::string(word(hold.kind))},
           {"until", hold.until.to_string()},
           {"by", hold.by},
           {"made_at", hold.made_at.to_string()}};
  if (viewer.is_local()) out["note"] = or_null(hold.note);
  return out;
}

std::string place_words(const TerritorySet& territories, Language language) {
  if (territories == TerritorySet::all()) return text(language, "held_back.worldwide");
  const auto members = territories.members();
  std::string out;
  for (size_t i = 0; i < members.size() && i < codes_shown; ++i) {
    out += (i == 0 ? "" : " ") + std::string(members[i].code());
  }
  if (members.size() <= codes_shown) return out;
  return out + " +" + std::to_string(members.size() - codes_shown);
}

}  // namespace

std::string hold_json(const Hold& hold, const access::Viewer& viewer) {
  return dump(as_json(hold, viewer));
}

std::string holds_json(const LoadedWorld& world, const access::Viewer& viewer) {
  const HeldBack& held = world.held_back();
  Json list = Json::array();
  for (size_t i = 0; i < held.all().size(); ++i) {
    Json hold = as_json(held.all()[i], viewer);
    hold["recordings"] = held.recordings(i).size();
    hold["in_force"] = world.as_of() < held.all()[i].until;
    list.push_back(std::move(hold));
  }
  return dump({{"as_of", world.as_of().to_string()}, {"held_back", std::move(list)}});
}

std::string hold_text(const Hold& hold, const access::Viewer& viewer, Language language) {
  std::string out = text(language, "held_back.line",
                         {{"number", std::to_string(hold.entry.value)},
                          {"subject", hold.isrc + hold.artist + hold.label},
                          {"territories", place_words(hold.territories, language)},
                          {"kind", text(language, "held_back." + std::string(word(hold.kind)))},
                          {"date", day_in_words(hold.until, language)},
                          {"by", hold.by}});
  if (viewer.is_local() && !hold.note.empty()) {
    out += "\n     " + text(language, "held_back.note", {{"note", hold.note}});
  }
  return out + "\n";
}

std::string holds_text(const LoadedWorld& world, const access::Viewer& viewer, Language language) {
  if (world.held_back().all().empty()) return text(language, "held_back.none") + "\n";
  std::string out;
  for (const Hold& hold : world.held_back().all()) {
    out += hold_text(hold, viewer, language);
    if (hold.until <= world.as_of()) out += "     " + text(language, "held_back.over") + "\n";
  }
  return out;
}

}  // namespace umikoe::app
