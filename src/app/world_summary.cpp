#include "app/world_summary.h"

#include <fmt/format.h>

#include <algorithm>

#include "app/first_minutes.h"
#include "demand/worth.h"

namespace umikoe::app {
namespace {

// Three digits, as maps name countries; empty where ISO 3166-1 has none.
std::string numeric(TerritoryCode territory) {
  return territory.iso_numeric() == 0 ? "" : fmt::format("{:03}", territory.iso_numeric());
}

}  // namespace

Result<std::vector<TerritoryCode>> first_markets(const LoadedWorld& world,
                                                 const std::string& written) {
  if (written.empty()) return std::vector<TerritoryCode>{};
  SelectionWords words;
  words.territory = written;
  UMIKOE_TRY(auto selection, select(world, words));
  return std::move(selection.territories);
}

std::string world_json(const LoadedWorld& world, std::vector<TerritoryCode> markets) {
  const auto is_video = [](const auto& entry) {
    return entry.second.kind == catalogue::RecordingKind::video;
  };
  const auto videos = std::ranges::count_if(world.recordings(), is_video);
  const WorldInfo& info = world.info();
  return dump(
      {{"as_of", world.as_of().to_string()},
       {"demo", info.demo},
       {"generation", info.generation},
       {"recordings", static_cast<int64_t>(world.recordings().size()) - videos},
       {"videos", videos},
       {"markets", demand::markets().territories.size()},
       {"organisation", info.organisation.name},
       {"schema_version", info.schema_version},
       {"first_sentence", first_minutes_json(first_minutes(world, std::move(markets)), world)}});
}

std::string world_text(const LoadedWorld& world, messages::Language language,
                       std::vector<TerritoryCode> markets) {
  return first_minutes_text(first_minutes(world, std::move(markets)), world, language);
}

std::string territories_json() {
  const auto markets = demand::markets().territories;
  Json list = Json::array();
  for (int i = 0; i < territory_count(); ++i) {
    const TerritoryCode territory{static_cast<uint8_t>(i)};
    list.push_back({{"code", std::string(territory.code())},
                    {"numeric", numeric(territory)},
                    {"name_en", std::string(territory.name_en())},
                    {"name_ja", std::string(territory.name_ja())},
                    {"region", std::string(territory.region())},
                    {"subregion", std::string(territory.subregion())},
                    {"market", std::ranges::find(markets, territory) != markets.end()}});
  }
  return dump({{"territories", std::move(list)}});
}

}  // namespace umikoe::app
