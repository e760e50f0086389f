#pragma once

#include <cstdint>
#include <vector>

#include "base/rng.h"
#include "rights/answer.h"

namespace umikoe::bench {

// One release of a made-up national catalogue, as documents on file: statements to one to three
// services (1 to 12 in all; most restate, one in twenty changes something), licences under its
// label's contracts, and for a third of them what a service's list showed.
struct MadeRelease {
  std::vector<umikoe::rights::Statement> statements;
  std::vector<umikoe::rights::Licence> licences;
  std::vector<umikoe::rights::Sighting> sightings;
  uint32_t tracks = 1;
  bool last_is_album_only = false;  // no deal of its own: it opens nowhere
  uint32_t artist = 0;
};

// The made-up nation: labels with their territory policies, contracts, distributors and services.
// A release is a function of the seed and its number alone.
class NationWorld {
 public:
  explicit NationWorld(uint64_t seed);

  MadeRelease release(uint64_t number) const;
  // The file of its tracks, or of the one that only the album has. Points into the release.
  umikoe::rights::RecordingFile file(const MadeRelease& release, bool album_only) const;
  // One more message: the release now goes by another of its label's policies.
  void restate(MadeRelease& release) const;

  const umikoe::rights::PartyDirectory& parties() const { return parties_; }
  umikoe::Date today() const { return today_; }
  static constexpr uint32_t artists = 60'000;

 private:
  struct Label {
    umikoe::catalogue::Party party;
    umikoe::catalogue::Party distributor;
    std::vector<umikoe::TerritorySet> policies;
    std::vector<umikoe::TerritorySet> contracts;
    std::vector<umikoe::Date> bulk_days;  // when its older catalogue went out
  };
  umikoe::rights::Statement statement(const Label& label, const umikoe::catalogue::Party& service,
                                      uint64_t number, umikoe::Instant created) const;
  void add_deals(umikoe::rights::Statement& statement, const umikoe::TerritorySet& granted,
                 umikoe::Date start) const;
  void add_statements(MadeRelease& release, const Label& label, uint64_t number,
                      umikoe::Rng& rng) const;
  void add_licences(MadeRelease& release, const Label& label, size_t label_number,
                    umikoe::Rng& rng) const;
  void add_sightings(MadeRelease& release, umikoe::Rng& rng) const;

  uint64_t seed_;
  umikoe::Date today_;
  umikoe::rights::PartyDirectory parties_;
  std::vector<Label> labels_;
  std::vector<umikoe::catalogue::Party> services_;
  std::vector<umikoe::TerritorySet> lists_;  // what the services' lists show as playable
};

}  // namespace umikoe::bench
