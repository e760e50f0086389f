#include "app/first_minutes.h"

#include <fmt/format.h>

#include "app/number_words.h"
#include "app/why_sentence.h"
#include "demand/worth.h"

namespace umikoe::app {
namespace {

using messages::Language;
using messages::text;
using rights::LinkState;

constexpr size_t shown = 3;

// One recording over the markets.
void count(FirstMinutes& minutes, std::span<const Cell> row) {
  bool closed = false;
  bool own = false;
  bool unknown = false;
  bool plays_unlicensed = false;
  bool open = true;
  for (const Cell& cell : row) {
    closed = closed || cell.is_gap();
    own = own || cell.opens_by_own_hand();
    unknown = unknown || cell.is_unknown();
    open = open && (cell.answer == LinkState::open || cell.without_permission);
    plays_unlicensed = plays_unlicensed || (cell.heard == LinkState::open && !cell.held_open);
  }
  ++minutes.recordings;
  if (plays_unlicensed && minutes.licences_on_file) {
    minutes.playing_without_licence.push_back(row.front().isrc);
  }
  if (closed) {
    ++minutes.closed_somewhere;
    minutes.own_this_week += own;
  } else if (unknown) {
    ++minutes.unknown_somewhere;
  } else if (open) {
    ++minutes.open_everywhere;
  } else {
    ++minutes.held_back;
  }
}

std::string names_of(const FirstMinutes& minutes, const LoadedWorld& world, Language language) {
  std::string out;
  for (size_t i = 0; i < minutes.playing_without_licence.size() && i < shown; ++i) {
    const Isrc& isrc = minutes.playing_without_licence[i];
    const RecordingCard* card = world.card(isrc);
    out += (i == 0                     ? ""
            : language == Language::ja ? "、"
                                       : ", ") +
           (card ? title_for(*card, isrc, language) : isrc.to_string());
  }
  return minutes.playing_without_licence.size() > shown ? out + " …" : out;
}

std::string code_list(const std::vector<TerritoryCode>& markets) {
  std::string out;
  for (const auto market : markets) out += (out.empty() ? "" : " ") + std::string(market.code());
  return out;
}

}  // namespace

FirstMinutes first_minutes(const LoadedWorld& world, std::vector<TerritoryCode> markets) {
  FirstMinutes out;
  out.as_of = world.as_of();
  out.licences_on_file = !world.licences().empty();
  if (markets.empty()) {
    auto main = demand::main_markets();
    markets = std::move(main.territories);
    out.markets_source = main.source;
    out.markets_verified_on = main.verified_on;
  }
  out.markets = std::move(markets);
  std::vector<Isrc> recordings;
  for (const auto& [isrc, card] : world.recordings()) recordings.push_back(isrc);
  const auto cells = judge_cells(world, recordings, out.markets, {world.as_of()});
  for (size_t at = 0; at < cells.size(); at += out.markets.size()) {
    count(out, std::span(cells).subspan(at, out.markets.size()));
  }
  return out;
}

std::string first_sentence(const FirstMinutes& minutes, Language language) {
  return text(language, minutes.recordings == 0 ? "first.nothing" : "first.sentence",
              {{"recordings", grouped(minutes.recordings)},
               {"closed", grouped(minutes.closed_somewhere)},
               {"markets", std::to_string(minutes.markets.size())},
               {"own", grouped(minutes.own_this_week)}});
}

std::string first_minutes_text(const FirstMinutes& minutes, const LoadedWorld& world,
                               Language language) {
  std::string out = first_sentence(minutes, language) + "\n";
  if (minutes.recordings == 0) return out;
  const auto line = [&](const char* key, messages::Arguments arguments) {
    out += "  " + text(language, key, arguments) + "\n";
  };
  line("first.rest", {{"unknown", grouped(minutes.unknown_somewhere)},
                      {"open", grouped(minutes.open_everywhere)}});
  const auto playing = static_cast<int64_t>(minutes.playing_without_licence.size());
  if (!minutes.licences_on_file) {
    line("first.no_licences", {});
  } else if (playing > 0) {
    line("first.unlicensed",
         {{"count", grouped(playing)}, {"names", names_of(minutes, world, language)}});
  }
  if (minutes.held_back > 0) line("first.held_back", {{"count", grouped(minutes.held_back)}});
  line("first.markets",
       {{"codes", code_list(minutes.markets)}, {"date", day_in_words(minutes.as_of, language)}});
  return out;
}

Json first_minutes_json(const FirstMinutes& minutes, const LoadedWorld& world) {
  Json markets = Json::array();
  for (const auto market : minutes.markets) markets.push_back(std::string(market.code()));
  Json playing = Json::array();
  for (const Isrc& isrc : minutes.playing_without_licence) {
    const RecordingCard* card = world.card(isrc);
    playing.push_back({{"isrc", isrc.to_string()},
                       {"title", card ? or_null(card->title) : Json(nullptr)},
                       {"title_en", card ? or_null(card->title_en) : Json(nullptr)}});
  }
  const bool known = minutes.licences_on_file;
  return {{"as_of", minutes.as_of.to_string()},
          {"en", first_sentence(minutes, Language::en)},
          {"ja", first_sentence(minutes, Language::ja)},
          {"recordings", minutes.recordings},
          {"closed_somewhere", minutes.closed_somewhere},
          {"own_this_week", minutes.own_this_week},
          {"unknown_somewhere", minutes.unknown_somewhere},
          {"open_everywhere", minutes.open_everywhere},
          {"held_back", minutes.held_back},
          {"playing_without_licence", known ? std::move(playing) : Json(nullptr)},
          {"markets",
           {{"codes", std::move(markets)},
            {"source", or_null(std::string(minutes.markets_source))},
            {"verified_on", or_null(std::string(minutes.markets_verified_on))}}}};
}

}  // namespace umikoe::app
