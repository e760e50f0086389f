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
                                Column{"seen"},
                                Column{"state"},
                                Column{"detail"},
                                Column{"method"}};

constexpr std::array<std::pair<std::string_view, Seen>, 3> seen_words = {
    {{"yes", Seen::yes}, {"no", Seen::no}, {"not_checked", Seen::not_checked}}};

// `state` is what a service's own list says; it decides `seen`, and may not contradict it.
void read_seen(Cells& cells, rights::Sighting& sighting) {
  const auto seen = cells.word("seen", seen_words);
  auto state = rights::SightingState::none;
  if (const auto written = cells.text("state"); !written.empty()) {
    state = rights::parse_sighting_state(written).value_or(rights::SightingState::none);
    if (state == rights::SightingState::none) {
      std::string allowed;
      for (int i = 1; i <= static_cast<int>(rights::SightingState::other_version); ++i) {
        allowed += (i == 1 ? "" : ", ") + std::string(word(static_cast<rights::SightingState>(i)));
      }
      cells.error("word_unknown", "state", {{"allowed", allowed}});
    } else if (seen && *seen != seen_in(state)) {
      cells.error("seen_contradicts_state", "seen", {{"state", std::string(written)}});
    }
  } else {
    cells.required("seen");
  }
  sighting.seen = state == rights::SightingState::none ? seen.value_or(Seen::not_checked)
                                                       : seen_in(state);
  sighting.detail = detail_of(state, cells.text("detail"));
}

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
  read_seen(cells, sighting);
  sighting.method = std::string(cells.text("method"));
  contents.sightings.push_back(std::move(sighting));
}

}  // namespace

const TableKind sightings_kind{Format::table_sightings, columns, read_row};

}  // namespace umikoe::formats::table
