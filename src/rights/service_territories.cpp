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
    // The 52 places that Apple Music was opened to on one day, its 115 earlier ones are not listed.
    ServiceAbsenceRow{
        "Apple Music", "",
        "AO BA BJ BS BT CD CG CI CM DZ GA GE GY HR IQ IS JM KW "
        "LC LR LY MA ME MG MK ML MM MR MS MV MW MZ NA QA RS RW "
        "SB SC SL SN SR TC TD TN TO TZ UY VC VU XK YE ZM",
        "2015-06-30", "2020-04-21",
        "Apple's announcement of 2020-04-21 that Apple Music opens in 52 more countries "
        "(Billboard and Music Week of that day, with the list)",
        "2026-11-28"},
    // Macao is not named there and may go with Hong Kong, so nothing is said of it.
    ServiceAbsenceRow{
        "KKBOX", "", "-HK JP MO MY SG TH TW", "2016-01-01", "",
        "Business Next (Taipei), \"KKBOX\", 2016: founded in Taiwan, operates in Japan, "
        "Hong Kong, Singapore, Malaysia and Thailand",
        "2026-11-28"},
    ServiceAbsenceRow{
        "TikTok Music", "", "-AU BR ID MX SG", "2023-07-01", "2024-11-29",
        "Engadget, \"TikTok Music is on its way out\", 2024-09-24: Indonesia and Brazil "
        "since July 2023, then Australia, Mexico and Singapore",
        "2026-11-28"},
    ServiceAbsenceRow{
        "TikTok Music", "", "-", "2024-11-29", "",
        "TikTok Music's notice of 2024-09-24 that it closes on 2024-11-28 (Engadget of "
        "that day)",
        "2026-11-28"},
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
