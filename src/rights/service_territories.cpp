#include "rights/service_territories.h"

#include <algorithm>
#include <array>

namespace umikoe::rights {
namespace {

// Only what the service itself or its trade's press states plainly. Dependent territories are left
// out where the lists of services do not name them (Puerto Rico, Guam, Réunion …).
constexpr std::array rows{
    // Sovereign states missing from Spotify's published list of markets.
    ServiceAbsenceRow{"Spotify", "PADPIDA2011072101T", "AF CF CN CU ER IR KP MM SD SO SS SY TM YE",
                      "2008-10-07", "", "Spotify, \"Where Spotify is available\" (support page)",
                      "2024-12-31"},
    ServiceAbsenceRow{"Spotify", "PADPIDA2011072101T", "RU", "2022-04-11", "",
                      "Spotify's statement of 2022-03-25 that it suspends its service in Russia",
                      "2026-11-21"},
    ServiceAbsenceRow{"LINE MUSIC", "", "-JP", "2022-08-01", "",
                      "Music Ally Japan, \"LINE MUSIC ends its service in Taiwan\", 2022: access "
                      "ended on 2022-07-31 and Japan alone remained",
                      "2026-11-21"},
    ServiceAbsenceRow{"Pandora", "", "-US AS GU MP PR UM VI", "2017-08-01", "",
                      "Pandora's notice to its listeners in Australia and New Zealand, 2017: the "
                      "service ended there on 2017-07-31 and only the United States remained",
                      "2026-11-21"},
};

char lower(char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c + 32) : c; }

bool same_name(std::string_view a, std::string_view b) {
  return std::ranges::equal(a, b, {}, lower, lower);
}

TerritorySet territories_of(std::string_view codes) {
  const bool all_but = codes.starts_with('-');
  if (all_but) codes.remove_prefix(1);
  TerritorySet named;
  for (; !codes.empty(); codes.remove_prefix(std::min<size_t>(3, codes.size()))) {
    named = named | expand_territory(codes.substr(0, 2), Date{}).value_or(TerritorySet{});
  }
  return all_but ? TerritorySet::all() - named : named;
}

}  // namespace

std::span<const ServiceAbsenceRow> service_absence_rows() { return rows; }

std::vector<ServiceAbsence> absences_of(const catalogue::Party& service) {
  const bool by_dpid =
      !service.dpid.empty() &&
      std::ranges::find(rows, service.dpid, &ServiceAbsenceRow::dpid) != rows.end();
  std::vector<ServiceAbsence> out;
  for (const ServiceAbsenceRow& row : rows) {
    if (by_dpid ? row.dpid != service.dpid : !same_name(row.service, service.name)) continue;
    out.push_back({territories_of(row.territories), Date::parse(row.from).value_or(Date{}),
                   Date::parse(row.until)});
  }
  return out;
}

bool operates(std::span<const ServiceAbsence> absences, TerritoryCode territory, Date date) {
  return std::ranges::none_of(absences, [&](const ServiceAbsence& absence) {
    return absence.territories.contains(territory) && date >= absence.from &&
           (!absence.until || date < *absence.until);
  });
}

}  // namespace umikoe::rights
