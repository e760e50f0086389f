// The slow oracle: every half hour of the day, in every zone, by reading the documents one by one.
// It shares only the value types and the zone table with the evaluator it judges.

#include <gtest/gtest.h>

#include <algorithm>
#include <cstdlib>
#include <set>

#include "base/time_zone.h"
#include "rights/brute_held_test.h"
#include "rights/random_world_test.h"

namespace umikoe::rights::testing {
namespace {

constexpr int64_t step = 1800;

struct Brute {
  const RandomWorld& world;
  const Question& q;

  PartyRef ref(const catalogue::Party& p) const { return world.parties.find(p); }

  static bool ids_meet(const Statement& a, const Statement& b) {
    const auto ka = a.main_release.keys();
    const auto kb = b.main_release.keys();
    return std::ranges::any_of(ka, [&](auto& k) { return std::ranges::find(kb, k) != kb.end(); });
  }

  bool sent_to(const Statement& s, PartyRef recipient) const {
    return std::ranges::any_of(s.recipients, [&](auto& r) { return ref(r) == recipient; });
  }

  bool may_end(const Statement& purge, const Statement& s) const {
    const PartyRef by = ref(purge.party());
    return by == ref(s.sender) || (s.on_behalf_of && by == ref(*s.on_behalf_of));
  }

  // The thread of one statement to one recipient, grown until nothing more joins.
  std::vector<const Statement*> thread(const Statement& seed, PartyRef recipient) const {
    std::vector<const Statement*> in{&seed};
    for (size_t before = 0; before != in.size();) {
      before = in.size();
      for (const Statement& s : world.statements) {
        if (s.kind == StatementKind::purge || !sent_to(s, recipient)) continue;
        if (ref(s.party()) != ref(seed.party())) continue;
        if (std::ranges::find(in, &s) != in.end()) continue;
        if (std::ranges::any_of(in, [&](auto* t) { return ids_meet(*t, s); })) in.push_back(&s);
      }
    }
    const auto releases = in;
    for (const Statement& s : world.statements) {
      if (s.kind != StatementKind::purge || !sent_to(s, recipient)) continue;
      const bool meets = std::ranges::any_of(releases, [&](auto* t) { return ids_meet(*t, s); });
      const bool may = std::ranges::any_of(releases, [&](auto* t) { return may_end(s, *t); });
      if (meets && may) in.push_back(&s);
    }
    return effective(in);
  }

  static auto rank(const Statement* s) {
    return std::tuple(s->created, s->message_id, s->source_sha256);
  }

  // Those that ever take effect, in order of time.
  std::vector<const Statement*> effective(std::vector<const Statement*> in) const {
    std::ranges::sort(in, [](auto* a, auto* b) { return rank(a) < rank(b); });
    std::vector<const Statement*> out;
    for (const Statement* s : in) {
      const bool beaten = std::ranges::any_of(
          in, [&](auto* t) { return t != s && t->created == s->created && rank(t) > rank(s); });
      if (beaten) continue;
      if (s->kind == StatementKind::purge && (out.empty() || !may_end(*s, *out.back()))) continue;
      out.push_back(s);
    }
    return out;
  }

  static size_t in_force_at(const std::vector<const Statement*>& t, int64_t instant) {
    size_t found = 0;
    for (size_t i = 0; i < t.size(); ++i) {
      if (t[i]->created.seconds <= instant) found = i;
    }
    return found;
  }

  bool for_service(const Deal& d, PartyRef recipient, PartyRef service) const {
    for (const auto& c : d.excluded_channels) {
      if (ref(c) == service) return false;
    }
    if (d.channels.empty()) return recipient == service;
    return std::ranges::any_of(d.channels, [&](auto& c) { return ref(c) == service; });
  }

  bool concerns(const Deal& d, PartyRef recipient, PartyRef service) const {
    return !d.is_out_of_band && d.territory && scope_has(*d.territory, q) &&
           (d.uses & bit(q.use)) && (d.models & q.models) && for_service(d, recipient, service);
  }

