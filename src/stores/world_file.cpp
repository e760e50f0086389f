#include "stores/world_file.h"

#include <dirent.h>
#include <fcntl.h>
#include <sys/file.h>
#include <sys/stat.h>
#include <unistd.h>

#include <algorithm>
#include <cerrno>
#include <cstring>

#include "stores/rollup/rollup_file.h"
#include "stores_sql.h"

namespace umikoe::stores {
namespace {

constexpr int64_t application_id = 0x556d696b;  // "Umik", as mark_as_world writes it

enum class Kind { empty, world };

struct Header {
  Kind kind = Kind::empty;
  int64_t schema = 0;
};

// What the file is, before anything of it is changed.
Result<Header> read_header(Sqlite& database, const WorldPaths& paths, int64_t newest) {
  UMIKOE_TRY(const int64_t tables, database.number(sql::count_tables));
  UMIKOE_TRY(const int64_t id, database.number(sql::read_application_id));
  UMIKOE_TRY(const int64_t schema, database.number(sql::read_schema_version));
  // An import that lost power while it made the world leaves an empty database behind.
  if (tables == 0 && id == 0 && schema == 0) return Header{};
  if (id != application_id) return fail("not_a_world", {{"path", paths.directory}});
  if (schema > newest) {
    return fail("world_too_new",
                {{"found", std::to_string(schema)}, {"known", std::to_string(newest)}});
  }
  return Header{Kind::world, schema};
}

Result<void> make_world(Sqlite& database, const char* schema_sql,
                        const std::string& organisation_name) {
  UMIKOE_TRY(auto transaction, Transaction::begin(database, sql::begin_write));
  UMIKOE_TRY(database.run_script(schema_sql));
  UMIKOE_TRY(database.run(sql::mark_as_world));
  UMIKOE_TRY(database.run(sql::insert_organisation, organisation_name));
  UMIKOE_TRY(database.run(sql::insert_world, database.last_id()));
  return transaction.commit();
}

// One copy, named by the schema it still has, complete before the first change.
Result<void> copy_before_migration(Sqlite& database, int64_t schema, const WorldPaths& paths,
                                   const WorldSurroundings& around) {
  const std::string name = paths.copies() + "/world-schema-" + std::to_string(schema) + ".sqlite";
  const std::string incoming = name + ".incoming";
  UMIKOE_TRY(around.files.make_folder(paths.copies()));
  UMIKOE_TRY(around.files.unlink(incoming));
  UMIKOE_TRY(database.copy_to(incoming, around.vfs));
  UMIKOE_TRY(around.files.sync_file(incoming));
  UMIKOE_TRY(around.files.rename(incoming, name));
  UMIKOE_TRY(around.files.sync_folder(paths.copies()));
  return around.files.sync_folder(paths.directory);
}

Result<void> migrate(Sqlite& database, int64_t schema, const std::vector<const char*>& migrations) {
  for (auto next = static_cast<size_t>(schema); next < migrations.size(); ++next) {
    UMIKOE_TRY(auto transaction, Transaction::begin(database, sql::begin_write));
    auto done = database.run_script(migrations[next]);
    if (done) done = transaction.commit();
    if (!done) {
      const auto& arguments = done.error().arguments;
      return fail("migration_failed", {{"version", std::to_string(next + 1)},
                                       {"reason", arguments.empty() ? "" : arguments[0].second}});
    }
  }
  return {};
}

bool is_segment_name(const std::string& name) {
  return name.starts_with("incoming") || (name.size() == 72 && name.ends_with(".parquet"));
}

bool exists(const std::string& path) {
  struct stat found = {};
  return ::stat(path.c_str(), &found) == 0;
}

bool is_empty(const std::string& path) {
  struct stat found = {};
  return ::stat(path.c_str(), &found) != 0 || found.st_size == 0;
}

}  // namespace

std::vector<std::string> names_in(const std::string& folder) {
  std::vector<std::string> names;
  DIR* open = ::opendir(folder.c_str());
  if (!open) return names;
  while (const dirent* entry = ::readdir(open)) {
    const std::string name = entry->d_name;
    if (name != "." && name != "..") names.push_back(name);
  }
  ::closedir(open);
  std::ranges::sort(names);
  return names;
}

std::vector<const char*> all_migrations() {
  return {sql::migrations.begin(), sql::migrations.end()};
}

Result<WriterLock> WriterLock::take(const WorldPaths& paths) {
  const int file = ::open(paths.lock().c_str(), O_RDWR | O_CREAT | O_CLOEXEC, 0666);
  if (file < 0) {
    return fail("store_failed", {{"reason", paths.lock() + ": " + std::strerror(errno)}});
  }
  if (::flock(file, LOCK_EX | LOCK_NB) != 0) {
    ::close(file);
    return fail("world_in_use", {{"path", paths.directory}});
  }
  return WriterLock(file);
}

WriterLock::~WriterLock() {
  if (file_ >= 0) ::close(file_);
}

Result<Sqlite> open_database_to_read(const WorldPaths& paths, const WorldSurroundings& around) {
  const auto newest = static_cast<int64_t>(around.migrations.size());
  if (!exists(paths.database())) return fail("no_such_world", {{"path", paths.directory}});
  const auto open = [&](bool immutable) -> Result<std::pair<Sqlite, Header>> {
    UMIKOE_TRY(auto database,
               Sqlite::open(paths.database(), {.immutable = immutable, .vfs = around.vfs}));
    UMIKOE_TRY(const Header header, read_header(database, paths, newest));
    return std::pair(std::move(database), header);
  };
  auto opened = open(false);
  // A folder that cannot be written (a copy on a read-only disk) has no place for the files that
  // readers share. Without a log nobody is writing, and the database can be read as it stands.
  if (!opened && opened.error().code == "store_failed" && is_empty(paths.database() + "-wal")) {
    opened = open(true);
  }
  if (!opened) return std::unexpected(std::move(opened).error());
  auto& [database, header] = *opened;
  if (header.kind == Kind::empty) return fail("no_such_world", {{"path", paths.directory}});
  if (header.schema < newest) {
    return fail("world_too_old",
                {{"found", std::to_string(header.schema)}, {"known", std::to_string(newest)}});
  }
  return std::move(database);
}

Result<Sqlite> open_database_to_write(const WorldPaths& paths, const WorldSurroundings& around,
                                      const std::string& organisation_name) {
  const auto newest = static_cast<int64_t>(around.migrations.size());
  UMIKOE_TRY(auto database,
             Sqlite::open(paths.database(), {.write = true, .create = true, .vfs = around.vfs}));
  UMIKOE_TRY(Header header, read_header(database, paths, newest));
  if (header.kind == Kind::empty) {
    UMIKOE_TRY(make_world(database, around.migrations.front(), organisation_name));
    header.schema = 1;
  } else if (header.schema < newest) {
    UMIKOE_TRY(copy_before_migration(database, header.schema, paths, around));
  }
  UMIKOE_TRY(migrate(database, header.schema, around.migrations));
  UMIKOE_TRY(database.run(sql::use_wal));
  return database;
}

Result<void> sweep(Sqlite& database, const WorldPaths& paths, const FileLayer& files) {
  UMIKOE_TRY(files.make_folder(paths.segments()));
  UMIKOE_TRY(files.make_folder(paths.rollups()));
  UMIKOE_TRY(files.make_folder(paths.temporary()));
  UMIKOE_TRY(files.sync_folder(paths.directory));
  std::set<std::string> registered;
  UMIKOE_TRY(auto question, database.query(sql::select_segments));
  for (;;) {
    UMIKOE_TRY(const bool row, question.step());
    if (!row) break;
    registered.insert(question.text(0));
  }
  for (const std::string& name : names_in(paths.segments())) {
    // Only files of the kind this program makes: whatever else a person put here stays.
    if (is_segment_name(name) && !registered.contains(name)) {
      UMIKOE_TRY(files.unlink(paths.segments() + "/" + name));
    }
  }
  for (const std::string& name : names_in(paths.temporary())) {
    UMIKOE_TRY(files.unlink(paths.temporary() + "/" + name));
  }
  for (const std::string& name : names_in(paths.maps())) {
    if (!name.starts_with("incoming-")) continue;
    UMIKOE_TRY(files.unlink(paths.maps() + "/" + name));
  }
  return sweep_rollups(paths, files, registered);
}

Result<void> sweep_rollups(const WorldPaths& paths, const FileLayer& files,
                           const std::set<std::string>& segments) {
  std::set<std::string> wanted;
  for (const std::string& segment : segments) wanted.insert(rollup_name(segment));
  for (const std::string& name : names_in(paths.rollups())) {
    if (!is_rollup_name(name) || wanted.contains(name)) continue;
    UMIKOE_TRY(files.unlink(paths.rollups() + "/" + name));
  }
  return {};
}

}  // namespace umikoe::stores
