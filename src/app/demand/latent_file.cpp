#include "app/demand/latent_file.h"

#include <fmt/format.h>

#include <array>
#include <cmath>
#include <map>
#include <set>

#include "app/csv.h"
#include "app/file_reading.h"
#include "app/json.h"
#include "app/number_words.h"
#include "app/recording_demand.h"
#include "base/unicode_text.h"
#include "formats/charts/presence_table.h"

namespace umikoe::app {
namespace {

using messages::Language;
using messages::text;

constexpr size_t territories_for_people = 5;
constexpr double least_plays = 1000;  // reported in 28 days: fewer may be anybody's

double shown(double score) { return std::round(score * 1e6) / 1e6; }

}  // namespace

Result<LatentAnswer> latent_file(const FileSource& files, const std::string& path) {
  UMIKOE_TRY(const auto source, bytes_of(files, path));
  auto rows = formats::charts::read_presence(source);
  if (!rows) {
    Error error = std::move(rows).error();
    error.where.file = path;
    return std::unexpected(std::move(error));
  }
  LatentAnswer answer{.shipped = false, .presence = demand::presence_of(*rows), .ranked = {}};
  const demand::LatentModel model(answer.presence);
  std::map<std::vector<uint32_t>, std::vector<demand::LatentTerritory>> asked;
  for (const auto& row : answer.presence.rows) {
    const auto [at, fresh] = asked.try_emplace(row.territories);
    if (fresh) at->second = model.rank(row.territories);
    answer.ranked.push_back(at->second);
  }
  return answer;
}

Result<LatentAnswer> latent_world(const LoadedWorld& world) {
  UMIKOE_TRY(const RecordingDemand demand, RecordingDemand::of(world));
  std::map<std::string, std::set<std::string>> seen;
  for (const auto& [cell, evidence] : demand.all()) {
    const RecordingCard* card = world.card(cell.first);
    if (card == nullptr || card->artist.empty()) continue;
    std::set<std::string>& territories = seen[card->artist];
    if (evidence.ever_charted || evidence.reported.value_or(0) >= least_plays) {
      territories.emplace(cell.second.code());
    }
  }
  const demand::LatentModel& model = demand::LatentModel::shipped();
  LatentAnswer answer{.shipped = true, .presence = {}, .ranked = {}};
  const auto known = model.territories();
  answer.presence.territories.assign(known.begin(), known.end());
  for (const auto& [artist, territories] : seen) {
    demand::Presence::Row row{.artist = artist, .territories = {}};
    for (uint32_t t = 0; t < known.size(); ++t) {
      if (territories.contains(known[t])) row.territories.push_back(t);
    }
    answer.ranked.push_back(model.rank(row.territories));
    answer.presence.rows.push_back(std::move(row));
  }
  return answer;
}

std::string latent_json(const LatentAnswer& answer) {
  std::string out;
  for (size_t i = 0; i < answer.ranked.size(); ++i) {
    Json ranked = Json::array();
    for (const auto& territory : answer.ranked[i]) {
      ranked.push_back({{"territory", answer.presence.territories[territory.territory]},
                        {"score", shown(territory.score)}});
    }
    out += dump(Json{{"artist", answer.presence.rows[i].artist}, {"ranked", std::move(ranked)}}) +
           "\n";
  }
  return out;
}

std::string latent_csv(const LatentAnswer& answer) {
  std::string out = csv_row(std::array<std::string, 4>{"artist", "rank", "territory", "score"});
  for (size_t i = 0; i < answer.ranked.size(); ++i) {
    for (size_t rank = 0; rank < answer.ranked[i].size(); ++rank) {
      const auto& territory = answer.ranked[i][rank];
      out += csv_row(std::array<std::string, 4>{answer.presence.rows[i].artist,
                                                std::to_string(rank + 1),
                                                answer.presence.territories[territory.territory],
                                                fmt::format("{}", shown(territory.score))});
    }
  }
  return out;
}

std::string latent_text(const LatentAnswer& answer, const std::string& artist, Language language,
                        size_t rows) {
  const std::string wanted = folded_text(artist);
  const auto& words = answer.presence.territories;
  std::string out = text(language, answer.shipped ? "latent.head_shipped" : "latent.head",
                         {{"artists", grouped(std::ssize(answer.presence.rows))},
                          {"territories", grouped(std::ssize(words))}}) +
                    "\n";
  size_t printed = 0;
  for (size_t i = 0; i < answer.ranked.size(); ++i) {
    const auto& row = answer.presence.rows[i];
    if (!wanted.empty() && folded_text(row.artist).find(wanted) == std::string::npos) continue;
    if (printed++ == rows) {
      out += text(language, "link.more") + "\n";
      break;
    }
    std::string seen;
    for (const uint32_t t : row.territories) seen += (seen.empty() ? "" : " ") + words[t];
    if (seen.empty()) seen = text(language, "latent.nowhere");
    out += "\n" + text(language, "latent.artist", {{"artist", row.artist}, {"seen", seen}}) + "\n";
    for (size_t rank = 0; rank < std::min(territories_for_people, answer.ranked[i].size());
         ++rank) {
      const auto& territory = answer.ranked[i][rank];
      std::string why;
      for (const uint32_t t : territory.nearest) why += (why.empty() ? "" : " ") + words[t];
      out += "  " +
             text(language, "latent.row",
                  {{"territory", words[territory.territory]},
                   {"percent", fmt::format("{:5.1f}", territory.score * 100)},
                   {"why", why}}) +
             "\n";
    }
  }
  return out;
}

}  // namespace umikoe::app
