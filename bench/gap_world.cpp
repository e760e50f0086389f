#include "gap_world.h"

#include <algorithm>
#include <cmath>
#include <numeric>

namespace umikoe::bench {
namespace {

void add_releases(GapWorld& made, const NationWorld& world, uint64_t recordings) {
  constexpr auto use = rights::Use::on_demand_stream;
  for (uint64_t number = 0; made.profile_of.size() < recordings; ++number) {
    const MadeRelease release = world.release(number);
    made.releases += 1;
    made.statements += release.statements.size();
    const uint32_t usual = made.book->profile_of(world.file(release, false), use);
    made.files += 1;
    for (uint32_t i = 0; i < release.tracks && made.profile_of.size() < recordings; ++i) {
      uint32_t profile = usual;
      if (release.last_is_album_only && i + 1 == release.tracks) {
        profile = made.book->profile_of(world.file(release, true), use);
        made.files += 1;
      }
      made.profile_of.push_back(profile);
      made.artist_of.push_back(release.artist);
    }
  }
}

void put_in_order(GapWorld& made) {
  std::vector<uint32_t> order(made.profile_of.size());
  std::iota(order.begin(), order.end(), 0u);
  std::ranges::stable_sort(order, {}, [&](uint32_t r) { return made.profile_of[r]; });
  std::vector<uint32_t> artists(order.size());
  for (size_t i = 0; i < order.size(); ++i) artists[i] = made.artist_of[order[i]];
  made.artist_of = std::move(artists);
  std::ranges::sort(made.profile_of);
}

void add_worth(GapWorld& made, uint64_t worths, uint64_t seed) {
  Rng rng(seed + 99);
  const auto territories = static_cast<uint64_t>(territory_count());
  const double mean = static_cast<double>(worths) / static_cast<double>(made.profile_of.size());
  made.first_worth.reserve(made.profile_of.size() + 1);
  made.first_worth.push_back(0);
  made.territory_of.reserve(worths + worths / 20);
  made.worth.reserve(worths + worths / 20);
  for (size_t r = 0; r < made.profile_of.size(); ++r) {
    const double drawn = -mean * std::log(1 - rng.uniform());
    const auto count = std::min(static_cast<uint64_t>(drawn + 0.5), territories);
    // Each place once: a step that shares no factor with the number of territories (11 x 23).
    uint64_t place = rng.below(territories);
    uint64_t step = 1 + rng.below(territories - 1);
    while (std::gcd(step, territories) != 1) ++step;
    for (uint64_t k = 0; k < count; ++k) {
      made.territory_of.push_back(static_cast<uint8_t>(place));
      place = (place + step) % territories;
      const uint64_t kind = rng.below(10);
      const auto known = kind < 2   ? demand::WorthKind::observed
                         : kind < 3 ? demand::WorthKind::bounded
                                    : demand::WorthKind::scaled;
      const double streams = 20 * std::pow(1 - rng.uniform(), -0.8);
      made.worth.push_back(app::PackedWorth::of(known, streams).bits());
    }
    made.first_worth.push_back(made.worth.size());
  }
}

}  // namespace

GapWorld make_gap_world(const NationWorld& world, uint64_t recordings, uint64_t worths,
                        uint64_t seed) {
  GapWorld made;
  made.book = std::make_unique<rights::ProfileBook>(world.parties(), world.today(),
                                                    rights::usual_window(world.today()));
  made.profile_of.reserve(recordings);
  made.artist_of.reserve(recordings);
  add_releases(made, world, recordings);
  put_in_order(made);
  if (worths == 0) return made;
  made.groups = app::groups_of(made.book->tables().partitions);
  add_worth(made, worths, seed);
  return made;
}

}  // namespace umikoe::bench
