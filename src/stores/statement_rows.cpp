#include "stores/statement_rows.h"

#include <algorithm>
#include <set>

#include "stores/codec.h"
#include "stores/isrc_list.h"
#include "stores_sql.h"

namespace umikoe::stores {
namespace {

Result<std::optional<int64_t>> group_of(Sqlite& database, const std::string& key) {
  UMIKOE_TRY(auto question, database.query(sql::select_group_of_key));
  question.bind(key);
  UMIKOE_TRY(const bool row, question.step());
  if (!row) return std::nullopt;
  return question.integer(0);
}

Result<std::set<int64_t>> groups_of(Sqlite& database, const std::vector<std::string>& keys) {
  std::set<int64_t> groups;
  for (const std::string& key : keys) {
    UMIKOE_TRY(const auto group, group_of(database, key));
    if (group) groups.insert(*group);
  }
  return groups;
}

// The group the keys belong to from now on: the smallest they touched, the others moved into it.
Result<int64_t> join_groups(Sqlite& database, const std::vector<std::string>& keys,
                            int64_t new_group) {
  UMIKOE_TRY(const auto groups, groups_of(database, keys));
  const int64_t group = groups.empty() ? new_group : *groups.begin();
  for (const int64_t other : groups) {
    if (other == group) continue;
    UMIKOE_TRY(database.run(sql::move_keys_to_group, other, group));
    UMIKOE_TRY(database.run(sql::move_statements_to_group, other, group));
  }
  for (const std::string& key : keys) {
    UMIKOE_TRY(database.run(sql::insert_release_key, key, group));
  }
  return group;
}

Result<void> insert_releases(Sqlite& database, int64_t id, const rights::Statement& statement) {
  for (size_t r = 0; r < statement.releases.size(); ++r) {
    const rights::StatedRelease& release = statement.releases[r];
    const auto release_position = static_cast<int64_t>(r);
    UMIKOE_TRY(database.run(sql::insert_statement_release, id, release_position, release.reference,
                            static_cast<int>(release.kind)));
    for (size_t a = 0; a < release.assets.size(); ++a) {
      const rights::StatedAsset& asset = release.assets[a];
      UMIKOE_TRY(database.run(sql::insert_statement_asset, id, release_position,
                              static_cast<int64_t>(a), asset.isrc.view(), asset.resource_reference,
                              asset.is_clip, asset.asset_duration_ms));
    }
  }
  return {};
}

Result<void> load_releases(Sqlite& database, rights::Statement& statement) {
  {
    UMIKOE_TRY(auto question, database.query(sql::select_statement_releases));
    question.bind(statement.id.value);
    for (;;) {
      UMIKOE_TRY(const bool row, question.step());
      if (!row) break;
      rights::StatedRelease release;
      release.reference = question.text(0);
      release.kind = static_cast<catalogue::ReleaseKind>(question.integer(1));
      statement.releases.push_back(std::move(release));
    }
  }
  UMIKOE_TRY(auto question, database.query(sql::select_statement_assets));
  question.bind(statement.id.value);
  for (;;) {
    UMIKOE_TRY(const bool row, question.step());
    if (!row) return {};
    const auto position = static_cast<size_t>(question.integer(0));
    const auto isrc = Isrc::parse(question.text(1));
    if (position >= statement.releases.size() || !isrc) {
      return fail("world_broken", {{"reason", "statement_asset"}});
    }
    statement.releases[position].assets.push_back(
        {.isrc = *isrc,
         .resource_reference = question.text(2),
         .is_clip = question.integer(3) != 0,
         .asset_duration_ms = question.optional_integer(4)});
  }
}

Result<void> load_deals(Sqlite& database, rights::Statement& statement) {
  UMIKOE_TRY(auto question, database.query(sql::select_deals));
  question.bind(statement.id.value);
  for (;;) {
    UMIKOE_TRY(const bool row, question.step());
    if (!row) return {};
    UMIKOE_TRY(auto deal, decode<rights::Deal>(question.text(0)));
    statement.deals.push_back(std::move(deal));
  }
}

Result<rights::Statement> statement_of(Sqlite& database, const SqliteQuery& row) {
  rights::Statement statement;
  statement.id = StatementId{row.integer(0)};
  statement.delivery = DeliveryId{row.integer(1)};
  statement.kind = static_cast<rights::StatementKind>(row.integer(2));
  statement.document = row.text(3);
  statement.source_sha256 = row.text(4);
  statement.message_id = row.text(5);
  statement.created = Instant{row.integer(6)};
  UMIKOE_TRY(auto body, decode<StatementBody>(row.text(7)));
  statement.sender = std::move(body.sender);
  statement.on_behalf_of = std::move(body.on_behalf_of);
  statement.recipients = std::move(body.recipients);
  statement.main_release = std::move(body.main_release);
  UMIKOE_TRY(load_releases(database, statement));
  UMIKOE_TRY(load_deals(database, statement));
  rights::prepare(statement);
  return statement;
}

Result<void> load_all(Sqlite& database, SqliteQuery& question,
                      std::vector<rights::Statement>& statements) {
  for (;;) {
    UMIKOE_TRY(const bool row, question.step());
    if (!row) return {};
    UMIKOE_TRY(auto statement, statement_of(database, question));
    statements.push_back(std::move(statement));
  }
}

}  // namespace

Result<StatementId> insert_statement(Sqlite& database, DeliveryId delivery,
                                     const rights::Statement& statement) {
  UMIKOE_TRY(const int64_t id, database.number(sql::next_statement_id));
  UMIKOE_TRY(const int64_t group, join_groups(database, statement.main_release.keys(), id));
  const StatementBody body{.sender = statement.sender,
                           .on_behalf_of = statement.on_behalf_of,
                           .recipients = statement.recipients,
                           .main_release = statement.main_release};
  UMIKOE_TRY(database.run(sql::insert_statement, id, delivery.value, group,
                          static_cast<int>(statement.kind), statement.document,
                          statement.source_sha256, statement.message_id, statement.created.seconds,
                          encode(body)));
  UMIKOE_TRY(insert_releases(database, id, statement));
  for (size_t d = 0; d < statement.deals.size(); ++d) {
    UMIKOE_TRY(
        database.run(sql::insert_deal, id, static_cast<int64_t>(d), encode(statement.deals[d])));
  }
  return StatementId{id};
}

Result<std::vector<rights::Statement>> select_statements(Sqlite& database,
                                                         const app::OfRecordings& of) {
  std::vector<rights::Statement> statements;
  UMIKOE_TRY(auto question,
             database.query(of.all() ? sql::select_statements : sql::select_statements_of));
  if (!of.all()) question.bind(isrc_list(of));
  UMIKOE_TRY(load_all(database, question, statements));
  return statements;
}

Result<std::vector<rights::Statement>> select_statements_sharing(
    Sqlite& database, const std::vector<std::string>& release_keys) {
  UMIKOE_TRY(const auto groups, groups_of(database, release_keys));
  std::vector<rights::Statement> statements;
  for (const int64_t group : groups) {
    UMIKOE_TRY(auto question, database.query(sql::select_statements_of_group));
    question.bind(group);
    UMIKOE_TRY(load_all(database, question, statements));
  }
  std::ranges::sort(statements, {}, &rights::Statement::id);
  return statements;
}

}  // namespace umikoe::stores
