#pragma once

#include "rights/licence.h"

namespace umikoe::rights {

// A whole number of calendar months later; the 31st becomes the last day of a shorter month.
Date plus_months(Date date, int months);

// First day after the licence as it stands on `on`; nothing when it has no end. A licence that
// renews itself is in force until a notice is on file that came in time: at the latest on the day
// before the notice period that leads to an end. A late notice ends the term after. A reversion
// ends everything, renewals included.
std::optional<Date> end_of(const Licence& licence, Date on);

// Last day on which a notice still stops the renewal at `end`.
Date last_notice_day(const LicenceTerms& terms, Date end);

// Whether the licence runs on that day for that use. Sell-off keeps physical products only.
bool runs_on(const Licence& licence, Date on, Use use);

}  // namespace umikoe::rights
