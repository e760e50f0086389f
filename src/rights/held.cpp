#include "rights/held.h"

#include <algorithm>
#include <utility>

#include "rights/licence_terms.h"

namespace umikoe::rights {
namespace {

using Rows = std::vector<const Licence*>;

bool names_territory(const Licence& licence, const HeldQuestion& question) {
  return territories_of(licence, question.date).contains(question.territory);
}

bool covers(const Licence& licence, const HeldQuestion& question) {
  return runs_on(licence, question.date, question.use) && names_territory(licence, question);
}

void add_unique(std::vector<PartyRef>& list, PartyRef party) {
  if (std::ranges::find(list, party) == list.end()) list.push_back(party);
}

std::vector<PartyRef> parties_of(const Rows& licences, const PartyDirectory& parties,
                                 bool exclusive_only) {
  std::vector<PartyRef> out;
  for (const Licence* licence : licences) {
    if (!exclusive_only || licence->exclusive) add_unique(out, parties.find(licence->party));
  }
  return out;
}

// Whose consent a row speaks of: who gives it, where that is stated, else the party itself.
PartyRef consenting(const Licence& licence, const PartyDirectory& parties) {
  return parties.find(licence.grantor ? *licence.grantor : licence.party);
}

// The rows of one right and how they stand to the cell.
struct RightRows {
  Right right = Right::master;
  Rows all;
  Rows covering;

