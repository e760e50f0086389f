#include "app/demand/beside.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <cmath>

#include "app/csv.h"
#include "app/json.h"
#include "app/number_words.h"
#include "app/recording_demand.h"
#include "demand/market_reference.h"

namespace umikoe::app {
namespace {

using demand::MarketFigure;
using demand::RepertoirePlaces;
using messages::Language;
using messages::text;

constexpr size_t origins_shown = 5;  // of one territory, in text

// Published figures that set repertoires side by side.
bool compares(const MarketFigure& figure) {
  constexpr std::array<std::string_view, 4> keys = {"streaming_repertoire_", "jpop_share_",
                                                    "kpop_youtube_foreign", "luminate_export_rank"};
  return std::ranges::any_of(keys,
                             [&](std::string_view key) { return figure.key.starts_with(key); });
}

std::string code_of(const std::optional<TerritoryCode>& territory) {
  return std::string(territory ? territory->code() : "");
}

// The origin with most places first; as many are in order of their codes.
std::vector<std::pair<TerritoryCode, int64_t>> ranked(const RepertoirePlaces& places) {
  std::vector<std::pair<TerritoryCode, int64_t>> out(places.by_origin.begin(),
                                                     places.by_origin.end());
  std::ranges::stable_sort(out, [](const auto& a, const auto& b) { return a.second > b.second; });
  return out;
}

double share_of(const RepertoirePlaces& places, int64_t days) {
  return std::round(places.share(days).value_or(0) * 1e4) / 1e4;
}

std::string percentage(const RepertoirePlaces& places, int64_t days) {
  return fmt::format("{:.1f} %", places.share(days).value_or(0) * 100);
}

}  // namespace

Result<Beside> beside(const LoadedWorld& world, const std::string& word) {
  if (word == "reference") return Beside{};
  if (word != "charts") return fail("beside_unknown", {{"word", word}});
  UMIKOE_TRY(const RecordingDemand demand, RecordingDemand::of(world));
  std::vector<demand::HeldPlace> held;
  for (const ChartSummary& chart : world.charts()) {
    if (chart.artist.empty() && chart.title.empty()) continue;
    held.push_back({chart.territory, demand.recording_of(chart), chart.days_28d});
  }
  return Beside{.charts = true, .places = demand::repertoire_places(held, home_territory())};
}

std::string beside_json(const Beside& beside) {
  Json rows = Json::array();
  for (const RepertoirePlaces& places : beside.places) {
    Json origins = Json::array();
    for (const auto& [origin, days] : ranked(places)) {
      origins.push_back({{"registered_in", origin.code()},
                         {"place_days", days},
                         {"share", share_of(places, days)}});
    }
    rows.push_back({{"territory", or_null(code_of(places.territory))},
                    {"place_days", places.days},
                    {"unknown_place_days", places.unknown},
                    {"origins", std::move(origins)}});
  }
  if (beside.charts)
    return dump(Json{{"beside", "charts"}, {"places_28d", std::move(rows)}}) + "\n";
  Json figures = Json::array();
  for (const MarketFigure& figure : demand::market_reference()) {
    if (!compares(figure)) continue;
    figures.push_back({{"key", figure.key},
                       {"territory", or_null(code_of(figure.territory))},
                       {"year", or_null(std::string(figure.year))},
                       {"value", figure.value},
                       {"unit", figure.unit},
                       {"name_en", figure.name_en},
                       {"name_ja", figure.name_ja},
                       {"source", figure.source}});
  }
  return dump(Json{{"beside", "reference"}, {"figures", std::move(figures)}}) + "\n";
}

std::string beside_csv(const Beside& beside) {
  using Row = std::array<std::string, 4>;
  if (!beside.charts) {
    std::string out = csv_row(Row{"key", "value", "unit", "source"});
    for (const MarketFigure& figure : demand::market_reference()) {
      if (!compares(figure)) continue;
      out += csv_row(Row{std::string(figure.key), std::string(figure.value),
                         std::string(figure.unit), std::string(figure.source)});
    }
    return out;
  }
  std::string out = csv_row(Row{"territory", "registered_in", "place_days", "share"});
  for (const RepertoirePlaces& places : beside.places) {
    const auto row = [&](const std::string& origin, int64_t days) {
      out += csv_row(Row{code_of(places.territory), origin, std::to_string(days),
                         fmt::format("{:.4f}", share_of(places, days))});
    };
    for (const auto& [origin, days] : ranked(places)) row(std::string(origin.code()), days);
    if (places.unknown > 0) row("unknown", places.unknown);
  }
  return out;
}

std::string beside_text(const Beside& beside, Language language) {
  const bool japanese = language == Language::ja;
  std::string out = text(language, beside.charts ? "beside.charts" : "reference.head") + "\n\n";
  if (!beside.charts) {
    for (const MarketFigure& figure : demand::market_reference()) {
      if (!compares(figure)) continue;
      out += fitted(std::string(figure.year), 6) +
             fitted(std::string(figure.value) + " " + std::string(figure.unit), 10) +
             std::string(japanese ? figure.name_ja : figure.name_en) + " (" +
             std::string(figure.source) + ")\n";
    }
    return out;
  }
  for (const RepertoirePlaces& places : beside.places) {
    const std::string name =
        !places.territory
            ? text(language, "beside.abroad")
            : std::string(japanese ? places.territory->name_ja() : places.territory->name_en());
    out += fitted(name, 24);
    if (places.days == 0) {
      out += text(language, "beside.none") + "\n";
      continue;
    }
    const auto origins = ranked(places);
    for (size_t i = 0; i < std::min(origins.size(), origins_shown); ++i) {
      out +=
          std::string(origins[i].first.code()) + " " + percentage(places, origins[i].second) + "  ";
    }
    out += text(language, "beside.unknown", {{"share", percentage(places, places.unknown)}}) + "\n";
  }
  return out;
}

}  // namespace umikoe::app
