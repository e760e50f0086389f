#pragma once

#include <optional>
#include <vector>

#include "app/ports.h"
#include "stores/sqlite.h"

namespace umikoe::stores {

// What deliveries state that is only read whole, and the log of edits, as rows. Each write belongs
// to the caller's transaction.
Result<void> insert_stated(Sqlite& database, DeliveryId delivery,
                           const app::DeliveryContent& content);
Result<std::vector<catalogue::GroupMember>> select_groups(Sqlite& database);
Result<std::vector<catalogue::OnlineVideo>> select_videos(Sqlite& database,
                                                          const app::OfRecordings& of);
Result<std::vector<rights::ServiceAsset>> select_assets(Sqlite& database,
                                                        const app::OfRecordings& of);
Result<std::vector<demand::RevenueStatement>> select_revenue_statements(Sqlite& database);
Result<std::vector<demand::ReportVersion>> select_report_versions(Sqlite& database);
Result<std::vector<demand::VideoViews>> select_views(Sqlite& database);
Result<std::vector<app::HandedReturn>> select_returns(Sqlite& database);
Result<std::vector<demand::Appearance>> select_appearances(Sqlite& database);
Result<std::vector<app::KeptCaptions>> select_captions(Sqlite& database,
                                                       const app::OfRecordings& of);
// Error captions_unknown.
Result<std::string> select_caption_bytes(Sqlite& database, const Isrc& isrc, DeliveryId delivery);

Result<edits::Edit> insert_edit(Sqlite& database, const edits::EditDraft& entry);
Result<std::vector<edits::Edit>> select_edits(Sqlite& database);

}  // namespace umikoe::stores
