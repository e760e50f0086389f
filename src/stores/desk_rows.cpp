#include "stores/desk_rows.h"

#include "stores/base64.h"
#include "stores/codec.h"
#include "stores/isrc_list.h"
#include "stores_sql.h"

namespace umikoe::stores {
namespace {

// Kinds of rows of `stated`; stored, so only ever added to.
enum class Stated : int {
  group_member,
  video,
  asset,
  revenue_statement,
  handed_return,
  views,
  captions,
  caption_bytes,
  report_version,
  appearance
};

template <class T>
std::optional<std::string> isrc_of(const T& value) {
  if constexpr (requires { value.isrc.value(); }) {
    if (value.isrc) return value.isrc->to_string();
    return std::nullopt;
  } else if constexpr (requires { value.isrc; }) {
    return value.isrc.to_string();
  } else {
    return std::nullopt;
  }
}

template <class T>
Result<void> insert_all(Sqlite& database, DeliveryId delivery, Stated kind,
                        const std::vector<T>& values) {
  for (const T& value : values) {
    UMIKOE_TRY(database.run(sql::insert_stated, delivery.value, static_cast<int>(kind),
                            isrc_of(value), encode(value)));
  }
  return {};
}

template <class T>
Result<std::vector<T>> select_all(Sqlite& database, Stated kind, const app::OfRecordings& of) {
  std::vector<T> values;
  UMIKOE_TRY(auto question, database.query(of.all() ? sql::select_stated : sql::select_stated_of));
  question.bind(static_cast<int>(kind));
  if (!of.all()) question.bind(isrc_list(of));
  for (;;) {
    UMIKOE_TRY(const bool row, question.step());
    if (!row) return values;
    UMIKOE_TRY(T value, decode<T>(question.text(1)));
    value.delivery = DeliveryId{question.integer(0)};
    values.push_back(std::move(value));
  }
}

edits::Edit edit_of(const SqliteQuery& row) {
  edits::Edit edit;
  edit.id = EditId{row.integer(0)};
  edit.entry = {.organisation = OrganisationId{row.integer(1)},
                .author = row.text(2),
                .made_at = Instant{row.integer(3)},
                .kind = row.text(4),
                .subject = row.text(5),
                .body = row.text(6),
                .state = static_cast<edits::EditState>(row.integer(7))};
  edit.previous_hash = row.text(8);
  edit.hash = row.text(9);
  return edit;
}

}  // namespace

Result<void> insert_stated(Sqlite& database, DeliveryId delivery,
                           const app::DeliveryContent& content) {
  UMIKOE_TRY(insert_all(database, delivery, Stated::group_member, content.groups));
  UMIKOE_TRY(insert_all(database, delivery, Stated::video, content.videos));
  UMIKOE_TRY(insert_all(database, delivery, Stated::asset, content.assets));
  UMIKOE_TRY(insert_all(database, delivery, Stated::revenue_statement, content.revenue_statements));
  UMIKOE_TRY(insert_all(database, delivery, Stated::views, content.views));
  UMIKOE_TRY(insert_all(database, delivery, Stated::handed_return, content.returns));
  UMIKOE_TRY(insert_all(database, delivery, Stated::captions, content.captions));
  UMIKOE_TRY(insert_all(database, delivery, Stated::report_version, content.report_versions));
  UMIKOE_TRY(insert_all(database, delivery, Stated::appearance, content.appearances));
  std::vector<StoredBytes> bytes;
  for (const auto& kept : content.captions) {
    bytes.push_back({{}, kept.isrc, base64_of(kept.bytes)});
  }
  return insert_all(database, delivery, Stated::caption_bytes, bytes);
}

Result<std::vector<catalogue::GroupMember>> select_groups(Sqlite& database) {
  return select_all<catalogue::GroupMember>(database, Stated::group_member, std::nullopt);
}

Result<std::vector<catalogue::OnlineVideo>> select_videos(Sqlite& database,
                                                          const app::OfRecordings& of) {
  return select_all<catalogue::OnlineVideo>(database, Stated::video, of);
}

Result<std::vector<rights::ServiceAsset>> select_assets(Sqlite& database,
                                                        const app::OfRecordings& of) {
  return select_all<rights::ServiceAsset>(database, Stated::asset, of);
}

Result<std::vector<demand::RevenueStatement>> select_revenue_statements(Sqlite& database) {
  return select_all<demand::RevenueStatement>(database, Stated::revenue_statement, std::nullopt);
}

Result<std::vector<demand::ReportVersion>> select_report_versions(Sqlite& database) {
  return select_all<demand::ReportVersion>(database, Stated::report_version, std::nullopt);
}

Result<std::vector<demand::VideoViews>> select_views(Sqlite& database) {
  return select_all<demand::VideoViews>(database, Stated::views, std::nullopt);
}

Result<std::vector<app::HandedReturn>> select_returns(Sqlite& database) {
  return select_all<app::HandedReturn>(database, Stated::handed_return, std::nullopt);
}

Result<std::vector<demand::Appearance>> select_appearances(Sqlite& database) {
  return select_all<demand::Appearance>(database, Stated::appearance, std::nullopt);
}

Result<std::vector<app::KeptCaptions>> select_captions(Sqlite& database,
                                                       const app::OfRecordings& of) {
  return select_all<app::KeptCaptions>(database, Stated::captions, of);
}

// Only the row asked for is decoded: a recording may have many files.
Result<std::string> select_caption_bytes(Sqlite& database, const Isrc& isrc, DeliveryId delivery) {
  UMIKOE_TRY(auto question, database.query(sql::select_stated_of));
  question.bind(static_cast<int>(Stated::caption_bytes));
  question.bind(isrc_list(isrc));
  for (;;) {
    UMIKOE_TRY(const bool row, question.step());
    if (!row) return fail("captions_unknown", {{"word", std::to_string(delivery.value)}});
    if (question.integer(0) != delivery.value) continue;
    UMIKOE_TRY(const auto stored, decode<StoredBytes>(question.text(1)));
    const auto bytes = bytes_of_base64(stored.base64);
    if (!bytes) return fail("world_broken", {{"reason", "base64"}});
    return *bytes;
  }
}

Result<edits::Edit> insert_edit(Sqlite& database, const edits::EditDraft& entry) {
  std::optional<edits::Edit> last;
  {
    UMIKOE_TRY(auto question, database.query(sql::select_last_edit));
    UMIKOE_TRY(const bool row, question.step());
    if (row) last = edit_of(question);
  }
  edits::Edit edit = edits::chained(entry, last ? &*last : nullptr);
  UMIKOE_TRY(database.run(sql::insert_edit, edit.id.value, entry.organisation.value, entry.author,
                          entry.made_at.seconds, entry.kind, entry.subject, entry.body,
                          static_cast<int>(entry.state), edit.previous_hash, edit.hash));
  return edit;
}

Result<std::vector<edits::Edit>> select_edits(Sqlite& database) {
  std::vector<edits::Edit> log;
  UMIKOE_TRY(auto question, database.query(sql::select_edits));
  for (;;) {
    UMIKOE_TRY(const bool row, question.step());
    if (!row) return log;
    log.push_back(edit_of(question));
  }
}

}  // namespace umikoe::stores
