#include "rights/party_directory.h"

#include <algorithm>

#include "base/identifiers.h"
#include "base/result.h"

namespace umikoe::rights {
namespace {

using catalogue::Party;
using catalogue::PartyRole;

// An unidentified party is filed under its name, in a space of its own.
std::vector<std::string> filing_keys(const Party& party) {
  auto keys = party.keys();
  if (keys.empty()) keys.push_back("name:" + party.name);
  return keys;
}

std::string folded(std::string_view text) {
  std::string out(text);
  std::ranges::transform(out, out.begin(), [](char c) {
    return c >= 'A' && c <= 'Z' ? static_cast<char>(c + 32) : c;
  });
  return out;
}

void complete(Party& known, const Party& more) {
  if (known.dpid.empty()) known.dpid = more.dpid;
  if (known.isni.empty()) known.isni = more.isni;
  if (known.name.empty()) known.name = more.name;
  for (const auto& id : more.party_ids) {
    if (std::ranges::find(known.party_ids, id) == known.party_ids.end())
      known.party_ids.push_back(id);
  }
}

}  // namespace

int32_t PartyDirectory::root(int32_t index) const {
  while (entries_[static_cast<size_t>(index)].parent != index) {
    index = entries_[static_cast<size_t>(index)].parent;
  }
  return index;
}

int32_t PartyDirectory::join(int32_t a, int32_t b) {
  a = root(a);
  b = root(b);
  if (a == b) return a;
  // The earlier entry stays the root, so that the same documents give the same directory.
  if (b < a) std::swap(a, b);
  Entry& kept = entries_[static_cast<size_t>(a)];
  Entry& merged = entries_[static_cast<size_t>(b)];
  complete(kept.party, merged.party);
  if (kept.role == PartyRole::unknown) kept.role = merged.role;
  merged.parent = a;
  return a;
}

int32_t PartyDirectory::insert(const Party& party) {
  int32_t found = -1;
  const auto keys = filing_keys(party);
  for (const auto& key : keys) {
    const auto at = by_key_.find(key);
    if (at != by_key_.end()) found = found < 0 ? root(at->second) : join(found, at->second);
  }
  if (found < 0) {
    found = static_cast<int32_t>(entries_.size());
    entries_.push_back(Entry{found, party});
  }
  complete(entries_[static_cast<size_t>(found)].party, party);
  for (const auto& key : keys) by_key_.emplace(key, found);
  return found;
}

bool PartyDirectory::extends(const PartyDirectory& earlier) const {
  if (entries_.size() < earlier.entries_.size()) return false;
  const auto same = [](const Entry& a, const Entry& b) {
    return a.parent == b.parent && a.role == b.role;
  };
  return std::ranges::equal(std::span(entries_).first(earlier.entries_.size()), earlier.entries_,
                            same);
}

void PartyDirectory::add(const Party& party) { insert(party); }

void PartyDirectory::declare(const catalogue::DeclaredParty& declared) {
  Entry& entry = entries_[static_cast<size_t>(root(insert(declared.party)))];
  if (declared.role != PartyRole::unknown) entry.role = declared.role;
  if (!declared.party.name.empty()) entry.party.name = declared.party.name;
}

PartyRef PartyDirectory::find(const Party& party) const {
  for (const auto& key : filing_keys(party)) {
    const auto at = by_key_.find(key);
    if (at != by_key_.end()) return PartyRef{root(at->second)};
  }
  return {};
}

const Party& PartyDirectory::describe(PartyRef party) const {
  UMIKOE_ASSERT(party && static_cast<size_t>(party.index) < entries_.size());
  return entries_[static_cast<size_t>(party.index)].party;
}

PartyRole PartyDirectory::role(PartyRef party) const {
  return party ? entries_[static_cast<size_t>(party.index)].role : PartyRole::unknown;
}

bool PartyDirectory::identified(PartyRef party) const { return !describe(party).keys().empty(); }

std::vector<PartyRef> PartyDirectory::search(std::string_view written) const {
  std::vector<PartyRef> found;
  const auto take = [&](int32_t index) {
    const PartyRef ref{root(index)};
    if (std::ranges::find(found, ref) == found.end()) found.push_back(ref);
  };
  const std::string plain = without_separators(written);
  const std::string keys[] = {"dpid:" + plain, "isni:" + plain, "id:" + std::string(written)};
  for (const auto& key : keys) {
    if (const auto at = by_key_.find(key); at != by_key_.end()) take(at->second);
  }
  if (!found.empty()) return found;
  const std::string name = folded(written);
  for (size_t i = 0; i < entries_.size(); ++i) {
    if (folded(entries_[i].party.name) == name) take(static_cast<int32_t>(i));
  }
  std::ranges::sort(found);
  return found;
}

}  // namespace umikoe::rights
