#include <algorithm>
#include <cmath>

#include "app/csv.h"
#include "app/decisions_json.h"
#include "app/gap.h"
#include "app/json.h"
#include "app/why_documents.h"

namespace umikoe::app {
namespace {

Json streams(std::optional<double> value) { return whole_or_null(value); }

std::optional<double> low_of(const demand::Worth& worth) {
  return worth.interval ? std::optional(worth.interval->low) : std::nullopt;
}
std::optional<double> high_of(const demand::Worth& worth) {
  return worth.interval ? std::optional(worth.interval->high) : std::nullopt;
}

Json who_json(const rights::Who& who, const LoadedWorld& world) {
  const auto words = who_in_words(who, world);
  return {{"party", or_null(words.party)}, {"role", words.role}};
}

Json cell_json(const GapCell& gap, const LoadedWorld& world) {
  const RecordingCard* card = world.card(gap.cell.isrc);
  return {{"isrc", gap.cell.isrc.to_string()},
          {"title", card ? or_null(card->title) : Json(nullptr)},
          {"title_en", card ? or_null(card->title_en) : Json(nullptr)},
          {"artist", card ? or_null(card->artist) : Json(nullptr)},
          {"artist_en", card ? or_null(card->artist_en) : Json(nullptr)},
          {"territory", std::string(gap.cell.territory.code())},
          {"reason", std::string(word(gap.cell.reason))},
          {"who", who_json(gap.cell.who, world)},
          {"worth", streams(gap.worth.expected)},
          {"worth_kind", or_null(std::string(word(gap.worth.kind)))},
          {"worth_max", streams(gap.worth.most)},
          {"worth_low", streams(low_of(gap.worth))},
          {"worth_high", streams(high_of(gap.worth))},
          {"worth_yen", whole_or_null(gap.worth.yen)}};
}

Json total_json(const GapTotal& total) {
  const int64_t with_estimate = total.closed - total.worth_unknown;
  return {{"open", total.open},
          {"closed", total.closed},
          {"unknown", total.unknown},
          {"heard_without_permission", total.heard_without_permission},
          {"held_back", total.held_back},
          {"not_understood", total.not_understood},
          {"worth_unknown", total.worth_unknown},
          {"worth", with_estimate > 0 ? streams(total.worth) : Json(nullptr)}};
}

template <class Map>
Json list_json(const Map& totals, const char* key) {
  Json list = Json::array();
  for (const auto& [name, total] : totals) {
    Json entry;
    if constexpr (requires { name.code(); }) {
      entry[key] = std::string(name.code());
    } else {
      entry[key] = name;
    }
    entry.update(total_json(total));
    list.push_back(std::move(entry));
  }
  return list;
}

Json held_back_totals(const HeldBackTotal& total) {
  Json kinds = Json::object();
  for (const auto& [kind, count] : total.by_kind) kinds[kind] = count;
  return {
      {"cells", total.cells},
      {"recordings", total.recordings},
      {"by_kind", std::move(kinds)},
      {"next_review", total.next_review ? Json(total.next_review->to_string()) : Json(nullptr)}};
}

// Who can decide how much, the most cells first.
Json decisions_by_role(const GapReport& report) {
  std::map<std::string, std::pair<int64_t, int64_t>> roles;
  for (const Decision& decision : report.decisions) {
    if (decision.ask) continue;
    auto& [count, cells] = roles[std::string(word(decision.who.role))];
    ++count;
    cells += decision.cells;
  }
  std::vector<std::pair<std::string, std::pair<int64_t, int64_t>>> sorted(roles.begin(),
                                                                          roles.end());
  std::ranges::stable_sort(
      sorted, [](const auto& a, const auto& b) { return a.second.second > b.second.second; });
  Json list = Json::array();
  for (const auto& [role, total] : sorted) {
    list.push_back({{"role", role}, {"decisions", total.first}, {"cells", total.second}});
  }
  return list;
}

Json totals_json(const GapReport& report) {
  Json kinds;
  for (const char* kind : {"observed", "bounded", "scaled"}) {
    const auto at = report.worth_by_kind.find(kind);
    kinds[kind] = at == report.worth_by_kind.end() ? Json(nullptr) : streams(at->second);
  }
  return {{"gaps", report.gaps},
          {"cells", total_json(report.all)},
          {"worth_by_kind", kinds},
          {"recordings",
           {{"total", report.recordings},
            {"open_everywhere", report.recordings_open_everywhere},
            {"closed_somewhere", report.recordings_closed_somewhere},
            {"closed_everywhere", report.recordings_closed_everywhere},
            {"unknown_somewhere", report.recordings_unknown_somewhere}}},
          {"markets",
           {{"total", report.by_territory.size()},
            {"source", report.markets_source},
            {"verified_on", report.markets_verified_on}}},
          {"weighted_by_home_streams",
           {{"open", streams(report.home_streams_open)},
            {"closed", streams(report.home_streams_closed)},
            {"unknown", streams(report.home_streams_unknown)}}},
          {"by_territory", list_json(report.by_territory, "territory")},
          {"by_reason", list_json(report.by_reason, "reason")},
          {"by_role", list_json(report.by_role, "role")},
          {"decisions_by_role", decisions_by_role(report)},
          {"own_this_week", {{"cells", report.own.cells}, {"recordings", report.own.recordings}}},
          {"held_back", held_back_totals(report.held_back)}};
}

std::string number(std::optional<double> value) {
  return value ? std::to_string(std::llround(*value)) : std::string();
}

}  // namespace

std::string gap_json(const GapReport& report, const LoadedWorld& world) {
  Json cells = Json::array();
  for (const auto& cell : report.cells) cells.push_back(cell_json(cell, world));
  Json decisions = Json::array();
  Json asks = Json::array();
  for (const Decision& decision : report.decisions) {
    (decision.ask ? asks : decisions).push_back(decision_json(decision, world));
  }
  return dump({{"as_of", report.as_of.to_string()},
               {"cells", std::move(cells)},
               {"decisions", std::move(decisions)},
               {"asks", std::move(asks)},
               {"totals", totals_json(report)}});
}

std::string gap_csv(const GapReport& report, const LoadedWorld& world) {
  std::string out =
      "isrc,title,artist,territory,reason,who,role,worth_streams_28d,worth_kind,worth_max,worth_"
      "low,"
      "worth_high\r\n";
  for (const GapCell& gap : report.cells) {
    const RecordingCard* card = world.card(gap.cell.isrc);
    const auto who = who_in_words(gap.cell.who, world);
    const std::string cells[] = {gap.cell.isrc.to_string(),
                                 card ? card->title : "",
                                 card ? card->artist : "",
                                 std::string(gap.cell.territory.code()),
                                 std::string(word(gap.cell.reason)),
                                 who.party,
                                 who.role,
                                 number(gap.worth.expected),
                                 std::string(word(gap.worth.kind)),
                                 number(gap.worth.most),
                                 number(low_of(gap.worth)),
                                 number(high_of(gap.worth))};
    out += csv_row(cells);
  }
  return out;
}

}  // namespace umikoe::app
