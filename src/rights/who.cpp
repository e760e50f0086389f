#include "rights/who.h"

#include <algorithm>
#include <array>
#include <utility>

namespace umikoe::rights {
namespace {

using catalogue::PartyRole;

constexpr std::array<std::string_view, 8> role_words{"unknown", "own_decision", "distributor",
                                                     "service", "licensee",     "rights_holder",
                                                     "agency",  "committee"};

WhoRole from_declared(PartyRole role, WhoRole otherwise) {
  switch (role) {
    case PartyRole::own:
      return WhoRole::own_decision;
    case PartyRole::distributor:
      return WhoRole::distributor;
    case PartyRole::service:
      return WhoRole::service;
    case PartyRole::licensee:
      return WhoRole::licensee;
    case PartyRole::rights_holder:
      return WhoRole::rights_holder;
    case PartyRole::agency:
      return WhoRole::agency;
    case PartyRole::committee:
      return WhoRole::committee;
    case PartyRole::unknown:
      break;
  }
  return otherwise;
}

Who one(PartyRef party, WhoRole otherwise, const PartyDirectory& parties) {
  return {{party}, from_declared(parties.role(party), otherwise)};
}

WhoRole role_of(Right right) {
  if (right == Right::talent_image) return WhoRole::agency;
  if (right == Right::production_committee) return WhoRole::committee;
  return WhoRole::rights_holder;
}

Who for_held(const Answer& answer, const RecordingFile& file, const PartyDirectory& parties) {
  if (answer.chain[0].reason == Reason::conflict) {
    return {answer.held.holders, WhoRole::rights_holder};
  }
  if (answer.chain[0].reason == Reason::other_holder) {
    return one(answer.held.holders.front(), WhoRole::licensee, parties);
  }
  if (answer.held.consenting) {
    return one(answer.held.consenting, role_of(*answer.held.right), parties);
  }
  for (const Licence& licence : file.licences) {
    if (licence.right == Right::master && licence.grantor)
      return one(parties.find(*licence.grantor), WhoRole::rights_holder, parties);
  }
  for (const Licence& licence : file.licences) {
    if (licence.right != Right::master) continue;
    const PartyRef party = parties.find(licence.party);
    if (parties.role(party) == PartyRole::rights_holder || parties.is_own(party)) {
      return one(party, WhoRole::rights_holder, parties);
    }
  }
  return {{}, WhoRole::rights_holder};
}

bool holds_under_grant(PartyRef party, const Answer& answer, const PartyDirectory& parties) {
  return std::ranges::any_of(answer.held.documents, [&](const Licence* licence) {
    return licence->grantor && parties.find(licence->party) == party;
  });
}

// The sender of a statement can restate its deals; sent on behalf of somebody, it distributes.
Who for_statement(const Statement& statement, const Answer& answer, const PartyDirectory& parties) {
  const PartyRef sender = parties.find(statement.sender);
  const PartyRef party = parties.find(statement.party());
  if (sender != party && !parties.is_own(sender)) {
    return one(sender, WhoRole::distributor, parties);
  }
  const bool licensed = holds_under_grant(party, answer, parties);
  return one(party, licensed ? WhoRole::licensee : WhoRole::unknown, parties);
}

Who for_delivered(const Answer& answer, const PartyDirectory& parties) {
  for (const ServiceVerdict& verdict : answer.delivered) {
    if (verdict.reason == answer.chain[1].reason) {
      return for_statement(*verdict.in_force, answer, parties);
    }
  }
  if (!answer.held.holders.empty()) {
    const PartyRef holder = answer.held.holders.front();
    const bool licensed = holds_under_grant(holder, answer, parties);
    return one(holder, licensed ? WhoRole::licensee : WhoRole::rights_holder, parties);
  }
  return {{}, WhoRole::distributor};
}

Who for_live(const Answer& answer) {
  if (!answer.live.services.empty()) {
    return {{answer.live.services.front().service}, WhoRole::service};
  }
  for (const ServiceVerdict& verdict : answer.delivered) {
    if (verdict.reason == Reason::none) return {{verdict.service}, WhoRole::service};
  }
  return {{}, WhoRole::service};
}

}  // namespace

std::string_view word(WhoRole role) { return role_words[std::to_underlying(role)]; }

std::optional<WhoRole> parse_who_role(std::string_view word) {
  const auto at = std::ranges::find(role_words, word);
  if (at == role_words.end()) return std::nullopt;
  return static_cast<WhoRole>(at - role_words.begin());
}

Who who_can_change(const Answer& answer, const Link& link, const RecordingFile& file,
                   const PartyDirectory& parties) {
  switch (link.kind) {
    case LinkKind::held:
      return for_held(answer, file, parties);
    case LinkKind::delivered:
      return for_delivered(answer, parties);
    case LinkKind::live:
      break;
  }
  return for_live(answer);
}

}  // namespace umikoe::rights
