#include "rights/alarms.h"

#include <fmt/format.h>

#include <map>
#include <set>
#include <tuple>
#include <utility>

#include "rights/licence_terms.h"

namespace umikoe::rights {
namespace {

constexpr std::array<std::string_view, 4> rule_ids{"licence_notice_due", "licence_expiring",
                                                   "licence_option_due", "licence_reverting"};

void add(std::vector<Alarm>& out, const Licence& licence, AlarmKind kind, Date date, Date today) {
  const int32_t left = date.days - today.days;
  if (left < 0 || left > alarm_days.front()) return;
  int32_t within = alarm_days.front();
  for (const int32_t days : alarm_days) {
    if (left <= days) within = days;
  }
  out.push_back({&licence, kind, date, left, within});
}

// The end of the term of `today`, and of the one after: a missed notice day is followed by another.
void add_term(std::vector<Alarm>& out, const Licence& licence, Date today) {
  const LicenceTerms& terms = licence.terms;
  const auto end = end_of(licence, terms.notice_given ? *Date::of(9999, 12, 31) : today);
  if (!end) return;
  const auto after = end_of(licence, *end);  // later only where the licence renews itself at `end`
  const bool reverts = terms.reversion_on && *end == *terms.reversion_on;
  if (after == end) {
    if (!reverts) add(out, licence, AlarmKind::expiry, end->plus(-1), today);
    return;
  }
  for (const Date term : {*end, plus_months(*end, terms.auto_renewal_months)}) {
    const Date last = last_notice_day(terms, term);
    if (last < today) continue;
    return add(out, licence, AlarmKind::notice, last, today);
  }
}

}  // namespace

std::vector<Alarm> alarms(std::span<const Licence> licences, Date today) {
  std::vector<Alarm> out;
  for (const Licence& licence : licences) {
    if (licence.scope != Scope::yes) continue;
    const LicenceTerms& terms = licence.terms;
    add_term(out, licence, today);
    if (terms.option_until) add(out, licence, AlarmKind::option, *terms.option_until, today);
    if (terms.reversion_on) add(out, licence, AlarmKind::reversion, *terms.reversion_on, today);
  }
  return out;
}

std::vector<catalogue::RuleFinding> check_terms(std::span<const Licence> licences, Date today) {
  struct Due {
    std::set<Isrc> recordings;
    int32_t within_days = 0;
  };
  std::map<std::tuple<AlarmKind, Date, std::string, std::string>, Due> due;
  for (const Alarm& alarm : alarms(licences, today)) {
    const Licence& licence = *alarm.licence;
    Due& one = due[{alarm.kind, alarm.date, licence.document, licence.party.label()}];
    one.recordings.insert(licence.isrc);
    one.within_days = alarm.within_days;
  }
  std::vector<catalogue::RuleFinding> found;
  for (const auto& [key, one] : due) {
    const auto& [kind, date, document, party] = key;
    std::string detail =
        fmt::format("{} · {}/{}", date.to_string(), date.days - today.days, one.within_days);
    if (one.recordings.size() > 1) detail += fmt::format(" · ×{}", one.recordings.size());
    found.push_back({std::string(rule_ids[std::to_underlying(kind)]),
                     one.recordings.begin()->to_string(), "", "", std::move(detail), document});
  }
  return found;
}

}  // namespace umikoe::rights
