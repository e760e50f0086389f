#pragma once

#include <array>
#include <optional>
#include <string_view>
#include <vector>

#include "catalogue/recording_group.h"
#include "rights/delivered.h"
#include "rights/held.h"
#include "rights/live.h"

namespace umikoe::rights {

struct RecordingFile;

// A recording of another performance or form, linked so that it can be named.
struct LinkedVersion {
  const RecordingFile* file = nullptr;
  catalogue::VersionKind kind = catalogue::VersionKind::edit;
};

// Everything on file about one recording. Threads point at statements owned elsewhere.
struct RecordingFile {
  Isrc isrc;
  std::optional<int64_t> length_ms;
  std::vector<Thread> threads;
  std::vector<Licence> licences;
  std::vector<Sighting> sightings;
  // The other recordings of the same performance, and its versions; owned elsewhere, by ISRC.
  std::vector<const RecordingFile*> members = {};
  std::vector<LinkedVersion> versions = {};
};

// Can this recording be heard there, that day, in that way, by anyone?
struct Question {
  TerritoryCode territory;
  Date date;
  Date today;  // the world's as-of day: sightings of later days do not exist
  Use use = Use::on_demand_stream;
  ModelSet models = every_model;
  std::vector<PartyRef> services;  // empty: any service
  std::optional<PartyRef> as;      // empty: anyone
};

enum class WhoRole : uint8_t {
  unknown,
  own_decision,
  distributor,
  service,
  licensee,
  rights_holder,
  agency,
  committee
};
std::string_view word(WhoRole role);
std::optional<WhoRole> parse_who_role(std::string_view word);

// Who can change a link. Several parties only where two licences are in conflict.
struct Who {
  std::vector<PartyRef> parties;
  WhoRole role = WhoRole::unknown;

  bool operator==(const Who&) const = default;
};

// One link as a person sees it.
struct Link {
  LinkKind kind = LinkKind::held;
  LinkState state = LinkState::unknown;
  Reason reason = Reason::none;
  // Which right, or why no service shows it; a word of a closed list, empty where none applies.
  std::string_view detail = {};
};

// A link that is still closed or unknown, and who can mend or confirm it.
struct Way {
  Link link;
  Who who;
};

struct Answer {
  LinkState answer = LinkState::unknown;
  Reason reason = Reason::none;          // of the first closed link
  std::string_view detail = {};          // of the link that decides
  std::optional<Isrc> through = {};      // open by this member of its group; the chain is its own
  LinkState heard = LinkState::unknown;  // open: yes, closed: no
  std::optional<Way> ask;                // when unknown: whom to ask about which link
  Who who;                               // when closed: who can change the first closed link
  std::vector<Way> ways;                 // every link closed or unknown, when not open
  HeldVerdict held;
  std::array<Link, 3> chain;  // held, delivered, live
  std::vector<ServiceVerdict> delivered;
  LiveVerdict live;

  // Plays although an earlier link is closed: a question to a person, never a gap.
  bool heard_without_permission() const;
};

// The record evaluator: reads the documents themselves. The file must outlive the answer. A cell
// that the recording itself does not open is open through the first member of its group that does.
Answer answer(const RecordingFile& file, const Question& question, const PartyDirectory& parties);

// The linked versions that are open in the same cell: said, never counted.
std::vector<LinkedVersion> open_versions(const RecordingFile& file, const Question& question,
                                         const PartyDirectory& parties);

}  // namespace umikoe::rights
