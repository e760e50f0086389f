#include "rights/licence_terms.h"

#include <algorithm>

namespace umikoe::rights {
namespace {

const Date first_day = *Date::of(1, 1, 1);
// Beyond the calendar: a date there only has to be later than every other.
const Date after_all_days = Date::of(9999, 12, 31)->plus(1);

int months_of(Date date) { return date.year() * 12 + date.month() - 1; }

// How often the term has been renewed when `on` lies in it, if nothing stops it.
int renewals_until(Date end, int months, Date on) {
  if (on < end) return 0;
  // Days of the month can put the estimate one off, so it starts low and is corrected upwards.
  int count = std::max(0, (months_of(on) - months_of(end)) / months - 1);
  while (plus_months(end, count * months) <= on) ++count;
  return count;
}

// The first renewal that a notice still stops: its number, from 0 for the end as written.
int renewal_stopped(const LicenceTerms& terms, Date end) {
  int count = renewals_until(end, terms.auto_renewal_months, *terms.notice_given);
  for (;; ++count) {
    const Date renewal = plus_months(end, count * terms.auto_renewal_months);
    if (renewal == after_all_days) return count;
    if (*terms.notice_given <= last_notice_day(terms, renewal)) return count;
  }
}

}  // namespace

Date plus_months(Date date, int months) {
  const int total = months_of(date) + months;
  if (total < 12) return first_day;
  if (total >= 120'000) return after_all_days;
  const int year = total / 12;
  const int month = total % 12 + 1;
  int day = date.day();
  while (!Date::of(year, month, day)) --day;
  return *Date::of(year, month, day);
}

Date last_notice_day(const LicenceTerms& terms, Date end) {
  return plus_months(end, -terms.notice_months).plus(-terms.notice_days - 1);
}

std::optional<Date> end_of(const Licence& licence, Date on) {
  const LicenceTerms& terms = licence.terms;
  std::optional<Date> end = licence.end;
  if (end && terms.auto_renewal_months > 0) {
    int count = renewals_until(*end, terms.auto_renewal_months, on);
    if (terms.notice_given) count = std::min(count, renewal_stopped(terms, *end));
    end = plus_months(*end, count * terms.auto_renewal_months);
  }
  if (terms.reversion_on && (!end || *terms.reversion_on < *end)) end = terms.reversion_on;
  return end;
}

bool runs_on(const Licence& licence, Date on, Use use) {
  if (licence.start && on < *licence.start) return false;
  if ((licence.uses & bit(use)) == 0) return false;
  const auto end = end_of(licence, on);
  if (!end || on < *end) return true;
  const auto& back = licence.terms.reversion_on;
  if (back && *back <= on) return false;
  return use == Use::physical && on < end->plus(licence.terms.sell_off_days);
}

}  // namespace umikoe::rights
