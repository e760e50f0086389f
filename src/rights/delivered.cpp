#include "rights/delivered.h"

#include <algorithm>
#include <limits>

#include "base/time_zone.h"
#include "rights/grant.h"

namespace umikoe::rights {
namespace {

constexpr int64_t always = std::numeric_limits<int64_t>::max();

// Half-open stretch of UTC seconds.
struct Stretch {
  int64_t from = -always;
  int64_t until = always;

  bool empty() const { return from >= until; }
  Stretch within(Stretch other) const {
    return {std::max(from, other.from), std::min(until, other.until)};
  }
};

Stretch stretch_of(const ValidityPeriod& period, ZoneOffsets zone) {
  Stretch out;
  if (period.start) out.from = instant_of(zone, *period.start).seconds;
  if (period.end) out.until = instant_of(zone, *period.end).seconds;
  return out;
}

Stretch day_of(Date date, ZoneOffsets zone) {
  return {day_start(zone, date).seconds, day_start(zone, date.plus(1)).seconds};
}

// When the statement at `index` is the one in force: the first for all time before it as well.
Stretch in_force(const Thread& thread, size_t index) {
  Stretch out;
  if (index > 0) out.from = thread.timeline[index]->created.seconds;
  if (index + 1 < thread.timeline.size()) out.until = thread.timeline[index + 1]->created.seconds;
  return out;
}

// Judges one service of one thread. Statements are read lazily from the newest backwards.
class ServiceJudge {
 public:
  ServiceJudge(const Thread& thread, PartyRef service, const DeliveredQuestion& question,
               const PartyDirectory& parties)
      : thread_(thread), question_(question), zones_(zones_of(question.territory)) {
    stated_.reserve(thread.timeline.size());
    for (const Statement* s : thread.timeline) {
      stated_.push_back(grants_of(*s, thread.recipient, service, question, parties));
    }
  }

  ServiceVerdict judge(PartyRef service) const {
    const size_t last = last_in_force();
    ServiceVerdict verdict{service, &thread_, thread_.timeline[last], Reason::none, {}, {}, true};
    if (const Grant* grant = open_grant(GrantKind::full)) {
      verdict.from = grant->period.start;
      verdict.until = grant->period.end;
      return verdict;
    }
    verdict.reason = closed_reason(last, verdict);
    return verdict;
  }

 private:
  // The last statement in force in any part of the day, in any zone.
  size_t last_in_force() const {
    size_t last = 0;
    for (const ZoneOffsets zone : zones_) {
      const Stretch day = day_of(question_.date, zone);
      for (size_t i = 0; i < thread_.timeline.size(); ++i) {
        if (!in_force(thread_, i).within(day).empty()) last = std::max(last, i);
      }
    }
    return last;
  }

  // Up to when the statement's own deals may run: its takedown cuts them.
  Stretch before_takedown(size_t index, ZoneOffsets zone) const {
    const StatedGrants& stated = stated_[index];
    if (!stated.has_takedown) return {};
    if (!stated.takedown_from) return {0, 0};
    return {-always, instant_of(zone, *stated.takedown_from).seconds};
  }

  // A grant of the kind that the statement gives in the stretch. A takedown dated ahead leaves what
  // the statement before it gave until its own day comes.
  const Grant* granted(size_t index, GrantKind kind, Stretch stretch, ZoneOffsets zone) const {
    stretch = stretch.within(before_takedown(index, zone));
    if (stretch.empty()) return nullptr;
    for (const Grant& grant : stated_[index].grants) {
      if (grant.kind == kind && !stretch_of(grant.period, zone).within(stretch).empty()) {
        return &grant;
      }
    }
    if (!stated_[index].has_takedown || index == 0) return nullptr;
    return granted(index - 1, kind, stretch, zone);
  }

  const Grant* open_grant(GrantKind kind) const {
    for (const ZoneOffsets zone : zones_) {
      const Stretch day = day_of(question_.date, zone);
      for (size_t i = thread_.timeline.size(); i-- > 0;) {
        const Stretch part = in_force(thread_, i).within(day);
        if (part.empty()) continue;
        if (const Grant* grant = granted(i, kind, part, zone)) return grant;
      }
    }
    return nullptr;
  }

