#pragma once

#include <span>
#include <vector>

#include "rights/party_directory.h"
#include "rights/service_territories.h"
#include "rights/statement.h"

namespace umikoe::rights {

// The statements of one sender (on behalf of whom, if given) to one recipient about one main
// release, in order of time. The first answers for all time before it; each holds until the next.
struct Thread {
  PartyRef party;
  PartyRef recipient;
  std::vector<const Statement*> timeline;             // never empty, never starts with a purge
  std::vector<PartyRef> authors;                      // every sender and party sent on behalf of
  std::vector<PartyRef> services;                     // whom its deals are for, see services_of()
  std::vector<std::vector<ServiceAbsence>> absences;  // of each of the services
};

// Groups statements into threads. Statements meet when they share a GRid, an ICPN or a namespaced
// proprietary id of the main release, also through a third one. Ties of time go to the greater
// MessageId in byte order and the lesser counts for nothing. A purge joins a thread when its
// recipient and a release id match and it comes from the sender, or the party it was sent on
// behalf of, of the statement it would end. The statements must outlive the threads.
std::vector<Thread> threads_of(std::span<const Statement* const> statements,
                               const PartyDirectory& parties);

// The services a thread's statements speak of: channels named by deals, and the recipient itself
// where a deal names none (or there is no deal at all). threads_of() has filled Thread::services
// with it.
std::vector<PartyRef> services_of(const Thread& thread, const PartyDirectory& parties);

}  // namespace umikoe::rights
