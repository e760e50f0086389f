#pragma once

#include <cstdint>
#include <map>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "catalogue/party.h"

namespace umikoe::rights {

// One real party, however many documents name it; an index into its directory.
struct PartyRef {
  int32_t index = -1;

  auto operator<=>(const PartyRef&) const = default;
  explicit operator bool() const { return index >= 0; }
};

// Which parties of all documents are one: those that share a DPID, ISNI or party id, also through
// a third document. A party that states no identifier meets only the same name without identifier,
// never a party with one.
class PartyDirectory {
 public:
  // As it is filed: a party, or what has become part of an earlier one.
  struct Entry {
    int32_t parent = 0;  // its own place, or that of an earlier entry
    catalogue::Party party;
    catalogue::PartyRole role = catalogue::PartyRole::unknown;
  };
  using Keys = std::map<std::string, int32_t, std::less<>>;

  PartyDirectory() = default;
  // What entries() and keys() gave: every reference means what it meant.
  PartyDirectory(std::vector<Entry> entries, Keys keys)
      : by_key_(std::move(keys)), entries_(std::move(entries)) {}
  std::span<const Entry> entries() const { return entries_; }
  const Keys& keys() const { return by_key_; }
  // Whether it is the earlier directory with additions that join none of the parties it had, and
  // give none of them another role.
  bool extends(const PartyDirectory& earlier) const;

  void add(const catalogue::Party& party);
  void declare(const catalogue::DeclaredParty& declared);

  // Empty when the party was never added.
  PartyRef find(const catalogue::Party& party) const;
  // The fullest description on file.
  const catalogue::Party& describe(PartyRef party) const;
  catalogue::PartyRole role(PartyRef party) const;
  bool is_own(PartyRef party) const { return role(party) == catalogue::PartyRole::own; }
  // True when the party states an identifier, so that it can meet another document's.
  bool identified(PartyRef party) const;
  // Parties a person may mean by a DPID, ISNI, party id or (case-folded ASCII) name; in order.
  std::vector<PartyRef> search(std::string_view written) const;

 private:
  int32_t root(int32_t index) const;
  int32_t join(int32_t a, int32_t b);
  int32_t insert(const catalogue::Party& party);

  Keys by_key_;
  std::vector<Entry> entries_;
};

}  // namespace umikoe::rights
