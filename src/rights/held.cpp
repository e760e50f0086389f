#include "rights/held.h"

#include <algorithm>

namespace umikoe::rights {
namespace {

bool covers(const Licence& licence, const HeldQuestion& question) {
  if (licence.start && question.date < *licence.start) return false;
  if (licence.end && question.date >= *licence.end) return false;
  if ((licence.uses & bit(question.use)) == 0) return false;
  return territories_of(licence, question.date).contains(question.territory);
}

void add_unique(std::vector<PartyRef>& list, PartyRef party) {
  if (std::ranges::find(list, party) == list.end()) list.push_back(party);
}

std::vector<PartyRef> parties_of(const std::vector<const Licence*>& licences,
                                 const PartyDirectory& parties, bool exclusive_only) {
  std::vector<PartyRef> out;
  for (const Licence* licence : licences) {
    if (!exclusive_only || licence->exclusive) add_unique(out, parties.find(licence->party));
  }
  return out;
}

HeldVerdict closed(Reason reason, std::vector<PartyRef> holders,
                   std::vector<const Licence*> documents) {
  return {LinkState::closed, reason, std::move(holders), std::move(documents)};
}

}  // namespace

HeldVerdict judge_held(std::span<const Licence> licences, const HeldQuestion& question,
                       const PartyDirectory& parties) {
  if (licences.empty()) return {};
  std::vector<const Licence*> all;
  std::vector<const Licence*> covering;
  for (const Licence& licence : licences) {
    all.push_back(&licence);
    if (covers(licence, question)) covering.push_back(&licence);
  }
  if (covering.empty()) return closed(Reason::no_rights, {}, std::move(all));

  auto rivals = parties_of(covering, parties, true);
  if (rivals.size() > 1) return closed(Reason::conflict, std::move(rivals), std::move(covering));

  auto holders = parties_of(covering, parties, false);
  if (question.as) {
    if (std::ranges::find(holders, *question.as) == holders.end()) {
      return closed(Reason::other_holder, std::move(holders), std::move(covering));
    }
    holders = {*question.as};
    std::erase_if(covering, [&](const Licence* licence) {
      return parties.find(licence->party) != *question.as;
    });
  }
  return {LinkState::open, Reason::none, std::move(holders), std::move(covering)};
}

}  // namespace umikoe::rights
