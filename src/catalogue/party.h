#pragma once

#include <string>
#include <vector>

#include "catalogue/name_form.h"

namespace umikoe::catalogue {

// A company or person as a document names it. Parties meet by DPID, ISNI or a namespaced party id;
// a name alone never makes two parties one.
struct Party {
  std::string dpid;                    // upper case, no separators; may be empty
  std::string isni;                    // 16 characters, no separators; may be empty
  std::vector<std::string> party_ids;  // "NAMESPACE:value", hyphens stripped; or "value" of a CSV
  std::string name;                    // for people to read
  std::vector<NameForm> names = {};    // every form stated, the default first

  bool operator==(const Party&) const = default;
  // "dpid:…", "isni:…", "id:…": parties that share one key are the same party.
  std::vector<std::string> keys() const;
  // DPID, else ISNI, else a party id, else the name in quotation marks: what documents print.
  std::string label() const;
};

// True when both state a key and share one.
bool same_party(const Party& a, const Party& b);

// What a party does in the chain, as a parties table says. `own` is the world's organisation.
enum class PartyRole {
  unknown,
  own,
  distributor,
  service,
  licensee,
  rights_holder,
  agency,
  committee
};

struct DeclaredParty {
  Party party;
  PartyRole role = PartyRole::unknown;

  bool operator==(const DeclaredParty&) const = default;
};

}  // namespace umikoe::catalogue
