#include "app/demand/open_ratios.h"

namespace umikoe::app {

demand::ForeignToHome open_ratios(const LoadedWorld& world, const RecordingDemand& demand) {
  rights::Question question;
  question.date = world.as_of();
  question.today = world.as_of();
  return open_ratios(world, demand, [&](const Isrc& isrc, TerritoryCode territory) {
    question.territory = territory;
    return rights::answer(world.file(isrc), question, world.parties()).answer ==
           rights::LinkState::open;
  });
}

demand::ForeignToHome open_ratios(const LoadedWorld& world, const RecordingDemand& demand,
                                  const IsOpen& is_open) {
  demand::ForeignToHome ratios;
  for (const auto& [cell, evidence] : demand.all()) {
    const auto& [isrc, territory] = cell;
    if (territory == home_territory()) continue;
    const auto foreign = evidence.reported ? evidence.reported : evidence.charted;
    const auto home = demand.home_streams(isrc);
    if (!foreign || !home) continue;
    if (!is_open(isrc, territory)) continue;
    const RecordingCard* card = world.card(isrc);
    ratios.add(card ? card->artist : "", territory, *foreign, *home);
  }
  ratios.sort();
  return ratios;
}

}  // namespace umikoe::app
