#include <array>

#include "formats/table/table_kinds.h"

namespace umikoe::formats::table {
namespace {

using rights::Seen;

constexpr std::array columns = {Column{"service", true},
                                Column{"service_dpid"},
                                Column{"service_isni"},
                                Column{"service_id"},
                                Column{"isrc", true},
                                Column{"territory", true},
                                Column{"observed_on", true},
                                Column{"seen", true},
                                Column{"detail"},
                                Column{"method"}};

constexpr std::array<std::pair<std::string_view, Seen>, 3> seen_words = {
    {{"yes", Seen::yes}, {"no", Seen::no}, {"not_checked", Seen::not_checked}}};

void read_row(Cells& cells, TableContents& contents) {
  rights::Sighting sighting;
  cells.required("service");
  sighting.service = cells.party("service");
  sighting.isrc = cells.isrc("isrc").value_or(Isrc{});
  const auto territory = cells.territory("territory");
  if (territory) {
    sighting.territory = *territory;
    contents.counts.territories.insert(*territory);
  }
  cells.required("observed_on");
  if (const auto date = cells.date("observed_on")) {
    sighting.observed_from = *date;
    sighting.observed_on = *date;
    DeliveryCounts& counts = contents.counts;
    if (!counts.first_date || *date < *counts.first_date) counts.first_date = date;
    if (!counts.last_date || *date > *counts.last_date) counts.last_date = date;
  }
  cells.required("seen");
  sighting.seen = cells.word("seen", seen_words).value_or(Seen::not_checked);
  sighting.detail = std::string(cells.text("detail"));
  sighting.method = std::string(cells.text("method"));
  contents.sightings.push_back(std::move(sighting));
}

}  // namespace

const TableKind sightings_kind{Format::table_sightings, columns, read_row};

}  // namespace umikoe::formats::table
