#pragma once

#include <span>
#include <string>
#include <vector>

#include "app/loaded_world.h"

namespace umikoe::app {

// One judged cell of recordings × territories, as far as lists and maps need it.
struct Cell {
  Isrc isrc;
  TerritoryCode territory;
  rights::LinkState answer = rights::LinkState::unknown;
  rights::LinkState heard = rights::LinkState::unknown;
  rights::Reason reason = rights::Reason::none;
  bool without_permission = false;
  rights::Who who;

  // Closed and not playing: what the gap list ranks.
  bool is_gap() const { return answer == rights::LinkState::closed && !without_permission; }
};

struct CellQuestion {
  Date date;
  rights::Use use = rights::Use::on_demand_stream;
};

// Every recording in every territory, in that order.
std::vector<Cell> judge_cells(const LoadedWorld& world, std::span<const Isrc> recordings,
                              std::span<const TerritoryCode> territories,
                              const CellQuestion& question);

// Recordings and territories a person narrowed down; empty words narrow nothing.
struct SelectionWords {
  std::string artist;     // part of the name, any case
  std::string label;
  std::string query;      // part of title, artist or ISRC
  std::string territory;  // ISO codes, separated by commas
  std::string region;     // of base/territory.h, any case
  std::string use;
  std::string date;
};
struct Selection {
  std::vector<Isrc> recordings;             // in order of ISRC
  std::vector<TerritoryCode> territories;   // markets, in order of code
  CellQuestion question;
};
// Errors: territory_unknown_word, region_unknown, use_unknown, date_invalid_word.
Result<Selection> select(const LoadedWorld& world, const SelectionWords& words);

}  // namespace umikoe::app
