#include <algorithm>
#include <array>

#include "formats/table/table_kinds.h"
#include "rights/list_row.h"

namespace umikoe::formats::table {
namespace {

constexpr std::array columns = {Column{"isrc", true},
                                Column{"service", true},
                                Column{"service_dpid"},
                                Column{"service_isni"},
                                Column{"service_id"},
                                Column{"territories", true},
                                Column{"excluded_territories"},
                                Column{"party", true},
                                Column{"party_dpid"},
                                Column{"party_isni"},
                                Column{"party_id"},
                                Column{"recipient"},
                                Column{"recipient_dpid"},
                                Column{"recipient_isni"},
                                Column{"recipient_id"},
                                Column{"observed_on", true},
                                Column{"start"},
                                Column{"end"},
                                Column{"uses"},
                                Column{"state"}};

enum class State { delivered, not_delivered, taken_down };
constexpr std::array<std::pair<std::string_view, State>, 3> states = {
    {{"delivered", State::delivered},
     {"not_delivered", State::not_delivered},
     {"taken_down", State::taken_down}}};

rights::Deal deal_of(Cells& cells, const catalogue::Party& service) {
  rights::Deal deal;
  deal.release_references = {"R1"};
  deal.channels = {service};
  deal.models = rights::every_model;
  deal.uses = cells.uses("uses");
  deal.territory = cells.territories();
  deal.line = cells.line();
  const auto start = cells.date("start");
  const auto last = cells.date("end");
  if (start && last && *last < *start) {
    cells.error("licence_end_before_start", "end", {{"start", start->to_string()}});
  }
  rights::ValidityPeriod period;
  if (start) period.start = WrittenTime::at_local_midnight(*start);
  if (last) period.end = WrittenTime::at_local_midnight(last->plus(1));
  if (start || last) deal.periods = {period};
  return deal;
}

// Whose list it is needs no table of parties: the list is the label's own at its distributor.
void declare(std::vector<catalogue::DeclaredParty>& parties, const catalogue::Party& party,
             catalogue::PartyRole role) {
  const catalogue::DeclaredParty declared{party, role};
  if (std::ranges::find(parties, declared) == parties.end()) parties.push_back(declared);
}

void note(DeliveryCounts& counts, const rights::Deal& deal, Date day) {
  ++counts.deals;
  if (!counts.first_date || day < *counts.first_date) counts.first_date = day;
  if (!counts.last_date || day > *counts.last_date) counts.last_date = day;
  if (!deal.territory) return;
  for (const std::string& code : deal.territory->codes) {
    if (code == "Worldwide" || code == "2136") continue;
    counts.territories = counts.territories | expand_territory(code, day).value_or(TerritorySet{});
  }
}

// Every row is a statement of its own, replaced by a later list's row about the same recording and
// service: a list of some recordings says nothing about the others.
void read_row(Cells& cells, TableContents& contents) {
  rights::Statement statement;
  const auto isrc = cells.isrc("isrc");
  cells.required("service");
  cells.required("party");
  cells.required("observed_on");
  const catalogue::Party service = cells.party("service");
  statement.sender = cells.party("party");
  catalogue::Party recipient = cells.party("recipient");
  if (recipient.name.empty() && recipient.keys().empty()) recipient = service;
  statement.recipients = {recipient};
  const Date day = cells.date("observed_on").value_or(Date{});
  statement.created = Instant{int64_t{day.days} * seconds_per_day};
  rights::Deal deal = deal_of(cells, service);
  const State state = cells.word("state", states).value_or(State::delivered);
  if (!isrc) return;
  const std::string key =
      std::string(rights::list_row_key) + isrc->to_string() + ":" + service.label();
  statement.message_id = key;
  statement.main_release.proprietary = {key};
  statement.releases.push_back({.reference = "R1",
                                .kind = catalogue::ReleaseKind::track,
                                .assets = {{*isrc, "A1", false, std::nullopt}}});
  note(contents.counts, deal, day);
  // What was never delivered is still said of this service: a deal nowhere.
  if (state == State::not_delivered) deal.territory = rights::TerritoryScope{};
  deal.is_takedown = state == State::taken_down;
  statement.deals.push_back(std::move(deal));
  declare(contents.parties, statement.sender, catalogue::PartyRole::own);
  if (recipient != service) {
    declare(contents.parties, recipient, catalogue::PartyRole::distributor);
  }
  declare(contents.parties, service, catalogue::PartyRole::service);
  contents.statements.push_back(std::move(statement));
}

}  // namespace

const TableKind deliveries_kind{Format::table_deliveries, columns, read_row};

}  // namespace umikoe::formats::table
