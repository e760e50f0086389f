#include "app/demand/exports.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <cmath>

#include "app/csv.h"
#include "app/json.h"
#include "app/number_words.h"
#include "app/recording_demand.h"
#include "base/unicode_text.h"

namespace umikoe::app {
namespace {

using demand::ExportMeasures;
using messages::Language;
using messages::text;

std::string artist_of(const LoadedWorld& world, const Isrc& isrc) {
  const RecordingCard* card = world.card(isrc);
  return card == nullptr ? std::string() : card->artist;
}

Json share_json(const std::optional<double>& share) {
  return share ? Json(std::round(*share * 1e4) / 1e4) : Json(nullptr);
}

std::string share_text(const std::optional<double>& share) {
  return share ? fmt::format("{:.1f} %", *share * 100) : "–";
}

std::string share_cell(const std::optional<double>& share) {
  return share ? fmt::format("{:.4f}", *share) : "";
}

const std::map<CurrencyCode, ExportMoney>& money_of(const ExportReport& report,
                                                    const std::string& artist) {
  static const std::map<CurrencyCode, ExportMoney> none;
  const auto at = report.money.find(artist);
  return at == report.money.end() ? none : at->second;
}

}  // namespace

Result<ExportReport> exports(const LoadedWorld& world, const std::string& artist) {
  const std::string wanted = folded_text(artist);
  const auto chosen = [&](const std::string& name) {
    return !name.empty() && folded_text(name).find(wanted) != std::string::npos;
  };
  std::vector<demand::ReportedPlays> plays;
  for (const UsageTotal& usage : world.usage()) {
    const std::string name = artist_of(world, usage.isrc);
    if (usage.period_end > world.as_of() || !chosen(name)) continue;
    plays.push_back(
        {name, usage.territory, usage.period_start, usage.paid_units + usage.user_generated_units});
  }
  ExportReport report;
  for (const RevenueTotal& total : world.revenue()) {
    const std::string name = artist_of(world, total.isrc);
    if (total.usage_month > world.as_of() || !chosen(name)) continue;
    for (const std::string& key : {name, std::string()}) {
      ExportMoney& money = report.money[key][total.currency];
      if (!total.ours) {
        ++money.lines_without_share;
      } else {
        (total.territory == home_territory() ? money.home : money.abroad) += *total.ours;
      }
    }
  }
  report.measures = demand::export_measures(plays, home_territory());
  if (!artist.empty() && report.measures.size() == 1 && report.money.empty()) {
    return fail("demand_artist_unknown", {{"artist", artist}});
  }
  return report;
}

std::string exports_json(const ExportReport& report) {
  Json artists = Json::array();
  for (const ExportMeasures& m : report.measures) {
    Json territories = Json::array();
    for (const demand::QuartersThere& there : m.territories) {
      territories.push_back({{"territory", there.territory.code()},
                             {"plays", there.plays},
                             {"quarters_active", there.active},
                             {"quarters_reported", there.reported}});
    }
    Json money = Json::array();
    for (const auto& [currency, sums] : money_of(report, m.artist)) {
      money.push_back({{"currency", currency.view()},
                       {"home", sums.home.to_string()},
                       {"abroad", sums.abroad.to_string()},
                       {"lines_without_share", sums.lines_without_share}});
    }
    artists.push_back({{"artist", or_null(m.artist)},
                       {"plays_home", m.home},
                       {"plays_abroad", m.abroad},
                       {"export_share", share_json(m.export_share)},
                       {"top_share", share_json(m.top_share)},
                       {"top_three_share", share_json(m.top_three_share)},
                       {"gini", share_json(m.gini)},
                       {"continuity", share_json(m.continuity)},
                       {"revenue", std::move(money)},
                       {"territories", std::move(territories)}});
  }
  return dump(Json{{"artists", std::move(artists)}}) + "\n";
}

std::string exports_csv(const ExportReport& report) {
  std::string out = csv_row(std::array<std::string, 9>{"artist", "plays_home", "plays_abroad",
                                                       "territories", "export_share", "top_share",
                                                       "top_three_share", "gini", "continuity"});
  for (const ExportMeasures& m : report.measures) {
    out += csv_row(std::array<std::string, 9>{
        m.artist, std::to_string(m.home), std::to_string(m.abroad),
        std::to_string(m.territories.size()), share_cell(m.export_share), share_cell(m.top_share),
        share_cell(m.top_three_share), share_cell(m.gini), share_cell(m.continuity)});
  }
  return out;
}

std::string exports_text(const ExportReport& report, Language language, size_t rows) {
  std::string out = text(language, "exports.head") + "\n";
  for (size_t i = 0; i < std::min(rows + 1, report.measures.size()); ++i) {
    const ExportMeasures& m = report.measures[i];
    const std::string name = m.artist.empty() ? text(language, "exports.everybody") : m.artist;
    out += "\n" + name + "\n  " +
           text(language, "exports.plays",
                {{"home", grouped(m.home)},
                 {"abroad", grouped(m.abroad)},
                 {"share", share_text(m.export_share)},
                 {"territories", std::to_string(m.territories.size())}}) +
           "\n  " +
           text(language, "exports.spread",
                {{"top", share_text(m.top_share)},
                 {"three", share_text(m.top_three_share)},
                 {"gini", m.gini ? fmt::format("{:.2f}", *m.gini) : "–"},
                 {"continuity", share_text(m.continuity)}}) +
           "\n";
    for (const auto& [currency, sums] : money_of(report, m.artist)) {
      out += "  " +
             text(language, "exports.money",
                  {{"currency", std::string(currency.view())},
                   {"home", sums.home.to_string()},
                   {"abroad", sums.abroad.to_string()},
                   {"unknown", grouped(sums.lines_without_share)}}) +
             "\n";
    }
  }
  if (report.measures.size() > rows + 1) out += "\n" + text(language, "link.more") + "\n";
  return out;
}

}  // namespace umikoe::app