  // Best kind of a deal for the recording: 0 full, 1 pre-order, 2 preview, 3 none.
  int kind(const Statement& s, const Deal& d) const {
    int best = 3;
    for (const StatedRelease& r : s.releases) {
      const auto& refs = d.release_references;
      if (std::ranges::find(refs, r.reference) == refs.end()) continue;
      std::set<std::string> distinct;
      for (const auto& a : r.assets) distinct.insert(a.isrc.to_string());
      for (const auto& a : r.assets) {
        if (a.isrc != world.isrc) continue;
        const auto& gifts = d.instant_gratification;
        const bool gift = std::ranges::find(gifts, a.resource_reference) != gifts.end();
        const bool alone = r.kind != catalogue::ReleaseKind::main || distinct.size() == 1;
        if (!alone && !gift) continue;
        const bool is_short = a.is_clip || (a.asset_duration_ms && world.length_ms &&
                                            *a.asset_duration_ms * 10 < *world.length_ms * 7);
        if (r.kind == catalogue::ReleaseKind::clip || is_short)
          best = std::min(best, 2);
        else if (d.is_pre_order && !gift)
          best = std::min(best, 1);
        else
          best = 0;
      }
    }
    return best;
  }

  bool takes_down(const Statement& s, const Deal& d) const {
    if (!d.is_takedown) return false;
    for (const StatedRelease& r : s.releases) {
      const auto& refs = d.release_references;
      if (std::ranges::find(refs, r.reference) == refs.end()) continue;
      if (std::ranges::any_of(r.assets, [&](auto& a) { return a.isrc == world.isrc; })) return true;
    }
    return false;
  }

  static int64_t start_of(const Deal& d, ZoneOffsets zone) {
    if (d.periods.empty() || !d.periods.front().start) return INT64_MIN;
    return instant_of(zone, *d.periods.front().start).seconds;
  }

  static bool running(const ValidityPeriod& p, int64_t instant, ZoneOffsets zone) {
    if (p.start && instant < instant_of(zone, *p.start).seconds) return false;
    return !p.end || instant < instant_of(zone, *p.end).seconds;
  }

  bool gives(const std::vector<const Statement*>& t, size_t i, int wanted, int64_t instant,
             ZoneOffsets zone, PartyRef recipient, PartyRef service) const {
    const Statement& s = *t[i];
    bool takedown_ahead = false;
    for (const Deal& d : s.deals) {
      if (!takes_down(s, d) || !concerns(d, recipient, service)) continue;
      if (start_of(d, zone) <= instant) return false;
      takedown_ahead = true;
    }
    for (const Deal& d : s.deals) {
      if (d.is_takedown || !concerns(d, recipient, service) || kind(s, d) != wanted) continue;
      if (d.periods.empty()) return true;
      for (const auto& p : d.periods) {
        if (running(p, instant, zone)) return true;
      }
    }
    return takedown_ahead && i > 0 && gives(t, i - 1, wanted, instant, zone, recipient, service);
  }

  template <class Visit>
  void each_instant(const Visit& visit) const {
    for (const ZoneOffsets zone : zones_of(q.territory)) {
      const int64_t end = day_start(zone, q.date.plus(1)).seconds;
      for (int64_t at = day_start(zone, q.date).seconds; at < end; at += step) visit(at, zone);
    }
  }

  // Read from the table's text, row by row and code by code.
  bool there(PartyRef service) const {
    const std::string asked(q.territory.code());
    for (const ServiceAbsenceRow& row : service_absence_rows()) {
      const std::string name = world.parties.describe(service).name;
      if (lowered(name) != lowered(std::string(row.service))) continue;
      if (q.date < *Date::parse(row.from)) continue;
      if (!row.until.empty() && q.date >= *Date::parse(row.until)) continue;
      const std::string codes =
          " " + std::string(row.territories.substr(row.territories[0] == '-'));
      const std::string plain = asked == "ES-CN" ? "ES" : asked;
      const bool listed = codes.find(" " + plain) != std::string::npos;
      if (listed != (row.territories[0] == '-')) return false;
    }
    return true;
  }

  static std::string lowered(std::string text) {
    for (char& c : text) c = static_cast<char>(std::tolower(static_cast<unsigned char>(c)));
    return text;
  }

