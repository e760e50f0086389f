#include "rights/brute_held_test.h"

#include <algorithm>

namespace umikoe::rights::testing {
namespace {

struct Contracts {
  const RandomWorld& world;
  const Question& q;

  PartyRef ref(const catalogue::Party& p) const { return world.parties.find(p); }

  static Date months_later(Date date, int months) {
    int year = date.year();
    int month = date.month() + months;
    while (month > 12) ++year, month -= 12;
    while (month < 1) --year, month += 12;
    std::optional<Date> found;
    for (int day = 1; day <= date.day(); ++day) {
      if (const auto next = Date::of(year, month, day)) found = next;
    }
    return *found;
  }

  // Walks from term to term, as a person reading the contract would.
  static bool in_force(const Licence& l, Date on, bool physical) {
    const LicenceTerms& terms = l.terms;
    if (l.start && on < *l.start) return false;
    if (terms.reversion_on && on >= *terms.reversion_on) return false;
    if (!l.end || on < *l.end) return true;
    Date end = *l.end;
    for (int k = 1; terms.auto_renewal_months > 0; ++k) {
      const Date latest = months_later(end, -terms.notice_months).plus(-terms.notice_days);
      if (terms.notice_given && *terms.notice_given < latest) break;
      end = months_later(*l.end, k * terms.auto_renewal_months);
      if (on < end) return true;
    }
    return physical && on < end.plus(terms.sell_off_days);
  }

  bool names_cell(const Licence& l) const {
    return scope_has(l.territory, q) && (l.uses & bit(q.use));
  }
  bool runs(const Licence& l) const { return in_force(l, q.date, q.use == Use::physical); }
  bool covers(const Licence& l) const { return names_cell(l) && runs(l); }
  PartyRef giver(const Licence& l) const { return l.grantor ? ref(*l.grantor) : ref(l.party); }

  BruteHeld master() const {
    BruteHeld out;
    std::set<PartyRef> refused;
    std::set<PartyRef> exclusive;
    bool any_yes = false;
    bool unsaid = false;
    for (const Licence& l : world.licences) {
      if (l.right != Right::master) continue;
      any_yes = any_yes || l.scope == Scope::yes;
      if (l.scope == Scope::no && covers(l)) refused.insert(ref(l.party));
    }
    for (const Licence& l : world.licences) {
      if (l.right != Right::master || !covers(l) || refused.contains(ref(l.party))) continue;
      if (l.scope == Scope::silent || l.scope == Scope::not_asked) unsaid = true;
      if (l.scope != Scope::yes) continue;
      out.holders.insert(ref(l.party));
      if (l.exclusive) exclusive.insert(ref(l.party));
    }
    if (out.holders.empty()) {
      const bool shut = !unsaid && (any_yes || !refused.empty());
      return {shut ? LinkState::closed : LinkState::unknown,
              shut ? Reason::no_rights : Reason::none,
              "master",
              {}};
    }
    out.state = LinkState::closed;
    if (exclusive.size() > 1)
      out.reason = Reason::conflict;
    else if (q.as && !out.holders.contains(*q.as))
      out.reason = Reason::other_holder;
    else
      out.state = LinkState::open;
    return out;
  }

  // Row by row: is there a refusal, a consent that ran out, a silence nobody answered?
  LinkState consents(Right right) const {
    bool shut = false, silent = false, agreed = false, any_yes = false;
    for (const Licence& l : world.licences) {
      if (l.right != right) continue;
      any_yes = any_yes || l.scope == Scope::yes;
      bool no = false, yes = false, unsaid = false, over = false;
      for (const Licence& own : world.licences) {
        if (own.right != right || giver(own) != giver(l) || !names_cell(own)) continue;
        over = over || (own.scope == Scope::yes && !runs(own));
        if (!runs(own)) continue;
        no = no || own.scope == Scope::no;
        yes = yes || own.scope == Scope::yes;
        unsaid = unsaid || own.scope == Scope::silent || own.scope == Scope::not_asked;
      }
      shut = shut || no || (!yes && !unsaid && over);
      silent = silent || (!no && !yes && unsaid);
      agreed = agreed || (!no && yes);
    }
    if (shut) return LinkState::closed;
    if (silent) return LinkState::unknown;
    if (agreed) return LinkState::open;
    return any_yes ? LinkState::closed : LinkState::unknown;
  }

  bool declared(Right right) const {
    return std::ranges::any_of(world.licences, [&](auto& l) { return l.right == right; });
  }

  BruteHeld held() const {
    BruteHeld out;
    if (world.licences.empty()) return out;
    out.state = LinkState::open;
    std::string unclear;
    if (declared(Right::master)) {
      const BruteHeld one = master();
      if (one.state == LinkState::closed) {
        return one.reason == Reason::no_rights ? one : BruteHeld{one.state, one.reason, "", {}};
      }
      if (one.state == LinkState::unknown) unclear = "master";
      out.holders = one.holders;
    }
    for (int i = 1; i < right_count; ++i) {
      const auto right = static_cast<Right>(i);
      if (!declared(right)) continue;
      const LinkState state = consents(right);
      if (state == LinkState::closed) {
        return {state, Reason::no_rights, std::string(word(right)), {}};
      }
      if (state == LinkState::unknown && unclear.empty()) unclear = word(right);
    }
    if (!unclear.empty()) out.state = LinkState::unknown;
    out.detail = unclear;
    return out;
  }
};

}  // namespace

bool scope_has(const TerritoryScope& scope, const Question& question) {
  bool listed = false;
  for (const auto& code : scope.codes) {
    const std::string asked(question.territory.code());
    listed = listed || code == "Worldwide" || code == asked || (code == "ES" && asked == "ES-CN");
  }
  return listed != scope.excluding;
}

BruteHeld brute_held(const RandomWorld& world, const Question& question) {
  return Contracts{world, question}.held();
}

}  // namespace umikoe::rights::testing
