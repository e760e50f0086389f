#include "rights/outcome.h"

#include <algorithm>
#include <tuple>

#include "rights/licence_terms.h"

namespace umikoe::rights {
namespace {

// Of the licences that cover the cell the one that ends first; where none does, of those that
// speak of the territory the one that ran longest, as what one would ask to widen.
const Licence* nearest_licence(const HeldVerdict& held, const Question& question) {
  const bool open = held.state == LinkState::open;
  const auto rank = [&](const Licence& licence) {
    const auto end = end_of(licence, question.date);
    const int32_t days = end ? end->days : INT32_MAX;
    const bool here = territories_of(licence, question.date).contains(question.territory);
    return std::tuple(open || here ? 0 : 1, open ? days : -days, std::string_view(licence.document),
                      licence.line);
  };
  const Licence* best = nullptr;
  for (const Licence* licence : held.documents) {
    if (!best || rank(*licence) < rank(*best)) best = licence;
  }
  return best;
}

void add_licence(Outcome& outcome, const Answer& answer, const Question& question) {
  const Licence* licence = nearest_licence(answer.held, question);
  if (!licence) return;
  outcome.contract = licence->document;
  outcome.contract_end = end_of(*licence, question.today);
}

}  // namespace

Outcome outcome_of(const Answer& answer, const Question& question) {
  Outcome outcome;
  outcome.answer = answer.answer;
  outcome.heard = answer.heard;
  outcome.reason = answer.reason;
  outcome.without_permission = answer.heard_without_permission();
  outcome.detail = answer.detail;
  outcome.held_open = answer.chain[0].state == LinkState::open;
  outcome.delivered_closed = answer.chain[1].state == LinkState::closed;
  outcome.live_closed = answer.chain[2].state == LinkState::closed;
  if (answer.answer == LinkState::open) return outcome;
  outcome.who = answer.ask ? answer.ask->who : answer.who;
  const auto wanted = answer.ask ? LinkState::unknown : LinkState::closed;
  const auto first = std::ranges::find(answer.chain, wanted, &Link::state);
  if (first != answer.chain.end()) outcome.link = first->kind;
  add_licence(outcome, answer, question);
  if (outcome.link != LinkKind::delivered || answer.ask) return outcome;
  const auto closing = std::ranges::find(answer.delivered, answer.reason, &ServiceVerdict::reason);
  if (closing != answer.delivered.end()) outcome.recipient = closing->thread->recipient;
  return outcome;
}

}  // namespace umikoe::rights
