#pragma once

#include <optional>
#include <string>
#include <vector>

#include "app/ports.h"
#include "rights/statement.h"
#include "stores/sqlite.h"

namespace umikoe::stores {

// Adds a statement and joins the release groups its keys connect; in the caller's transaction.
Result<StatementId> insert_statement(Sqlite& database, DeliveryId delivery,
                                     const rights::Statement& statement);

// In order of delivery, prepared for evaluation; with an ISRC those of its release groups only.
Result<std::vector<rights::Statement>> select_statements(Sqlite& database,
                                                         const app::OfRecordings& of);
Result<std::vector<rights::Statement>> select_statements_sharing(
    Sqlite& database, const std::vector<std::string>& release_keys);

}  // namespace umikoe::stores
