#include "stores/delivery_rows.h"

#include "stores/codec.h"
#include "stores/desk_rows.h"
#include "stores/isrc_list.h"
#include "stores_sql.h"

namespace umikoe::stores {
namespace {

// Kinds of contents_item rows; stored, so only ever added to.
enum class Item : int { party = 0, recording = 1, image = 2, release = 3 };

Result<Isrc> isrc_at(const SqliteQuery& row, int column) {
  const std::string text = row.text(column);
  const auto isrc = Isrc::parse(text);
  if (!isrc) return fail("world_broken", {{"reason", "ISRC " + text}});
  return *isrc;
}

Date day_at(const SqliteQuery& row, int column) {
  return Date{static_cast<int32_t>(row.integer(column))};
}

// Asks about all or some recordings, and reads each row into a value.
template <class T, class Read>
Result<std::vector<T>> select(Sqlite& database, const char* all, const char* some,
                              const app::OfRecordings& of, Read read) {
  std::vector<T> values;
  UMIKOE_TRY(auto question, database.query(of.all() ? all : some));
  if (!of.all()) question.bind(isrc_list(of));
  for (;;) {
    UMIKOE_TRY(const bool row, question.step());
    if (!row) return values;
    UMIKOE_TRY(T value, read(question));
    values.push_back(std::move(value));
  }
}

app::DeliveryRecord delivery_of(const SqliteQuery& row) {
  return app::DeliveryRecord{.id = DeliveryId{row.integer(0)},
                             .organisation = OrganisationId{row.integer(1)},
                             .path = row.text(2),
                             .format = row.text(3),
                             .sha256 = row.text(4),
                             .received_at = Instant{row.integer(5)},
                             .sender = row.text(6),
                             .status = row.text(7),
                             .report = row.text(8)};
}

Result<rights::Sighting> sighting_of(const SqliteQuery& row) {
  rights::Sighting sighting;
  sighting.delivery = DeliveryId{row.integer(0)};
  UMIKOE_TRY(sighting.isrc, isrc_at(row, 1));
  const auto territory = TerritoryCode::parse(row.text(2));
  if (!territory) return fail("world_broken", {{"reason", "territory " + row.text(2)}});
  sighting.territory = *territory;
  sighting.observed_from = day_at(row, 3);
  sighting.observed_on = day_at(row, 4);
  sighting.seen = static_cast<rights::Seen>(row.integer(5));
  sighting.document = row.text(6);
  sighting.detail = row.text(7);
  sighting.method = row.text(8);
  UMIKOE_TRY(sighting.service, decode<catalogue::Party>(row.text(9)));
  return sighting;
}

template <class T>
Result<void> insert_items(Sqlite& database, DeliveryId delivery, Item kind,
                          const std::vector<T>& items) {
  for (const T& item : items) {
    std::optional<std::string> isrc;
    if constexpr (std::is_same_v<T, catalogue::Recording>) {
      if (item.isrc) isrc = item.isrc->to_string();
    }
    UMIKOE_TRY(database.run(sql::insert_contents_item, delivery.value, static_cast<int>(kind), isrc,
                            encode(item)));
  }
  return {};
}

Result<void> insert_contents(Sqlite& database, DeliveryId delivery,
                             const catalogue::Contents& contents) {
  if (contents == catalogue::Contents{}) return {};
  UMIKOE_TRY(database.run(sql::insert_contents, delivery.value, contents.language.text));
  UMIKOE_TRY(insert_items(database, delivery, Item::party, contents.parties));
  UMIKOE_TRY(insert_items(database, delivery, Item::recording, contents.recordings));
  UMIKOE_TRY(insert_items(database, delivery, Item::image, contents.images));
  return insert_items(database, delivery, Item::release, contents.releases);
}

template <class T>
Result<void> append(std::vector<T>& items, const std::string& body) {
  UMIKOE_TRY(T item, decode<T>(body));
  items.push_back(std::move(item));
  return {};
}

Result<void> load_items(Sqlite& database, DeliveryId delivery, catalogue::Contents& contents) {
  UMIKOE_TRY(auto question, database.query(sql::select_contents_items));
  question.bind(delivery.value);
  for (;;) {
    UMIKOE_TRY(const bool row, question.step());
    if (!row) return {};
    const std::string body = question.text(1);
    switch (static_cast<Item>(question.integer(0))) {
      case Item::party:
        UMIKOE_TRY(append(contents.parties, body));
        break;
      case Item::recording:
        UMIKOE_TRY(append(contents.recordings, body));
        break;
      case Item::image:
        UMIKOE_TRY(append(contents.images, body));
        break;
      case Item::release:
        UMIKOE_TRY(append(contents.releases, body));
        break;
      default:
        return fail("world_broken", {{"reason", "contents_item.kind"}});
    }
  }
}

}  // namespace

std::string file_name(const std::string& path) {
  const auto slash = path.find_last_of('/');
  return slash == std::string::npos ? path : path.substr(slash + 1);
}

Result<DeliveryId> insert_delivery(Sqlite& database, const app::DeliveryRecord& record,
                                   int64_t generation) {
  UMIKOE_TRY(database.run(sql::insert_delivery, record.organisation.value, generation, record.path,
                          record.format, record.sha256, record.received_at.seconds, record.sender,
                          record.status, record.report));
  return DeliveryId{database.last_id()};
}

Result<std::vector<app::DeliveryRecord>> select_deliveries(Sqlite& database) {
  return select<app::DeliveryRecord>(
      database, sql::select_deliveries, nullptr, std::nullopt,
      [](const SqliteQuery& row) -> Result<app::DeliveryRecord> { return delivery_of(row); });
}

Result<std::optional<app::DeliveryRecord>> select_delivery(Sqlite& database,
                                                           const std::string& sha256) {
  UMIKOE_TRY(auto question, database.query(sql::select_delivery_with));
  question.bind(sha256);
  UMIKOE_TRY(const bool row, question.step());
  if (!row) return std::nullopt;
  return delivery_of(question);
}

Result<void> insert_content(Sqlite& database, DeliveryId delivery,
                            const app::DeliveryContent& content) {
  UMIKOE_TRY(insert_contents(database, delivery, content.contents));
  for (const app::GivenName& name : content.names) {
    UMIKOE_TRY(database.run(sql::insert_given_name, delivery.value, name.isrc.view(),
                            name.of_artist, encode(name.form)));
  }
  for (const rights::Licence& licence : content.licences) {
    UMIKOE_TRY(
        database.run(sql::insert_licence, delivery.value, licence.isrc.view(), encode(licence)));
  }
  for (const rights::Sighting& sighting : content.sightings) {
    UMIKOE_TRY(database.run(
        sql::insert_sighting, delivery.value, sighting.isrc.view(), sighting.territory.code(),
        sighting.observed_from.days, sighting.observed_on.days, static_cast<int>(sighting.seen),
        sighting.document, sighting.detail, sighting.method, encode(sighting.service)));
  }
  for (const catalogue::DeclaredParty& party : content.parties) {
    UMIKOE_TRY(database.run(sql::insert_declared_party, delivery.value, encode(party)));
  }
  return insert_stated(database, delivery, content);
}

Result<app::WorldInfo> select_info(Sqlite& database) {
  UMIKOE_TRY(auto question, database.query(sql::select_world));
  UMIKOE_TRY(const bool row, question.step());
  if (!row) return fail("world_broken", {{"reason", "world"}});
  app::WorldInfo info;
  info.generation = question.integer(0);
  if (const auto day = question.optional_integer(1)) info.as_of = Date{static_cast<int32_t>(*day)};
  info.demo = question.integer(2) != 0;
  info.organisation = {OrganisationId{question.integer(3)}, question.text(4)};
  return info;
}

Result<std::vector<Isrc>> select_recordings(Sqlite& database) {
  return select<Isrc>(database, sql::select_recordings, nullptr, std::nullopt,
                      [](const SqliteQuery& row) { return isrc_at(row, 0); });
}

Result<std::vector<rights::Licence>> select_licences(Sqlite& database,
                                                     const app::OfRecordings& of) {
  return select<rights::Licence>(database, sql::select_licences, sql::select_licences_of, of,
                                 [](const SqliteQuery& row) -> Result<rights::Licence> {
                                   UMIKOE_TRY(auto licence, decode<rights::Licence>(row.text(1)));
                                   licence.delivery = DeliveryId{row.integer(0)};
                                   return licence;
                                 });
}

Result<std::vector<rights::Sighting>> select_sightings(Sqlite& database,
                                                       const app::OfRecordings& of) {
  return select<rights::Sighting>(database, sql::select_sightings, sql::select_sightings_of, of,
                                  sighting_of);
}

Result<std::vector<catalogue::DeclaredParty>> select_parties(Sqlite& database) {
  return select<catalogue::DeclaredParty>(
      database, sql::select_declared_parties, nullptr, std::nullopt,
      [](const SqliteQuery& row) { return decode<catalogue::DeclaredParty>(row.text(0)); });
}

Result<std::vector<app::GivenName>> select_names(Sqlite& database, const app::OfRecordings& of) {
  return select<app::GivenName>(database, sql::select_given_names, sql::select_given_names_of, of,
                                [](const SqliteQuery& row) -> Result<app::GivenName> {
                                  app::GivenName name;
                                  UMIKOE_TRY(name.isrc, isrc_at(row, 0));
                                  name.of_artist = row.integer(1) != 0;
                                  UMIKOE_TRY(name.form, decode<catalogue::NameForm>(row.text(2)));
                                  return name;
                                });
}

Result<std::vector<app::DeliveredContents>> select_contents(Sqlite& database,
                                                            const app::OfRecordings& of) {
  return select<app::DeliveredContents>(
      database, sql::select_contents, sql::select_contents_of, of,
      [&](const SqliteQuery& row) -> Result<app::DeliveredContents> {
        app::DeliveredContents delivered;
        delivered.delivery = DeliveryId{row.integer(0)};
        delivered.document = file_name(row.text(1));
        delivered.contents.language = LanguageTag{row.text(2)};
        UMIKOE_TRY(load_items(database, delivered.delivery, delivered.contents));
        return delivered;
      });
}

Result<app::Changes> select_changes(Sqlite& database, int64_t generation, size_t most) {
  app::Changes changes;
  UMIKOE_TRY(auto others, database.query(sql::count_other_changes));
  others.bind(generation);
  UMIKOE_TRY(const bool counted, others.step());
  changes.only_rights = counted && others.integer(0) == 0;
  UMIKOE_TRY(auto kinds, database.query(sql::select_edit_kinds_since));
  kinds.bind(generation);
  for (;;) {
    UMIKOE_TRY(const bool row, kinds.step());
    if (!row) break;
    changes.edit_kinds.push_back(kinds.text(0));
  }
  UMIKOE_TRY(auto question, database.query(sql::select_changed_recordings));
  question.bind(generation).bind(static_cast<int64_t>(most) + 1);
  for (;;) {
    UMIKOE_TRY(const bool row, question.step());
    if (!row) return changes;
    if (const auto isrc = Isrc::parse(question.text(0))) changes.recordings.push_back(*isrc);
  }
}

}  // namespace umikoe::stores
