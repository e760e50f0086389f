#include <array>

#include "formats/table/table_kinds.h"

namespace umikoe::formats::table {
namespace {

constexpr std::array columns = {Column{"isrc", true},
                                Column{"party"},
                                Column{"party_dpid"},
                                Column{"party_isni"},
                                Column{"party_id"},
                                Column{"grantor"},
                                Column{"grantor_dpid"},
                                Column{"grantor_isni"},
                                Column{"grantor_id"},
                                Column{"territories", true},
                                Column{"excluded_territories"},
                                Column{"start"},
                                Column{"end"},
                                Column{"uses"},
                                Column{"exclusive"},
                                Column{"document"}};

void note_dates(DeliveryCounts& counts, const std::optional<Date>& date) {
  if (!date) return;
  if (!counts.first_date || *date < *counts.first_date) counts.first_date = date;
  if (!counts.last_date || *date > *counts.last_date) counts.last_date = date;
}

void read_party(Cells& cells, rights::Licence& licence) {
  licence.party = cells.party("party");
  if (licence.party.keys().empty()) {
    if (licence.party.name.empty()) {
      cells.error("licence_without_party", "party");
    } else {
      // Parties never meet by name alone, so this licence will be nobody else's.
      cells.finding("party_without_id", "party");
    }
  }
  catalogue::Party grantor = cells.party("grantor");
  if (!grantor.name.empty() || !grantor.keys().empty()) licence.grantor = std::move(grantor);
}

void read_row(Cells& cells, TableContents& contents) {
  rights::Licence licence;
  licence.line = cells.line();
  licence.document = std::string(cells.text("document"));
  licence.isrc = cells.isrc("isrc").value_or(Isrc{});
  read_party(cells, licence);
  if (auto scope = cells.territories()) {
    const Date on = *Date::of(9999, 12, 31);
    for (const std::string& code : scope->codes) {
      if (code == "Worldwide" || code == "2136") continue;
      contents.counts.territories =
          contents.counts.territories | expand_territory(code, on).value_or(TerritorySet{});
    }
    licence.territory = std::move(*scope);
  }
  licence.start = cells.date("start");
  const auto last = cells.date("end");
  note_dates(contents.counts, licence.start);
  note_dates(contents.counts, last);
  if (licence.start && last && *last < *licence.start) {
    cells.error("licence_end_before_start", "end", {{"start", licence.start->to_string()}});
  }
  if (last) licence.end = last->plus(1);  // a table's last day is inclusive
  licence.uses = cells.uses("uses");
  licence.exclusive = cells.yes_or_no("exclusive").value_or(false);
  contents.licences.push_back(std::move(licence));
}

}  // namespace

const TableKind licences_kind{Format::table_licences, columns, read_row};

}  // namespace umikoe::formats::table
