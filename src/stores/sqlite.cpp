#include "stores/sqlite.h"

#include <sqlite3.h>

#include "stores_sql.h"

namespace umikoe::stores {
namespace {

// How long a connection waits for another one before it says that the world is in use. Readers
// never wait for writers in WAL mode; this covers recovery and checkpoints.
constexpr int busy_timeout_ms = 10'000;

Error error_of(sqlite3* handle, int code, const char* text) {
  const char* file = handle ? sqlite3_db_filename(handle, "main") : nullptr;
  const std::string path = file ? file : "";
  switch (code & 0xff) {
    case SQLITE_BUSY:
    case SQLITE_LOCKED:
      return Error{"world_in_use", {{"path", path}}, {path, 0, {}}};
    case SQLITE_FULL:
      return Error{"disk_full", {{"path", path}}, {path, 0, {}}};
    case SQLITE_CORRUPT:
    case SQLITE_NOTADB:
      return Error{"world_broken", {{"reason", text}}, {path, 0, {}}};
    default:
      return Error{"store_failed", {{"reason", text}}, {path, 0, {}}};
  }
}

// SQLite's URI form, in which '?', '#' and '%' of a path have to be escaped.
std::string uri_of(const std::string& path, bool immutable) {
  std::string uri = "file:";
  for (const char c : path) {
    if (c == '?')
      uri += "%3f";
    else if (c == '#')
      uri += "%23";
    else if (c == '%')
      uri += "%25";
    else
      uri += c;
  }
  return immutable ? uri + "?immutable=1" : uri;
}

}  // namespace

SqliteQuery::SqliteQuery(SqliteQuery&& other) noexcept
    : statement_(other.statement_), bound_(other.bound_), failed_(other.failed_) {
  other.statement_ = nullptr;
}

SqliteQuery::~SqliteQuery() {
  if (!statement_) return;
  sqlite3_reset(statement_);
  sqlite3_clear_bindings(statement_);
}

SqliteQuery& SqliteQuery::bind(int64_t value) {
  const int code = sqlite3_bind_int64(statement_, ++bound_, value);
  if (code != SQLITE_OK && failed_ == 0) failed_ = code;
  return *this;
}

SqliteQuery& SqliteQuery::bind(std::string_view value) {
  // A null pointer would bind NULL, so an empty view needs an address.
  const char* text = value.empty() ? "" : value.data();
  const int code =
      sqlite3_bind_text64(statement_, ++bound_, text, value.size(), SQLITE_TRANSIENT, SQLITE_UTF8);
  if (code != SQLITE_OK && failed_ == 0) failed_ = code;
  return *this;
}

SqliteQuery& SqliteQuery::bind_null() {
  const int code = sqlite3_bind_null(statement_, ++bound_);
  if (code != SQLITE_OK && failed_ == 0) failed_ = code;
  return *this;
}

Result<bool> SqliteQuery::step() {
  if (failed_ != 0)
    return std::unexpected(
        error_of(sqlite3_db_handle(statement_), failed_, sqlite3_errstr(failed_)));
  const int code = sqlite3_step(statement_);
  if (code == SQLITE_ROW) return true;
  if (code == SQLITE_DONE) return false;
  sqlite3* handle = sqlite3_db_handle(statement_);
  return std::unexpected(error_of(handle, code, sqlite3_errmsg(handle)));
}

Result<void> SqliteQuery::run() {
  for (;;) {
    UMIKOE_TRY(const bool row, step());
    if (!row) break;
  }
  sqlite3_reset(statement_);
  bound_ = 0;
  return {};
}

int64_t SqliteQuery::integer(int column) const { return sqlite3_column_int64(statement_, column); }

std::string SqliteQuery::text(int column) const {
  const auto* bytes = reinterpret_cast<const char*>(sqlite3_column_text(statement_, column));
  if (!bytes) return {};
  return {bytes, static_cast<size_t>(sqlite3_column_bytes(statement_, column))};
}

std::optional<int64_t> SqliteQuery::optional_integer(int column) const {
  if (sqlite3_column_type(statement_, column) == SQLITE_NULL) return std::nullopt;
  return integer(column);
}

Result<Sqlite> Sqlite::open(const std::string& path, const SqliteOpening& opening) {
  int flags = SQLITE_OPEN_URI | SQLITE_OPEN_NOMUTEX;
  flags |= opening.write ? SQLITE_OPEN_READWRITE : SQLITE_OPEN_READONLY;
  if (opening.create) flags |= SQLITE_OPEN_CREATE;
  sqlite3* handle = nullptr;
  const char* vfs = opening.vfs.empty() ? nullptr : opening.vfs.c_str();
  const std::string uri = uri_of(path, opening.immutable);
  const int code = sqlite3_open_v2(uri.c_str(), &handle, flags, vfs);
  Sqlite database(handle);
  if (code != SQLITE_OK) return std::unexpected(error_of(handle, code, sqlite3_errstr(code)));
  sqlite3_extended_result_codes(handle, 1);
  sqlite3_busy_timeout(handle, busy_timeout_ms);
  UMIKOE_TRY(database.run(sql::use_foreign_keys));
  UMIKOE_TRY(database.run(sql::use_full_sync));
  return database;
}

Sqlite::Sqlite(Sqlite&& other) noexcept
    : handle_(other.handle_), prepared_(std::move(other.prepared_)) {
  other.handle_ = nullptr;
  other.prepared_.clear();
}

Sqlite& Sqlite::operator=(Sqlite&& other) noexcept {
  std::swap(handle_, other.handle_);
  std::swap(prepared_, other.prepared_);
  return *this;
}

Sqlite::~Sqlite() {
  for (const auto& [sql, statement] : prepared_) sqlite3_finalize(statement);
  sqlite3_close_v2(handle_);
}

Error Sqlite::error() const {
  return error_of(handle_, sqlite3_extended_errcode(handle_), sqlite3_errmsg(handle_));
}

Result<SqliteQuery> Sqlite::query(const char* sql) {
  const auto found = prepared_.find(sql);
  if (found != prepared_.end()) {
    UMIKOE_ASSERT(!sqlite3_stmt_busy(found->second));
    return SqliteQuery(found->second);
  }
  sqlite3_stmt* statement = nullptr;
  if (sqlite3_prepare_v3(handle_, sql, -1, SQLITE_PREPARE_PERSISTENT, &statement, nullptr) !=
      SQLITE_OK) {
    return std::unexpected(error());
  }
  prepared_.emplace(sql, statement);
  return SqliteQuery(statement);
}

Result<int64_t> Sqlite::number(const char* sql) {
  UMIKOE_TRY(auto question, query(sql));
  UMIKOE_TRY(const bool row, question.step());
  if (!row) return fail("store_failed", {{"reason", "no row"}});
  return question.integer(0);
}

Result<void> Sqlite::run_script(const char* sql) {
  if (sqlite3_exec(handle_, sql, nullptr, nullptr, nullptr) != SQLITE_OK) {
    return std::unexpected(error());
  }
  return {};
}

int64_t Sqlite::last_id() const { return sqlite3_last_insert_rowid(handle_); }

Result<void> Sqlite::copy_to(const std::string& path, const std::string& vfs) {
  UMIKOE_TRY(auto copy, Sqlite::open(path, {.write = true, .create = true, .vfs = vfs}));
  sqlite3_backup* backup = sqlite3_backup_init(copy.handle_, "main", handle_, "main");
  if (!backup) return std::unexpected(copy.error());
  sqlite3_backup_step(backup, -1);
  const int code = sqlite3_backup_finish(backup);
  if (code != SQLITE_OK) return std::unexpected(error_of(handle_, code, sqlite3_errstr(code)));
  return {};
}

Result<Transaction> Transaction::begin(Sqlite& database, const char* begin_sql) {
  UMIKOE_TRY(database.run(begin_sql));
  return Transaction(database);
}

Transaction::~Transaction() {
  // A roll-back that fails leaves SQLite to roll back when the connection closes: same result.
  if (database_) static_cast<void>(database_->run(sql::roll_back));
}

Result<void> Transaction::commit() {
  UMIKOE_TRY(database_->run(sql::commit));
  database_ = nullptr;
  return {};
}

}  // namespace umikoe::stores
