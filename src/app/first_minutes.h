#pragma once

#include <string>
#include <vector>

#include "app/cells.h"
#include "app/json.h"
#include "messages/messages.h"

namespace umikoe::app {

// What a person is told after the first files: how much cannot be heard in the main markets, how
// much of that is in their own hands, and what plays without a licence on file.
struct FirstMinutes {
  Date as_of;
  std::vector<TerritoryCode> markets;
  std::string_view markets_source;
  std::string_view markets_verified_on;
  int64_t recordings = 0;
  int64_t closed_somewhere = 0;   // in at least one of the markets, on purpose not counted
  int64_t own_this_week = 0;      // of those: licensed, closed by one's own instruction, at no cost
  int64_t unknown_somewhere = 0;  // nothing closed, something unknown
  int64_t open_everywhere = 0;
  int64_t held_back = 0;  // the rest: not open only where held back on purpose
  // Recordings seen playing in a market where no licence on file covers them. Nothing can be said
  // in a world without any licence.
  bool licences_on_file = false;
  std::vector<Isrc> playing_without_licence;
};

// Over the world's main markets, or those a person names. The world must be loaded after the last
// delivery.
FirstMinutes first_minutes(const LoadedWorld& world, std::vector<TerritoryCode> markets = {});

// The one sentence, and what stands beside it.
std::string first_sentence(const FirstMinutes& minutes, messages::Language language);
std::string first_minutes_text(const FirstMinutes& minutes, const LoadedWorld& world,
                               messages::Language language);
Json first_minutes_json(const FirstMinutes& minutes, const LoadedWorld& world);

}  // namespace umikoe::app
