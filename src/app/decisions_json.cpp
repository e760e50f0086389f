#include "app/decisions_json.h"

#include <cmath>

#include "app/csv.h"
#include "app/gap.h"
#include "app/why_documents.h"

namespace umikoe::app {
namespace {

Json date_or_null(const std::optional<Date>& date) {
  return date ? Json(date->to_string()) : Json(nullptr);
}

// Contracts name their last day.
std::optional<Date> last_day(const std::optional<Date>& end) {
  return end ? std::optional(end->plus(-1)) : std::nullopt;
}

template <class Items, class Name>
std::string joined(const Items& items, Name name) {
  std::string out;
  for (const auto& item : items) out += (out.empty() ? "" : " ") + std::string(name(item));
  return out;
}

std::string number(std::optional<double> value) {
  return value ? std::to_string(std::llround(*value)) : std::string();
}

std::string day(const std::optional<Date>& date) { return date ? date->to_string() : ""; }

}  // namespace

Json whole_or_null(std::optional<double> value) {
  return value ? Json(static_cast<int64_t>(std::llround(*value))) : Json(nullptr);
}

Json worth_json(const WorthByKind& worth) {
  return {{"observed", whole_or_null(worth.observed)},
          {"bounded", whole_or_null(worth.bounded)},
          {"scaled", whole_or_null(worth.scaled)},
          {"unknown_cells", worth.unknown_cells},
          {"unit", "streams_28d"}};
}

Json decision_json(const Decision& decision, const LoadedWorld& world) {
  const auto who = who_in_words(decision.who, world);
  Json recordings = Json::array();
  for (const Isrc& isrc : decision.recordings) recordings.push_back(isrc.to_string());
  Json territories = Json::array();
  for (const auto territory : decision.territories) {
    territories.push_back(std::string(territory.code()));
  }
  return {{"id", decision.id},
          {"kind", decision.ask ? "ask" : "open"},
          {"party", or_null(who.party)},
          {"role", who.role},
          {"link", std::string(word(decision.link))},
          {"reason", or_null(std::string(word(decision.reason)))},
          {"detail", or_null(decision.detail)},
          {"document", or_null(decision.document)},
          {"document_until", date_or_null(last_day(decision.document_end))},
          {"recipient", or_null(party_name(decision.recipient, world))},
          {"cells", decision.cells},
          {"recordings", std::move(recordings)},
          {"territories", std::move(territories)},
          {"worth", worth_json(decision.worth)},
          {"cost_jpy", decision.cost_jpy ? Json(*decision.cost_jpy) : Json(nullptr)},
          {"next_expiry", date_or_null(last_day(decision.next_expiry))}};
}

std::string decisions_csv(const GapReport& report, const LoadedWorld& world) {
  std::string out =
      "id,kind,party,role,link,reason,detail,document,document_until,recipient,cells,recordings,"
      "markets,observed_streams_28d,bounded_streams_28d,scaled_streams_28d,cells_worth_unknown,"
      "cost_jpy,next_expiry,isrcs,territories\r\n";
  for (const Decision& decision : report.decisions) {
    const auto who = who_in_words(decision.who, world);
    const std::string cells[] = {
        decision.id,
        decision.ask ? "ask" : "open",
        who.party,
        who.role,
        std::string(word(decision.link)),
        std::string(word(decision.reason)),
        decision.detail,
        decision.document,
        day(last_day(decision.document_end)),
        party_name(decision.recipient, world),
        std::to_string(decision.cells),
        std::to_string(decision.recordings.size()),
        std::to_string(decision.territories.size()),
        number(decision.worth.observed),
        number(decision.worth.bounded),
        number(decision.worth.scaled),
        std::to_string(decision.worth.unknown_cells),
        decision.cost_jpy ? std::to_string(*decision.cost_jpy) : "",
        day(last_day(decision.next_expiry)),
        joined(decision.recordings, [](const Isrc& isrc) { return isrc.to_string(); }),
        joined(decision.territories, [](TerritoryCode t) { return t.code(); })};
    out += csv_row(cells);
  }
  return out;
}

}  // namespace umikoe::app
