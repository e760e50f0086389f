#pragma once

#include <array>
#include <cstdint>
#include <span>
#include <string_view>
#include <vector>

#include "catalogue/rule.h"
#include "rights/licence.h"

namespace umikoe::rights {

// How long before a date people are reminded, in days; each alarm names the narrowest it is in.
inline constexpr std::array<int32_t, 3> alarm_days{180, 90, 30};

enum class AlarmKind : uint8_t {
  notice,    // last day on which a notice stops the next renewal
  expiry,    // last day of a licence that nothing renews
  option,    // last day on which an option may be taken up
  reversion  // first day on which the right is back with its owner
};

struct Alarm {
  const Licence* licence = nullptr;
  AlarmKind kind = AlarmKind::notice;
  Date date;
  int32_t days_left = 0;
  int32_t within_days = 0;  // of alarm_days

  bool operator==(const Alarm&) const = default;
};

// What comes due from `today` on, in order of licence; only rows that grant something have terms.
// The licences must outlive the alarms.
std::vector<Alarm> alarms(std::span<const Licence> licences, Date today);

// The same as findings, one for a contract, party and date however many recordings it names; the
// detail reads "DATE · DAYS LEFT/WITHIN · ×RECORDINGS".
std::vector<catalogue::RuleFinding> check_terms(std::span<const Licence> licences, Date today);

}  // namespace umikoe::rights
