#include "catalogue/group_links.h"

#include <algorithm>
#include <set>

namespace umikoe::catalogue {
namespace {

// One group: what each of its recordings is.
using Group = std::map<Isrc, VersionKind>;

std::map<std::string, Group> groups_of(std::span<const GroupMember> members) {
  std::map<std::string, Group> groups;
  for (const GroupMember& member : members) {
    const auto [at, fresh] = groups[member.group].emplace(member.isrc, member.kind);
    if (!fresh) at->second = std::max(at->second, member.kind);
  }
  std::erase_if(groups, [](const auto& group) { return group.second.size() > group_size_max; });
  return groups;
}

// The recordings of one performance, each set named by its first ISRC.
class Performances {
 public:
  explicit Performances(const std::map<std::string, Group>& groups) {
    for (const auto& [name, group] : groups) {
      const Isrc* first = nullptr;
      for (const auto& [isrc, kind] : group) {
        first_.try_emplace(isrc, isrc);
        if (kind != VersionKind::same_performance) continue;
        if (first) join(*first, isrc);
        first = first ? first : &isrc;
      }
    }
    for (const auto& [isrc, parent] : first_) members_[root(isrc)].push_back(isrc);
  }

  std::vector<Isrc> with(const Isrc& isrc) const {
    const auto at = members_.find(root(isrc));
    if (at == members_.end() || at->second.size() > group_size_max) return {isrc};
    return at->second;
  }

 private:
  Isrc root(Isrc isrc) const {
    for (auto at = first_.find(isrc); at != first_.end() && at->second != isrc;) {
      isrc = at->second;
      at = first_.find(isrc);
    }
    return isrc;
  }
  void join(const Isrc& a, const Isrc& b) {
    const Isrc x = root(a);
    const Isrc y = root(b);
    first_[std::max(x, y)] = std::min(x, y);
  }

  std::map<Isrc, Isrc> first_;
  std::map<Isrc, std::vector<Isrc>> members_;
};

}  // namespace

std::map<Isrc, GroupLinks> links_of(std::span<const GroupMember> members) {
  const auto groups = groups_of(members);
  const Performances performances(groups);
  std::map<Isrc, std::map<Isrc, VersionKind>> versions;
  for (const auto& [name, group] : groups) {
    for (const auto& [isrc, kind] : group) {
      for (const auto& [other, other_kind] : group) {
        const bool same = kind == VersionKind::same_performance && kind == other_kind;
        if (isrc == other || same) continue;
        // A version is one of the whole performance, so its other recordings show it too.
        const bool whole = kind == VersionKind::same_performance;
        const auto shown_by = whole ? performances.with(isrc) : std::vector{isrc};
        for (const Isrc& one : shown_by) versions[one].emplace(other, other_kind);
      }
    }
  }
  std::map<Isrc, GroupLinks> links;
  for (const GroupMember& member : members) {
    GroupLinks one;
    const auto same = performances.with(member.isrc);
    one.same_performance = same;
    std::erase(one.same_performance, member.isrc);
    for (const auto& version : versions[member.isrc]) {
      if (std::ranges::find(same, version.first) == same.end()) one.versions.push_back(version);
    }
    links[member.isrc] = std::move(one);
  }
  return links;
}

}  // namespace umikoe::catalogue
