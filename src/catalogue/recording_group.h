#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "base/id.h"
#include "base/identifiers.h"

namespace umikoe::catalogue {

// How a recording belongs to its group. Only `same_performance` members stand in for one another;
// every other kind is a version of its own, linked so that it can be named.
enum class VersionKind {
  same_performance,
  edit,
  english_version,
  tv_size,
  re_recording,
  live,
  remix,
  instrumental
};
std::string_view word(VersionKind kind);
std::optional<VersionKind> parse_version_kind(std::string_view word);

struct GroupMember {
  DeliveryId delivery = {};
  std::string group;  // a name of the sender's own; the same name is the same group
  Isrc isrc;
  VersionKind kind = VersionKind::same_performance;

  bool operator==(const GroupMember&) const = default;
};

}  // namespace umikoe::catalogue
