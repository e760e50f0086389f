#include "app/plan/base_streams.h"

#include <algorithm>

#include "app/demand/open_ratios.h"
#include "app/world_readiness.h"

namespace umikoe::app {
namespace {

using localisation::Need;
using localisation::NeedState;
using rights::LinkState;

// What is missing of an open cell for the language most people there read.
void take_needs(const Cell& cell, const RecordingCard& card, const demand::Worth& worth,
                WorldReadiness& readiness, BaseStreams& out) {
  const localisation::Readiness& ready = readiness.of(cell.isrc, cell.territory);
  if (ready.language == "ja") return;
  LanguageNeeds* needs = nullptr;
  const auto of_language = [&]() -> LanguageNeeds& {
    if (!needs) needs = &out.needs[{card.artist, ready.language}];
    return *needs;
  };
  bool names = false;
  for (const localisation::ReadinessItem& item : ready.items) {
    if (item.state != NeedState::missing && item.state != NeedState::waiting) continue;
    if (item.need == Need::subtitles) {
      of_language().subtitles.insert(cell.isrc);
      of_language().territories.insert(cell.territory);
      of_language().subtitle_rows.emplace_back(cell.isrc, cell.territory);
    }
    names = names || item.need == Need::title_latin || item.need == Need::artist_latin;
    if (item.need == Need::artist_latin) of_language().artist_name = true;
  }
  if (!names || ready.understood) return;
  of_language().names.insert(cell.isrc);
  of_language().name_rows.emplace_back(cell.isrc, cell.territory);
  of_language().spots_of_names[{card.artist, cell.territory}].add(worth);
}

}  // namespace

void SpotSum::add(const demand::Worth& worth) {
  ++cells_;
  if (!worth.expected) {
    ++unknown_;
    return;
  }
  streams_ += *worth.expected;
  low_ += worth.interval ? worth.interval->low : *worth.expected / 3;
  high_ += worth.interval ? worth.interval->high : *worth.expected * 3;
  if (!worth.yen) return;
  yen_ += *worth.yen;
  yen_streams_ += *worth.expected;
}

plan::Spot SpotSum::spot(const ArtistPlace& place) const {
  plan::Spot out{place.first, place.second, streams_, low_, high_, {}, cells_ - unknown_};
  if (yen_streams_ > 0) out.yen_per_stream = yen_ / yen_streams_;
  return out;
}

Result<BaseStreams> base_streams(const LoadedWorld& world, const Selection& selection) {
  std::vector<TerritoryCode> abroad = selection.territories;
  std::erase(abroad, home_territory());
  UMIKOE_TRY(const RecordingDemand demand, RecordingDemand::of(world));
  const demand::ForeignToHome ratios = open_ratios(world, demand);
  WorldReadiness readiness(world);
  DecisionTable decisions(world);
  BaseStreams out;
  for (const Cell& cell : judge_cells(world, selection.recordings, abroad, selection.question)) {
    const RecordingCard* card = world.card(cell.isrc);
    if (!card) continue;
    const bool open = cell.answer == LinkState::open;
    if (!open && !cell.is_gap()) continue;
    const demand::Worth worth = demand.worth(cell.isrc, cell.territory, ratios);
    if (open) {
      out.open[{card->artist, cell.territory}].add(worth);
      take_needs(cell, *card, worth, readiness, out);
      continue;
    }
    decisions.add(cell, worth);
    out.gap_worth[{cell.isrc, cell.territory}] = {out.gaps.size(), worth};
    out.gaps.push_back(cell);
  }
  out.decisions = decisions.decisions();
  return out;
}

}  // namespace umikoe::app
