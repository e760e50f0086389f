#pragma once

#include <string>
#include <string_view>

#include "app/ports.h"
#include "base/result.h"
#include "catalogue/contents.h"
#include "rights/deal.h"
#include "rights/licence.h"
#include "rights/statement.h"

namespace umikoe::stores {

// Bodies of database rows: JSON objects in which what equals the default is left out, so that a
// field added later reads as its default from older rows. Enumerations are stored as their numbers
// and therefore only ever grow at their end.
template <class T>
std::string encode(const T& value);
// `world_broken` when the text is not what encode writes.
template <class T>
Result<T> decode(std::string_view body);

// The parts of a statement that have neither a column nor rows of their own.
struct StatementBody {
  catalogue::Party sender;
  std::optional<catalogue::Party> on_behalf_of;
  std::vector<catalogue::Party> recipients;
  catalogue::ReleaseIds main_release;

  bool operator==(const StatementBody&) const = default;
};

// The bytes of a file that need not be text.
struct StoredBytes {
  DeliveryId delivery = {};
  Isrc isrc;
  std::string base64;

  bool operator==(const StoredBytes&) const = default;
};

}  // namespace umikoe::stores