  Rows of(Scope scope) const {
    Rows out;
    for (const Licence* row : covering) {
      if (row->scope == scope) out.push_back(row);
    }
    return out;
  }
  // Rows that say nobody knows: silent contracts, and parties nobody asked yet.
  Rows unsaid() const {
    Rows out;
    for (const Licence* row : covering) {
      if (row->scope == Scope::silent || row->scope == Scope::not_asked) out.push_back(row);
    }
    return out;
  }
  bool any_yes() const {
    return std::ranges::any_of(all, [](const Licence* r) { return r->scope == Scope::yes; });
  }
};

HeldVerdict closed(Reason reason, Right right, std::vector<PartyRef> holders, Rows documents) {
  return {LinkState::closed, reason, std::move(holders), std::move(documents), right, {}};
}

HeldVerdict unknown(Right right, Rows documents, const PartyDirectory& parties) {
  HeldVerdict verdict{LinkState::unknown, Reason::none, {}, std::move(documents), right, {}};
  verdict.consenting = consenting(*verdict.documents.front(), parties);
  return verdict;
}

HeldVerdict held_by(Rows covering, Right right, const HeldQuestion& question,
                    const PartyDirectory& parties) {
  auto rivals = parties_of(covering, parties, true);
  if (rivals.size() > 1) {
    return closed(Reason::conflict, right, std::move(rivals), std::move(covering));
  }
  auto holders = parties_of(covering, parties, false);
  if (question.as) {
    if (std::ranges::find(holders, *question.as) == holders.end()) {
      return closed(Reason::other_holder, right, std::move(holders), std::move(covering));
    }
    holders = {*question.as};
    std::erase_if(covering, [&](const Licence* licence) {
      return parties.find(licence->party) != *question.as;
    });
  }
  return {LinkState::open, Reason::none, std::move(holders), std::move(covering), {}, {}};
}

// The master may be anybody's: a no concerns its own party alone, and one party that may is enough.
HeldVerdict judge_master(const RightRows& rows, const HeldQuestion& question,
                         const PartyDirectory& parties) {
  const auto refused = parties_of(rows.of(Scope::no), parties, false);
  const auto not_refused = [&](Rows list) {
    std::erase_if(list, [&](const Licence* row) {
      return std::ranges::find(refused, parties.find(row->party)) != refused.end();
    });
    return list;
  };
  if (auto yes = not_refused(rows.of(Scope::yes)); !yes.empty()) {
    return held_by(std::move(yes), rows.right, question, parties);
  }
  if (auto unsaid = not_refused(rows.unsaid()); !unsaid.empty()) {
    return unknown(rows.right, std::move(unsaid), parties);
  }
  if (auto no = rows.of(Scope::no); !no.empty()) {
    HeldVerdict verdict = closed(Reason::no_rights, rows.right, {}, std::move(no));
    if (verdict.documents.front()->grantor) {
      verdict.consenting = consenting(*verdict.documents.front(), parties);
    }
    return verdict;
  }
  if (rows.any_yes()) return closed(Reason::no_rights, rows.right, {}, rows.all);
  return unknown(rows.right, rows.all, parties);
}

// A yes of that territory and use whose days are over or have not begun.
bool lapsed(const Licence& row, const HeldQuestion& question) {
  return row.scope == Scope::yes && (row.uses & bit(question.use)) != 0 &&
         names_territory(row, question) && !runs_on(row, question.date, question.use);
}

// What one party says of its consent to the cell. A no is a no; a yes answers the silence of the
// same party's other papers; a consent that ran out is no longer one.
struct Consent {
  std::optional<LinkState> state;  // nothing: its rows speak of other cells
  Rows rows;
};

Consent consent_of(const Rows& rows, const HeldQuestion& question) {
  Rows no, yes, unsaid, over;
  for (const Licence* row : rows) {
    if (!covers(*row, question)) {
      if (lapsed(*row, question)) over.push_back(row);
    } else if (row->scope == Scope::no) {
      no.push_back(row);
    } else {
      (row->scope == Scope::yes ? yes : unsaid).push_back(row);
    }
  }
  if (!no.empty()) return {LinkState::closed, no};
  if (!yes.empty()) return {LinkState::open, yes};
  if (!unsaid.empty()) return {LinkState::unknown, unsaid};
  if (!over.empty()) return {LinkState::closed, over};
  return {};
}

// The consents to a right that is not the master: all who speak of the cell must agree. Where
// nobody does, the territories that were agreed are the only ones.
HeldVerdict judge_consents(const RightRows& rows, const HeldQuestion& question,
                           const PartyDirectory& parties) {
  std::vector<PartyRef> asked;
  for (const Licence* row : rows.all) add_unique(asked, consenting(*row, parties));
  std::vector<std::pair<PartyRef, Consent>> said;
  for (const PartyRef party : asked) {
    Rows own = rows.all;
    std::erase_if(own, [&](const Licence* row) { return consenting(*row, parties) != party; });
    said.emplace_back(party, consent_of(own, question));
  }
  for (const LinkState state : {LinkState::closed, LinkState::unknown}) {
    for (const auto& [party, consent] : said) {
      if (consent.state != state) continue;
      const Reason reason = state == LinkState::closed ? Reason::no_rights : Reason::none;
      return {state, reason, {}, consent.rows, rows.right, party};
    }
  }
  HeldVerdict open{LinkState::open, Reason::none, {}, {}, {}, {}};
  for (const auto& [party, consent] : said) {
    open.documents.insert(open.documents.end(), consent.rows.begin(), consent.rows.end());
  }
  if (!open.documents.empty()) return open;
  if (!rows.any_yes()) return unknown(rows.right, rows.all, parties);
  HeldVerdict verdict = closed(Reason::no_rights, rows.right, {}, rows.all);
  verdict.consenting = asked.front();
  return verdict;
}

RightRows rows_of(Right right, std::span<const Licence> licences, const HeldQuestion& question) {
  RightRows rows{right, {}, {}};
  for (const Licence& licence : licences) {
    if (licence.right != right) continue;
    rows.all.push_back(&licence);
    if (covers(licence, question)) rows.covering.push_back(&licence);
  }
  return rows;
}

}  // namespace

HeldVerdict judge_held(std::span<const Licence> licences, const HeldQuestion& question,
                       const PartyDirectory& parties) {
  if (licences.empty()) return {};
  std::optional<HeldVerdict> first_unknown;
  HeldVerdict open{LinkState::open, Reason::none, {}, {}, {}, {}};
  for (int i = 0; i < right_count; ++i) {
    const auto right = static_cast<Right>(i);
    const RightRows rows = rows_of(right, licences, question);
    if (rows.all.empty()) continue;
    HeldVerdict verdict = right == Right::master ? judge_master(rows, question, parties)
                                                 : judge_consents(rows, question, parties);
    if (verdict.state == LinkState::closed) return verdict;
    if (verdict.state == LinkState::unknown) {
      if (!first_unknown) first_unknown = std::move(verdict);
      continue;
    }
    if (right == Right::master) open.holders = std::move(verdict.holders);
    open.documents.insert(open.documents.end(), verdict.documents.begin(), verdict.documents.end());
  }
  if (!first_unknown) return open;
  first_unknown->holders = std::move(open.holders);
  return std::move(*first_unknown);
}

}  // namespace umikoe::rights
