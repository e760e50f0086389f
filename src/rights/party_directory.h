#pragma once

#include <cstdint>
#include <map>
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
  struct Entry {
    int32_t parent;
    catalogue::Party party;
    catalogue::PartyRole role = catalogue::PartyRole::unknown;
  };
  int32_t root(int32_t index) const;
  int32_t join(int32_t a, int32_t b);
  int32_t insert(const catalogue::Party& party);

  std::map<std::string, int32_t, std::less<>> by_key_;
  std::vector<Entry> entries_;
};

}  // namespace umikoe::rights
