#pragma once

#include <span>
#include <string>
#include <vector>

#include "app/loaded_world.h"
#include "rights/outcome.h"

namespace umikoe::app {

// One judged cell of recordings × territories, as far as lists and maps need it.
struct Cell : rights::Outcome {
  Isrc isrc;
  TerritoryCode territory;
  const Hold* hold = nullptr;  // held back on purpose on that day

  bool is_held_back() const { return hold && !without_permission && not_open(); }
  // Closed, not playing and not on purpose: what the gap list ranks.
  bool is_gap() const {
    return answer == rights::LinkState::closed && !without_permission && !hold;
  }
  bool is_unknown() const { return answer == rights::LinkState::unknown && !hold; }
  // Only the people of this world are needed: licensed, and closed by their own instruction.
  bool opens_by_own_hand() const {
    return is_gap() && held_open && detail.empty() && who.role == rights::WhoRole::own_decision;
  }

 private:
  bool not_open() const { return answer != rights::LinkState::open; }
};

struct CellQuestion {
  Date date;
  rights::Use use = rights::Use::on_demand_stream;
};

// Every recording in every territory, in that order. Many territories are read from profiles, few
// from the records themselves: the same answers.
std::vector<Cell> judge_cells(const LoadedWorld& world, std::span<const Isrc> recordings,
                              std::span<const TerritoryCode> territories,
                              const CellQuestion& question);

// What was said to the recipient that closes a delivery; null where nothing was, or another link
// closes the cell.
const rights::Statement* closing_statement(const LoadedWorld& world, const Cell& cell,
                                           const CellQuestion& question);

// Recordings and territories a person narrowed down; empty words narrow nothing.
struct SelectionWords {
  std::string artist;  // part of the name, any case
  std::string label;
  std::string query;      // part of title, artist or ISRC
  std::string territory;  // ISO codes, separated by commas
  std::string region;     // of base/territory.h, any case
  std::string use;
  std::string date;
};
struct Selection {
  std::vector<Isrc> recordings;            // in order of ISRC
  std::vector<TerritoryCode> territories;  // markets, in order of code
  CellQuestion question;
};
// The territories the words narrow down to. Errors: territory_unknown_word, region_unknown.
Result<std::vector<TerritoryCode>> select_territories(const SelectionWords& words);
// Errors: those of select_territories(), use_unknown, date_invalid_word.
Result<Selection> select(const LoadedWorld& world, const SelectionWords& words);

}  // namespace umikoe::app
