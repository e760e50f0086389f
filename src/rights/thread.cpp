#include "rights/thread.h"

#include <algorithm>
#include <map>
#include <numeric>
#include <set>
#include <tuple>

namespace umikoe::rights {
namespace {

// One statement as one of its recipients got it.
struct Sent {
  const Statement* statement;
  PartyRef party;
  PartyRef recipient;
  std::vector<std::string> keys;
};

std::vector<Sent> sent_to_each(std::span<const Statement* const> statements,
                               const PartyDirectory& parties) {
  std::vector<Sent> all;
  for (const Statement* s : statements) {
    std::set<PartyRef> recipients;
    for (const auto& recipient : s->recipients) recipients.insert(parties.find(recipient));
    for (const PartyRef recipient : recipients) {
      all.push_back({s, parties.find(s->party()), recipient, s->main_release.keys()});
    }
  }
  return all;
}

size_t root_of(std::vector<size_t>& parent, size_t i) {
  while (parent[i] != i) i = parent[i] = parent[parent[i]];
  return i;
}

// Statements (not purges) of one sender and recipient that share a release id, transitively; a
// statement without any id is a thread of its own.
std::vector<std::vector<size_t>> groups(const std::vector<Sent>& all) {
  std::vector<size_t> parent(all.size());
  std::iota(parent.begin(), parent.end(), size_t{0});
  std::map<std::tuple<PartyRef, PartyRef, std::string>, size_t> first;
  for (size_t i = 0; i < all.size(); ++i) {
    if (all[i].statement->kind == StatementKind::purge) continue;
    for (const auto& key : all[i].keys) {
      const auto [at, fresh] = first.try_emplace({all[i].party, all[i].recipient, key}, i);
      if (!fresh) parent[root_of(parent, i)] = root_of(parent, at->second);
    }
  }
  std::map<size_t, std::vector<size_t>> by_root;
  for (size_t i = 0; i < all.size(); ++i) {
    if (all[i].statement->kind == StatementKind::purge) continue;
    by_root[root_of(parent, i)].push_back(i);
  }
  std::vector<std::vector<size_t>> out;
  for (auto& [root, members] : by_root) out.push_back(std::move(members));
  return out;
}

bool share(const std::set<std::string>& a, const std::vector<std::string>& b) {
  return std::ranges::any_of(b, [&](const auto& key) { return a.contains(key); });
}

bool may_purge(const Statement& purge, const Statement& ended, const PartyDirectory& parties) {
  const PartyRef by = parties.find(purge.party());
  if (by == parties.find(ended.sender)) return true;
  return ended.on_behalf_of && by == parties.find(*ended.on_behalf_of);
}

// A stranger's purge takes no part at all, not even in a tie.
bool ends_any(const Statement& purge, const std::vector<const Statement*>& releases,
              const PartyDirectory& parties) {
  return std::ranges::any_of(releases,
                             [&](const Statement* s) { return may_purge(purge, *s, parties); });
}

// Sorts by time, keeps the greater MessageId of a tie, drops purges that end nothing of theirs.
std::vector<const Statement*> timeline_of(std::vector<const Statement*> members,
                                          const PartyDirectory& parties) {
  std::ranges::sort(members, [](const Statement* a, const Statement* b) {
    return std::tie(a->created, a->message_id, a->source_sha256) <
           std::tie(b->created, b->message_id, b->source_sha256);
  });
  std::vector<const Statement*> timeline;
  for (size_t i = 0; i < members.size(); ++i) {
    const bool tied_with_greater =
        i + 1 < members.size() && members[i + 1]->created == members[i]->created;
    if (tied_with_greater) continue;
    const Statement* s = members[i];
    if (s->kind == StatementKind::purge &&
        (timeline.empty() || !may_purge(*s, *timeline.back(), parties))) {
      continue;
    }
    timeline.push_back(s);
  }
  return timeline;
}

std::vector<PartyRef> authors_of(const Thread& thread, const PartyDirectory& parties) {
  std::set<PartyRef> authors;
  for (const Statement* statement : thread.timeline) {
    authors.insert(parties.find(statement->sender));
    authors.insert(parties.find(statement->party()));
  }
  return {authors.begin(), authors.end()};
}

}  // namespace

std::vector<PartyRef> services_of(const Thread& thread, const PartyDirectory& parties) {
  std::set<PartyRef> services;
  bool any_deal = false;
  for (const Statement* statement : thread.timeline) {
    for (const Deal& deal : statement->deals) {
      any_deal = true;
      if (deal.channels.empty()) services.insert(thread.recipient);
      for (const auto& channel : deal.channels) services.insert(parties.find(channel));
    }
  }
  if (!any_deal) services.insert(thread.recipient);
  return {services.begin(), services.end()};
}

std::vector<Thread> threads_of(std::span<const Statement* const> statements,
                               const PartyDirectory& parties) {
  const std::vector<Sent> all = sent_to_each(statements, parties);
  std::vector<Thread> threads;
  for (const auto& members : groups(all)) {
    const Sent& one = all[members.front()];
    std::vector<const Statement*> in_thread;
    std::set<std::string> keys;
    for (const size_t i : members) {
      in_thread.push_back(all[i].statement);
      keys.insert(all[i].keys.begin(), all[i].keys.end());
    }
    const std::vector<const Statement*> releases = in_thread;
    for (const Sent& sent : all) {
      if (sent.statement->kind == StatementKind::purge && sent.recipient == one.recipient &&
          share(keys, sent.keys) && ends_any(*sent.statement, releases, parties)) {
        in_thread.push_back(sent.statement);
      }
    }
    Thread thread{one.party, one.recipient, timeline_of(std::move(in_thread), parties), {}, {}, {}};
    if (thread.timeline.empty()) continue;
    thread.authors = authors_of(thread, parties);
    thread.services = services_of(thread, parties);
    for (const PartyRef service : thread.services) {
      thread.absences.push_back(service ? absences_of(parties.describe(service))
                                        : std::vector<ServiceAbsence>());
    }
    threads.push_back(std::move(thread));
  }
  return threads;
}

}  // namespace umikoe::rights
