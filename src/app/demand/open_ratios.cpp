#include "app/demand/open_ratios.h"

namespace umikoe::app {

demand::ForeignToHome open_ratios(const LoadedWorld& world, const RecordingDemand& demand) {
  demand::ForeignToHome ratios;
  rights::Question question;
  question.date = world.as_of();
  question.today = world.as_of();
  for (const auto& [cell, evidence] : demand.all()) {
    const auto& [isrc, territory] = cell;
    if (territory == home_territory()) continue;
    const auto foreign = evidence.reported ? evidence.reported : evidence.charted;
    const auto home = demand.home_streams(isrc);
    if (!foreign || !home) continue;
    question.territory = territory;
    if (rights::answer(world.file(isrc), question, world.parties()).answer !=
        rights::LinkState::open) {
      continue;
    }
    const RecordingCard* card = world.card(isrc);
    ratios.add(card ? card->artist : "", territory, *foreign, *home);
  }
  return ratios;
}

}  // namespace umikoe::app
