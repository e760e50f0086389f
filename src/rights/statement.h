#pragma once

#include <optional>
#include <string>
#include <vector>

#include "base/date.h"
#include "base/id.h"
#include "base/identifiers.h"
#include "catalogue/party.h"
#include "catalogue/release.h"
#include "rights/deal.h"
#include "rights/stated_index.h"

namespace umikoe::rights {

// A recording inside a stated release: which file stands for it there.
struct StatedAsset {
  Isrc isrc;
  std::string resource_reference;
  bool is_clip = false;
  std::optional<int64_t> asset_duration_ms;

  bool operator==(const StatedAsset&) const = default;
};

struct StatedRelease {
  std::string reference;
  catalogue::ReleaseKind kind = catalogue::ReleaseKind::main;
  std::vector<StatedAsset> assets;

  bool operator==(const StatedRelease&) const = default;
};

enum class StatementKind { release, purge };

// What one ERN message says about who may be given what: from its creation on it replaces every
// earlier statement of the same sender to the same recipient about the same main release.
struct Statement {
  StatementId id;
  DeliveryId delivery;
  std::string document;  // file name, for people
  std::string source_sha256;  // of the file's bytes: the last tie-break, free of arrival order
  StatementKind kind = StatementKind::release;
  catalogue::Party sender;
  std::optional<catalogue::Party> on_behalf_of;
  std::vector<catalogue::Party> recipients;
  std::string message_id;
  Instant created;
  catalogue::ReleaseIds main_release;
  std::vector<StatedRelease> releases;
  std::vector<Deal> deals;
  StatedIndex index;  // of its releases and deals, by prepare()

  bool operator==(const Statement&) const = default;
  // SentOnBehalfOf if given, else the sender: whose thread it is.
  const catalogue::Party& party() const { return on_behalf_of ? *on_behalf_of : sender; }
};

// Expands every deal's territories as of the day the statement was created, and indexes what it
// says; call once after reading or loading, before any evaluation.
void prepare(Statement& statement);

}  // namespace umikoe::rights
