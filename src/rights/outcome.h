#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "rights/answer.h"

namespace umikoe::rights {

// What lists, maps and decisions need of an answer, without its documents: the same value for
// thousands of cells, so that a catalogue holds few of them.
struct Outcome {
  LinkState answer = LinkState::unknown;
  LinkState heard = LinkState::unknown;
  Reason reason = Reason::none;
  LinkKind link = LinkKind::held;  // the first closed; else the one to ask about
  bool without_permission = false;
  bool held_open = false;         // the licence link is open
  bool delivered_closed = false;  // whatever the first closed link is
  bool live_closed = false;
  std::string_view detail = {};  // of a closed list of words
  Who who = {};                  // closed: who can change it; unknown: whom to ask
  PartyRef recipient = {};       // to whom the delivery was that closes the cell
  // Of the licence that covers the cell, else of the nearest; empty where there is none.
  std::string contract = {};
  std::optional<Date> contract_end = {};  // first day on which it no longer runs, as of today

  bool operator==(const Outcome&) const = default;
};

// `question.today` is the day that contract ends are as of.
Outcome outcome_of(const Answer& answer, const Question& question);

}  // namespace umikoe::rights