  Reason verdict(const std::vector<const Statement*>& t, PartyRef recipient,
                 PartyRef service) const {
    bool opens[3] = {};
    size_t last = 0;
    each_instant([&](int64_t at, ZoneOffsets zone) {
      const size_t i = in_force_at(t, at);
      last = std::max(last, i);
      for (int k = 0; k < 3; ++k) {
        opens[k] = opens[k] || gives(t, i, k, at, zone, recipient, service);
      }
    });
    if (opens[0]) return Reason::none;
    if (withdrawn(t, last, recipient, service)) return Reason::withdrawn;
    if (opens[1]) return Reason::preorder_only;
    if (opens[2]) return Reason::preview_only;
    return dated(*t[last], recipient, service);
  }

  bool withdrawn(const std::vector<const Statement*>& t, size_t last, PartyRef recipient,
                 PartyRef service) const {
    bool yes = false;
    each_instant([&](int64_t at, ZoneOffsets zone) {
      for (const Deal& d : t[last]->deals) {
        yes = yes || (takes_down(*t[last], d) && concerns(d, recipient, service) &&
                      start_of(d, zone) <= at);
      }
      for (size_t i = 0; i < last; ++i) yes = yes || gives(t, i, 0, at, zone, recipient, service);
    });
    for (size_t i = 0; i < last && t[last]->kind == StatementKind::purge; ++i) {
      for (const Deal& d : t[i]->deals) {
        yes = yes || (!d.is_takedown && concerns(d, recipient, service) && kind(*t[i], d) == 0);
      }
    }
    return yes;
  }

  Reason dated(const Statement& s, PartyRef recipient, PartyRef service) const {
    bool later = false;
    bool earlier = false;
    for (const Deal& d : s.deals) {
      if (d.is_takedown || !concerns(d, recipient, service) || kind(s, d) == 3) continue;
      for (const auto& p : d.periods) {
        for (const ZoneOffsets zone : zones_of(q.territory)) {
          const int64_t from = p.start ? instant_of(zone, *p.start).seconds : INT64_MIN;
          const int64_t until = p.end ? instant_of(zone, *p.end).seconds : INT64_MAX;
          if (from >= until) continue;
          later = later || from >= day_start(zone, q.date.plus(1)).seconds;
          earlier = earlier || until <= day_start(zone, q.date).seconds;
        }
      }
    }
    return later ? Reason::not_yet : earlier ? Reason::expired : Reason::not_delivered;
  }

  bool asked(PartyRef service) const {
    return q.services.empty() || std::ranges::find(q.services, service) != q.services.end();
  }

  // delivered: reason none = open; nothing = unknown. `nowhere`: a deal's service is not there.
  std::optional<Reason> delivered(const BruteHeld& h, bool& nowhere) const {
    std::set<PartyRef> judged;
    if (q.as)
      judged = {*q.as};
    else if (h.state != LinkState::closed)
      judged = h.holders;
    std::set<PartyRef> missing = judged;
    std::optional<Reason> best;
    for (const Statement& seed : world.statements) {
      if (seed.kind == StatementKind::purge) continue;
      for (const auto& r : seed.recipients) {
        const auto t = thread(seed, ref(r));
        if (t.empty()) continue;
        const bool about = std::ranges::any_of(t, [&](auto* s) {
          return std::ranges::any_of(s->releases, [&](auto& rel) {
            return std::ranges::any_of(rel.assets, [&](auto& a) { return a.isrc == world.isrc; });
          });
        });
        if (!about) continue;
        std::set<PartyRef> authors;
        for (auto* s : t) authors.insert({ref(s->sender), ref(s->party())});
        const bool judged_here = judged.empty() || std::ranges::any_of(judged, [&](auto p) {
                                   return authors.contains(p);
                                 });
        if (!judged_here) continue;
        for (const PartyRef p : authors) missing.erase(p);
        for (const PartyRef service : services(t, ref(r))) {
          if (!asked(service)) continue;
          Reason reason = verdict(t, ref(r), service);
          if (!there(service)) {
            nowhere = nowhere || reason == Reason::none;
            reason = Reason::not_delivered;
          }
          best = best ? std::min(*best, reason) : reason;
        }
      }
    }
    if (best && *best != Reason::none && !missing.empty()) return std::nullopt;
    return best;
  }

