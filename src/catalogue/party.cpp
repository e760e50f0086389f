#include "catalogue/party.h"

#include <algorithm>

namespace umikoe::catalogue {

std::vector<std::string> Party::keys() const {
  std::vector<std::string> keys;
  if (!dpid.empty()) keys.push_back("dpid:" + dpid);
  if (!isni.empty()) keys.push_back("isni:" + isni);
  for (const std::string& id : party_ids) keys.push_back("id:" + id);
  return keys;
}

std::string Party::label() const {
  if (!dpid.empty()) return dpid;
  if (!isni.empty()) return isni;
  if (!party_ids.empty()) return party_ids.front();
  return "\"" + name + "\"";
}

bool same_party(const Party& a, const Party& b) {
  if (!a.dpid.empty() && a.dpid == b.dpid) return true;
  if (!a.isni.empty() && a.isni == b.isni) return true;
  return std::ranges::find_first_of(a.party_ids, b.party_ids) != a.party_ids.end();
}

}  // namespace umikoe::catalogue
