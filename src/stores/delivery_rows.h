#pragma once

#include <optional>
#include <string>
#include <vector>

#include "app/ports.h"
#include "stores/sqlite.h"

namespace umikoe::stores {

// Deliveries and what hangs on them, as rows. Reads come in order of delivery; each write belongs
// to the caller's transaction.
Result<DeliveryId> insert_delivery(Sqlite& database, const app::DeliveryRecord& record,
                                   int64_t generation);
Result<std::vector<app::DeliveryRecord>> select_deliveries(Sqlite& database);
Result<std::optional<app::DeliveryRecord>> select_delivery(Sqlite& database,
                                                           const std::string& sha256);

// Everything of the content but its statement.
Result<void> insert_content(Sqlite& database, DeliveryId delivery,
                            const app::DeliveryContent& content);
// Without the version of its schema.
Result<app::WorldInfo> select_info(Sqlite& database);
// Each once, in no order.
Result<std::vector<Isrc>> select_recordings(Sqlite& database);
Result<std::vector<rights::Licence>> select_licences(Sqlite& database, const app::OfRecordings& of);
Result<std::vector<rights::Sighting>> select_sightings(Sqlite& database,
                                                       const app::OfRecordings& of);
Result<std::vector<catalogue::DeclaredParty>> select_parties(Sqlite& database);
Result<std::vector<app::GivenName>> select_names(Sqlite& database, const app::OfRecordings& of);
Result<std::vector<app::DeliveredContents>> select_contents(Sqlite& database,
                                                            const app::OfRecordings& of);

// What came after a generation, and at most one recording more than `most`.
Result<app::Changes> select_changes(Sqlite& database, int64_t generation, size_t most);

// The last part of a path: what people know a document by.
std::string file_name(const std::string& path);

}  // namespace umikoe::stores
