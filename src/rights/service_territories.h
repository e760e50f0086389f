#pragma once

#include <optional>
#include <span>
#include <string_view>
#include <vector>

#include "base/date.h"
#include "base/territory.h"
#include "catalogue/party.h"

namespace umikoe::rights {

// One dated, sourced fact: this service does not operate there. A service or place that no row
// names counts as operating, because nobody here knows better.
struct ServiceAbsenceRow {
  std::string_view service;  // its name, as parties write it, in any ASCII case
  std::string_view dpid;     // empty where none is published
  std::string_view
      territories;         // ISO codes, or "-" and the codes of the only places, if any, it is in
  std::string_view from;   // first day on which the row holds
  std::string_view until;  // first day on which it no longer does; empty: it still holds
  std::string_view source;
  std::string_view verified_on;
};
std::span<const ServiceAbsenceRow> service_absence_rows();

// Where and when one service is known not to operate.
struct ServiceAbsence {
  TerritorySet territories;
  Date from;
  std::optional<Date> until;

  bool operator==(const ServiceAbsence&) const = default;
};
// By DPID where the party states one that the table knows, else by name; empty when it is in
// neither.
std::vector<ServiceAbsence> absences_of(const catalogue::Party& service);
// False only where one of the absences says so.
bool operates(std::span<const ServiceAbsence> absences, TerritoryCode territory, Date date);

}  // namespace umikoe::rights