  std::set<PartyRef> services(const std::vector<const Statement*>& t, PartyRef recipient) const {
    std::set<PartyRef> out;
    bool deals = false;
    for (auto* s : t) {
      for (const Deal& d : s->deals) {
        deals = true;
        if (d.channels.empty()) out.insert(recipient);
        for (const auto& c : d.channels) out.insert(ref(c));
      }
    }
    if (!deals) out.insert(recipient);
    return out;
  }

  struct Live {
    LinkState state = LinkState::unknown;
    SightingState detail = SightingState::none;
  };
  Live live() const {
    std::vector<SightingState> shown;
    std::vector<SightingState> missing;
    if (q.date > q.today) return {};
    for (const auto& p : world.everybody) {
      if (!asked(ref(p))) continue;
      // Walk back from the day itself to the oldest day that still counts.
      for (int back = 0; back <= 45; ++back) {
        const Date day = q.date.plus(-back);
        std::vector<SightingState> yes;
        std::vector<SightingState> no;
        for (const Sighting& s : world.sightings) {
          if (ref(s.service) != ref(p) || s.territory != q.territory) continue;
          if (day < s.observed_from || day > s.observed_on) continue;
          if (s.seen == Seen::yes) yes.push_back(state_of(s));
          if (s.seen == Seen::no) no.push_back(state_of(s));
        }
        if (!yes.empty()) shown.push_back(std::ranges::min(yes));
        if (yes.empty() && !no.empty()) missing.push_back(std::ranges::min(no));
        if (!yes.empty() || !no.empty()) break;
      }
    }
    if (!shown.empty()) {
      const bool limited = std::ranges::all_of(
          shown, [](auto state) { return state == SightingState::age_limited; });
      return {LinkState::open, limited ? SightingState::age_limited : SightingState::none};
    }
    std::erase(missing, SightingState::none);
    if (!missing.empty()) return {LinkState::closed, std::ranges::min(missing)};
    return {any_no() ? LinkState::closed : LinkState::unknown, SightingState::none};
  }