  bool would_have_opened(size_t index) const {
    return std::ranges::any_of(zones_, [&](ZoneOffsets zone) {
      return granted(index, GrantKind::full, day_of(question_.date, zone), zone) != nullptr;
    });
  }

  bool taken_down(size_t index) const {
    const StatedGrants& stated = stated_[index];
    if (!stated.has_takedown) return false;
    if (!stated.takedown_from) return true;
    return std::ranges::any_of(zones_, [&](ZoneOffsets zone) {
      return instant_of(zone, *stated.takedown_from).seconds < day_of(question_.date, zone).until;
    });
  }

  // A purge withdraws what earlier statements of the thread gave this cell at any time.
  bool purged(size_t last) const {
    if (thread_.timeline[last]->kind != StatementKind::purge) return false;
    for (size_t i = 0; i < last; ++i) {
      const auto& grants = stated_[i].grants;
      if (std::ranges::any_of(grants, [](const Grant& g) { return g.kind == GrantKind::full; })) {
        return true;
      }
    }
    return false;
  }

  bool withdrawn(size_t last) const {
    if (taken_down(last) || purged(last)) return true;
    for (size_t i = 0; i < last; ++i) {
      if (would_have_opened(i)) return true;
    }
    return false;
  }

  Reason closed_reason(size_t last, ServiceVerdict& verdict) const {
    if (withdrawn(last)) return Reason::withdrawn;
    if (open_grant(GrantKind::preorder)) return Reason::preorder_only;
    if (open_grant(GrantKind::preview)) return Reason::preview_only;
    bool earlier = false;
    for (const Grant& grant : stated_[last].grants) {
      if (begins_after_day(grant)) {
        verdict.from = grant.period.start;
        return Reason::not_yet;
      }
      if (ended_before_day(grant)) {
        earlier = true;
        verdict.until = grant.period.end;
      }
    }
    return earlier ? Reason::expired : Reason::not_delivered;
  }

  bool begins_after_day(const Grant& grant) const {
    return std::ranges::any_of(zones_, [&](ZoneOffsets zone) {
      const Stretch period = stretch_of(grant.period, zone);
      return !period.empty() && period.from >= day_of(question_.date, zone).until;
    });
  }

  bool ended_before_day(const Grant& grant) const {
    return std::ranges::any_of(zones_, [&](ZoneOffsets zone) {
      const Stretch period = stretch_of(grant.period, zone);
      return !period.empty() && period.until <= day_of(question_.date, zone).from;
    });
  }

  const Thread& thread_;
  const DeliveredQuestion& question_;
  std::span<const ZoneOffsets> zones_;
  std::vector<StatedGrants> stated_;
};

}  // namespace

bool mentions(const Thread& thread, const Isrc& isrc) {
  return std::ranges::any_of(thread.timeline, [&](const Statement* statement) {
    return !statement->index.places_of(isrc).empty();
  });
}

std::vector<ServiceVerdict> judge_delivered(std::span<const Thread> threads,
                                            const DeliveredQuestion& question,
                                            const PartyDirectory& parties) {
  std::vector<ServiceVerdict> verdicts;
  for (const Thread& thread : threads) {
    if (!mentions(thread, question.isrc)) continue;
    for (size_t i = 0; i < thread.services.size(); ++i) {
      const PartyRef service = thread.services[i];
      ServiceVerdict verdict = ServiceJudge(thread, service, question, parties).judge(service);
      if (!operates(thread.absences[i], question.territory, question.date)) {
        // Whatever a deal says of a place without the service, nobody could hear it there.
        verdict.operates = verdict.reason != Reason::none;
        verdict.reason = Reason::not_delivered;
      }
      verdicts.push_back(verdict);
    }
  }
  return verdicts;
}

Reason strongest(std::span<const ServiceVerdict> verdicts) {
  Reason best = Reason::not_delivered;
  for (const ServiceVerdict& verdict : verdicts) best = std::min(best, verdict.reason);
  return best;
}

}  // namespace umikoe::rights
