#include "rights/profiles/days_of_change.h"

#include <algorithm>
#include <map>

#include "base/territory_table.h"
#include "rights/licence_terms.h"
#include "rights/profiles/signature.h"
#include "rights/stated_deals.h"

namespace umikoe::rights {
namespace {

class Days {
 public:
  explicit Days(const DayWindow& window) : window_(window) { at(window.first); }

  // Something changes as this day begins, whatever the zone.
  void at(Date day) {
    if (window_.contains(day)) zoned_.try_emplace(day, false);
  }
  // Something changes in the course of one of these days, depending on the zone.
  void between(Date first, Date last) {
    for (Date day = std::max(first, window_.first); day <= std::min(last, window_.last);
         day = day.plus(1)) {
      zoned_[day] = true;
    }
    at(last.plus(1));
  }
  void at(WrittenTime time) {
    const Date day = day_of_seconds(time.seconds);
    // Zones are up to 14 hours ahead of UTC and 12 behind it.
    if (!time.local) return between(day.plus(-1), day.plus(1));
    const bool midnight = time.seconds == day.days * seconds_per_day;
    midnight ? at(day) : between(day, day);
  }
  void at(Instant instant) { at(WrittenTime{instant.seconds, false}); }

  std::vector<StretchOfDays> take() const {
    std::vector<StretchOfDays> out;
    out.reserve(zoned_.size());
    for (const auto& [day, zoned] : zoned_) out.push_back({day, zoned});
    return out;
  }
  const DayWindow& window() const { return window_; }

 private:
  DayWindow window_;
  std::map<Date, bool> zoned_;
};

void add_statement(Days& days, const Statement& statement, const Isrc& isrc) {
  for_each_stated(statement, isrc, [&](const Deal& deal, const auto&...) {
    for (const ValidityPeriod& period : deal.periods) {
      if (period.start) days.at(*period.start);
      if (period.end) days.at(*period.end);
    }
  });
}

void add_thread(Days& days, const Thread& thread, const Isrc& isrc, const PartyDirectory& parties) {
  std::string before;
  for (size_t i = 0; i < thread.timeline.size(); ++i) {
    const Statement& statement = *thread.timeline[i];
    std::string part = stated_part(statement, isrc, parties);
    if (i > 0 && part == before) continue;
    // The first answers for all time before it too.
    if (i > 0) days.at(statement.created);
    add_statement(days, statement, isrc);
    before = std::move(part);
  }
  for (const auto& absences : thread.absences) {
    for (const ServiceAbsence& absence : absences) {
      days.at(absence.from);
      if (absence.until) days.at(*absence.until);
    }
  }
}

// Each end that a licence renewing itself has within the window, and one beyond.
void add_ends(Days& days, const Licence& licence) {
  const int sell_off = licence.terms.sell_off_days;
  for (Date on = days.window().first; on <= days.window().last;) {
    const auto end = end_of(licence, on);
    if (!end) return;
    days.at(*end);
    days.at(end->plus(sell_off));
    if (*end <= on) return;
    on = *end;
  }
}

void add_licence(Days& days, const Licence& licence) {
  if (licence.start) days.at(*licence.start);
  if (licence.end) {
    days.at(*licence.end);
    days.at(licence.end->plus(licence.terms.sell_off_days));
  }
  if (licence.terms.reversion_on) days.at(*licence.terms.reversion_on);
  add_ends(days, licence);
  if (licence.granted) return;
  // It names a group of territories, whose members change.
  for (const TisMembership& member : tis_memberships()) {
    days.at(member.from);
    days.at(member.until);
  }
}

void add_sighting(Days& days, const Sighting& sighting) {
  days.at(sighting.observed_from);
  days.at(sighting.observed_on);
  days.at(sighting.observed_on.plus(1));
  days.at(sighting.observed_on.plus(sighting_days + 1));
}

void add_file(Days& days, const RecordingFile& file, const PartyDirectory& parties) {
  for (const Thread& thread : file.threads) {
    if (mentions(thread, file.isrc)) add_thread(days, thread, file.isrc, parties);
  }
  for (const Licence& licence : file.licences) add_licence(days, licence);
  for (const Sighting& sighting : file.sightings) add_sighting(days, sighting);
}

}  // namespace

std::vector<StretchOfDays> days_of_change(const RecordingFile& file, const DayWindow& window,
                                          Date today, const PartyDirectory& parties) {
  Days days(window);
  // Nobody has seen anything of days to come.
  days.at(today.plus(1));
  add_file(days, file, parties);
  for (const RecordingFile* member : file.members) add_file(days, *member, parties);
  return days.take();
}

}  // namespace umikoe::rights