  bool any_no() const {
    return std::ranges::any_of(world.sightings, [&](const Sighting& s) {
      return asked(ref(s.service)) && s.territory == q.territory && s.seen == Seen::no &&
             s.observed_from <= q.date && s.observed_on.plus(45) >= q.date;
    });
  }
};

std::string show(const Answer& a) {
  std::string out(word(a.answer));
  for (const Link& link : a.chain) {
    out += " " + std::string(word(link.state)) + ":" + std::string(word(link.reason)) + ":" +
           std::string(link.detail);
  }
  return out;
}

std::string brute_answer(const RandomWorld& world, const Question& q) {
  const Brute brute{world, q};
  const auto held = brute_held(world, q);
  bool nowhere = false;
  const auto delivered = brute.delivered(held, nowhere);
  const auto [live, live_detail] = brute.live();
  LinkState delivered_state = LinkState::unknown;
  Reason delivered_reason = Reason::none;
  if (delivered) {
    delivered_state = *delivered == Reason::none ? LinkState::open : LinkState::closed;
    delivered_reason = *delivered;
  }
  LinkState answer = LinkState::unknown;
  if (held.state == LinkState::closed || delivered_state == LinkState::closed ||
      live == LinkState::closed) {
    answer = LinkState::closed;
  } else if (held.state == LinkState::unknown && !held.detail.empty()) {
    answer = LinkState::unknown;
  } else if (delivered_state == LinkState::open || live == LinkState::open) {
    answer = LinkState::open;
  }
  const Reason live_reason = live == LinkState::closed ? Reason::not_live : Reason::none;
  Answer shape;
  shape.answer = answer;
  const bool unserved = nowhere && delivered_reason == Reason::not_delivered;
  shape.chain = {Link{LinkKind::held, held.state, held.reason, held.detail},
                 Link{LinkKind::delivered, delivered_state, delivered_reason,
                      unserved ? no_service_operates : std::string_view()},
                 Link{LinkKind::live, live, live_reason, word(live_detail)}};
  return show(shape);
}

RecordingFile file_of(const RandomWorld& world) {
  std::vector<const Statement*> all;
  for (const auto& s : world.statements) all.push_back(&s);
  RecordingFile file{world.isrc, world.length_ms, {}, world.licences, world.sightings};
  for (auto& t : threads_of(all, world.parties)) {
    if (mentions(t, world.isrc)) file.threads.push_back(t);
  }
  return file;
}

TEST(Oracle, EqualsTheEvaluatorOverRandomWorlds) {
  constexpr uint64_t worlds = 10'000;
  std::mt19937_64 random(20261120);
  std::map<std::string, int> seen;
  for (uint64_t seed = 0; seed < worlds; ++seed) {
    const RandomWorld world = draw_world(seed);
    const RecordingFile file = file_of(world);
    const Question question = draw_question(world, random);
    const Answer engine = answer(file, question, world.parties);
    ASSERT_EQ(brute_answer(world, question), show(engine))
        << "seed " << seed << " " << question.territory.code() << " " << question.date.to_string()
        << " use " << word(question.use);
    ++seen[std::string(word(engine.reason)) + "/" + std::string(word(engine.answer))];
    for (const Link& link : engine.chain) {
      ++seen[std::string(link.detail) + "/" + std::string(word(link.state))];
    }
  }
  // The worlds must reach every reason, or the comparison proves little.
  for (const char* reason :
       {"no_rights/closed", "other_holder/closed", "conflict/closed", "withdrawn/closed",
        "preorder_only/closed", "preview_only/closed", "not_yet/closed", "expired/closed",
        "not_delivered/closed", "not_live/closed", "/open", "/unknown"}) {
    EXPECT_GT(seen[reason], 20) << reason;
  }
  for (int i = 0; i < right_count; ++i) {
    for (const char* state : {"/closed", "/unknown"}) {
      const std::string detail = std::string(word(static_cast<Right>(i))) + state;
      EXPECT_GT(seen[detail], 20) << detail;
    }
  }
  for (const char* detail : {"no_service_operates/closed", "greyed/closed", "hidden/closed",
                             "in_review/closed", "rejected/closed", "blocked_by_claim/closed",
                             "regulator/closed", "other_version/closed", "age_limited/open"}) {
    EXPECT_GT(seen[detail], 10) << detail;
  }
}

// A second recording of the same performance: what either opens is open, and it is named.
TEST(Oracle, AGroupIsOpenThroughAnyMember) {
  std::mt19937_64 random(31);
  int through = 0;
  for (uint64_t seed = 0; seed < 2'000; ++seed) {
    const RandomWorld one = draw_world(seed);
    const RandomWorld other = draw_world(seed + 10'000);
    RecordingFile file = file_of(one);
    RecordingFile member = file_of(other);
    member.isrc = other.isrc;
    file.members.push_back(&member);
    const Question question = draw_question(one, random);
    const std::string alone = brute_answer(one, question);
    const std::string theirs = brute_answer(other, question);
    const Answer joined = answer(file, question, one.parties);
    const bool by_other = !alone.starts_with("open") && theirs.starts_with("open");
    ASSERT_EQ(show(joined), by_other ? theirs : alone) << seed;
    ASSERT_EQ(joined.through.has_value(), by_other) << seed;
    through += by_other;
  }
  EXPECT_GT(through, 100);
}

TEST(Oracle, ArrivalOrderChangesNothing) {
  std::mt19937_64 random(7);
  for (uint64_t seed = 0; seed < 1'000; ++seed) {
    RandomWorld world = draw_world(seed);
    const Question question = draw_question(world, random);
    const std::string before = show(answer(file_of(world), question, world.parties));
    std::ranges::shuffle(world.statements, random);
    EXPECT_EQ(before, show(answer(file_of(world), question, world.parties))) << seed;
  }
}

}  // namespace
}  // namespace umikoe::rights::testing
