#include "app/json.h"
#include "app/leaks.h"
#include "app/number_words.h"
#include "app/why_documents.h"

namespace umikoe::app {
namespace {

using messages::Language;

Json leak_json(const Leak& leak, const LoadedWorld& world) {
  const RecordingCard* card = world.card(leak.isrc);
  const auto who = who_in_words(leak.official.who, world);
  return {{"isrc", leak.isrc.to_string()},
          {"title", card ? or_null(card->title) : Json(nullptr)},
          {"artist", card ? or_null(card->artist) : Json(nullptr)},
          {"territory", std::string(leak.territory.code())},
          {"claimed_views", leak.views},
          {"first_day", leak.first_day.to_string()},
          {"last_day", leak.last_day.to_string()},
          {"official", std::string(word(leak.official.answer))},
          {"reason", or_null(std::string(word(leak.official.reason)))},
          {"who", {{"party", or_null(who.party)}, {"role", who.role}}}};
}

std::string state_words(const Cell& cell, const LoadedWorld& world, Language language) {
  if (cell.answer == rights::LinkState::unknown) return messages::text(language, "leaks.unknown");
  std::string out = messages::text(language, "leaks.closed");
  const std::string reason = "reason." + std::string(word(cell.reason));
  if (messages::has(reason)) out += " (" + messages::text(language, reason) + ")";
  const auto who = who_in_words(cell.who, world);
  if (!who.party.empty()) out += " · " + who.party;
  return out;
}

std::string counted(Language language, const char* key, int64_t views) {
  if (views == 0) return {};
  return messages::text(language, key, {{"views", grouped(views)}}) + "\n";
}

}  // namespace

std::string leaks_json(const LeakReport& report, const LoadedWorld& world) {
  Json list = Json::array();
  for (const Leak& leak : report.leaks) list.push_back(leak_json(leak, world));
  return dump({{"as_of", report.as_of.to_string()},
               {"leaks", std::move(list)},
               {"totals",
                {{"cells", report.found},
                 {"claimed_views", report.views},
                 {"claimed_views_where_open", report.views_where_open},
                 {"claimed_views_of_no_recording", report.views_of_no_recording},
                 {"claimed_views_of_no_territory", report.views_of_no_territory}}}});
}

std::string leaks_text(const LeakReport& report, const LoadedWorld& world, Language language,
                       size_t rows_shown) {
  std::string out;
  if (report.found == 0) {
    out = messages::text(language, "leaks.none") + "\n";
  } else {
    out = messages::text(language, "leaks.heading",
                         {{"views", grouped(report.views)}, {"date", report.as_of.to_string()}}) +
          "\n\n";
  }
  for (size_t i = 0; i < report.leaks.size() && i < rows_shown; ++i) {
    const Leak& leak = report.leaks[i];
    const RecordingCard* card = world.card(leak.isrc);
    out += "  " +
           messages::text(language, "leaks.row",
                          {{"views", grouped(leak.views)},
                           {"title", card && !card->title.empty() ? card->title
                                                                  : leak.isrc.to_string()},
                           {"artist", card ? card->artist : ""},
                           {"territory", std::string(leak.territory.code())},
                           {"state", state_words(leak.official, world, language)}}) +
           "\n";
  }
  if (report.found > rows_shown) {
    out += messages::text(
               language, "leaks.more",
               {{"count", grouped(static_cast<int64_t>(report.found - rows_shown))}}) +
           "\n";
  }
  out += counted(language, "leaks.open_too", report.views_where_open);
  out += counted(language, "leaks.unlinked", report.views_of_no_recording);
  return out + counted(language, "leaks.unplaced", report.views_of_no_territory);
}

}  // namespace umikoe::app
