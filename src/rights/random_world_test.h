#pragma once

#include <cstdint>
#include <random>
#include <vector>

#include "rights/answer.h"

namespace umikoe::rights::testing {

// A small world about one recording, drawn from a seed: several senders and recipients, 1 to 12
// statements per release, purges, exclusions, carve-outs, time zones, missing sources.
struct RandomWorld {
  Isrc isrc;
  std::optional<int64_t> length_ms;
  std::vector<Statement> statements;
  std::vector<Licence> licences;
  std::vector<Sighting> sightings;
  PartyDirectory parties;
  std::vector<catalogue::Party> everybody;
  Date today;
};
RandomWorld draw_world(uint64_t seed);

// A question about that world; days lie around its statements.
Question draw_question(const RandomWorld& world, std::mt19937_64& random);

}  // namespace umikoe::rights::testing
