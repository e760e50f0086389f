#pragma once

#include <compare>
#include <cstdint>

namespace umikoe {

// A row's number in the world; the tag keeps numbers of different things apart. 0 is "none yet".
template <class Tag>
struct Id {
  int64_t value = 0;

  auto operator<=>(const Id&) const = default;
  explicit operator bool() const { return value != 0; }
};

using DeliveryId = Id<struct DeliveryTag>;
using StatementId = Id<struct StatementTag>;
using OrganisationId = Id<struct OrganisationTag>;
using EditId = Id<struct EditTag>;

}  // namespace umikoe
