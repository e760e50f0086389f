#pragma once

#include <map>
#include <span>
#include <utility>
#include <vector>

#include "catalogue/recording_group.h"

namespace umikoe::catalogue {

// More recordings than this are no versions of one song but a slip of the pen, such as a label's
// name in the column of groups; nothing is joined or linked by it.
inline constexpr size_t group_size_max = 200;

// What the groups say of one recording, each list in order of ISRC.
struct GroupLinks {
  std::vector<Isrc> same_performance;
  std::vector<std::pair<Isrc, VersionKind>> versions;  // what each is; the others' kind
};

// The links of every recording that a group names. Recordings of the same performance meet through
// a third one too. Where a group calls one recording both the same and a version, it is taken as
// the version: what joins would open cells. Two versions of a group are versions of each other.
std::map<Isrc, GroupLinks> links_of(std::span<const GroupMember> members);

}  // namespace umikoe::catalogue
