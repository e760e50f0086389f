#include "app/supersession.h"

#include <algorithm>

#include "rights/thread.h"

namespace umikoe::app {
namespace {

using rights::Statement;
using rights::StatementKind;

rights::PartyDirectory directory_of(const std::vector<const Statement*>& statements,
                                    const std::vector<catalogue::DeclaredParty>& declared) {
  rights::PartyDirectory parties;
  for (const auto& party : declared) parties.declare(party);
  for (const Statement* s : statements) {
    parties.add(s->sender);
    parties.add(s->party());
    for (const auto& recipient : s->recipients) parties.add(recipient);
  }
  return parties;
}

// Some release of the purge's recipients is on file, sent by others only.
bool release_on_file(const Statement& purge, const std::vector<Statement>& on_file,
                     const rights::PartyDirectory& parties) {
  return std::ranges::any_of(on_file, [&](const Statement& s) {
    if (s.kind != StatementKind::release || s.created > purge.created) return false;
    return std::ranges::any_of(s.recipients, [&](const auto& recipient) {
      return std::ranges::any_of(purge.recipients, [&](const auto& own) {
        return parties.find(own) == parties.find(recipient);
      });
    });
  });
}

}  // namespace

Standing standing_of(const Statement& fresh, const std::vector<Statement>& on_file,
                     const std::vector<catalogue::DeclaredParty>& declared) {
  std::vector<const Statement*> all{&fresh};
  for (const auto& s : on_file) all.push_back(&s);
  const auto parties = directory_of(all, declared);
  bool in_force_somewhere = false;
  bool in_a_thread = false;
  for (const auto& thread : rights::threads_of(all, parties)) {
    const auto at = std::ranges::find(thread.timeline, &fresh);
    if (at == thread.timeline.end()) continue;
    in_a_thread = true;
    if (at + 1 == thread.timeline.end()) in_force_somewhere = true;
  }
  if (in_force_somewhere) return {"accepted", ""};
  if (in_a_thread) return {"superseded", "newer_statement_held"};
  if (fresh.kind == StatementKind::release) return {"superseded", "newer_statement_held"};
  if (release_on_file(fresh, on_file, parties)) return {"ignored", "purge_by_other_sender"};
  return {"accepted", ""};
}

}  // namespace umikoe::app
