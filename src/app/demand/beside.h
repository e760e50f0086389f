#pragma once

#include <string>

#include "app/loaded_world.h"
#include "demand/repertoire_places.h"
#include "messages/messages.h"

namespace umikoe::app {

// Other repertoires beside one's own: only for those who ask, and without the name of any artist.
// "charts": places of the last 28 days on the world's charts abroad by where recordings were
// registered; "reference": published figures about J-pop, K-pop and exports. Error: beside_unknown.
struct Beside {
  bool charts = false;  // else the reference
  std::vector<demand::RepertoirePlaces> places;
};
Result<Beside> beside(const LoadedWorld& world, const std::string& word);

std::string beside_json(const Beside& beside);
std::string beside_csv(const Beside& beside);
std::string beside_text(const Beside& beside, messages::Language language);

}  // namespace umikoe::app
