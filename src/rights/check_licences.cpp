#include <algorithm>
#include <map>

#include "rights/check_statements.h"
#include "rights/licence_terms.h"

namespace umikoe::rights {
namespace {

bool overlap_in_time(const Licence& a, const Licence& b, Date today) {
  const auto start = std::max({a.start.value_or(today), b.start.value_or(today), today});
  // Renewals are presumed, as everywhere.
  const Date last = *Date::of(9999, 12, 31);
  const auto a_end = end_of(a, last);
  const auto b_end = end_of(b, last);
  return (!a_end || start < *a_end) && (!b_end || start < *b_end);
}

}  // namespace

std::vector<catalogue::RuleFinding> check_licences(std::span<const Licence> licences, Date today,
                                                   const PartyDirectory& parties) {
  std::map<Isrc, std::vector<const Licence*>> exclusive;
  for (const Licence& licence : licences) {
    // A consent to another right stands beside the master and competes with nobody.
    const bool competes = licence.right == Right::master && licence.scope == Scope::yes;
    if (licence.exclusive && competes) exclusive[licence.isrc].push_back(&licence);
  }
  std::vector<catalogue::RuleFinding> found;
  for (const auto& [isrc, list] : exclusive) {
    for (size_t i = 0; i < list.size(); ++i) {
      for (size_t j = i + 1; j < list.size(); ++j) {
        const Licence& a = *list[i];
        const Licence& b = *list[j];
        if (parties.find(a.party) == parties.find(b.party) || (a.uses & b.uses) == 0) continue;
        if (!overlap_in_time(a, b, today)) continue;
        const auto shared =
            territories_of(a, today) & territories_of(b, today);
        if (shared.empty()) continue;
        const auto members = shared.members();
        found.push_back({"licence_conflict", isrc.to_string(), "",
                         members.size() == 1 ? std::string(members.front().code()) : "",
                         a.party.label() + " / " + b.party.label(),
                         a.document + " / " + b.document});
      }
    }
  }
  return found;
}

}  // namespace umikoe::rights
