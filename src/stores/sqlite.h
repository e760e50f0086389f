#pragma once

#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <unordered_map>

#include "base/result.h"

struct sqlite3;
struct sqlite3_stmt;

namespace umikoe::stores {

// One question being asked: its parameters by position, its rows one at a time. Lent by a Sqlite,
// and handed back (reset, parameters cleared) when destroyed.
class SqliteQuery {
 public:
  explicit SqliteQuery(sqlite3_stmt* statement) : statement_(statement) {}
  ~SqliteQuery();
  SqliteQuery(SqliteQuery&& other) noexcept;
  SqliteQuery& operator=(SqliteQuery&&) = delete;

  SqliteQuery& bind(int64_t value);
  SqliteQuery& bind(int value) { return bind(int64_t{value}); }
  SqliteQuery& bind(bool value) { return bind(int64_t{value}); }
  SqliteQuery& bind(std::string_view value);
  SqliteQuery& bind(const char* value) { return bind(std::string_view(value)); }
  SqliteQuery& bind(const std::string& value) { return bind(std::string_view(value)); }
  template <class T>
  SqliteQuery& bind(const std::optional<T>& value) {
    return value ? bind(*value) : bind_null();
  }
  SqliteQuery& bind_null();

  Result<bool> step();  // true while there is a row
  Result<void> run();   // steps to the end and makes the question ready to be bound again

  int64_t integer(int column) const;
  std::string text(int column) const;
  std::optional<int64_t> optional_integer(int column) const;

 private:
  sqlite3_stmt* statement_;
  int bound_ = 0;
  int failed_ = 0;  // the first bind that failed, reported by step
};

struct SqliteOpening {
  bool write = false;
  bool create = false;
  bool immutable = false;  // a folder nobody can write: no lock files, no log
  std::string vfs;         // empty: the default one
};

// A connection, with its prepared questions kept by the address of their text.
class Sqlite {
 public:
  static Result<Sqlite> open(const std::string& path, const SqliteOpening& opening);
  Sqlite(Sqlite&&) noexcept;
  Sqlite& operator=(Sqlite&&) noexcept;
  ~Sqlite();

  // `sql` must be one of the constants made from the .sql files.
  Result<SqliteQuery> query(const char* sql);
  // Binds the arguments in order and runs to the end.
  template <class... Arguments>
  Result<void> run(const char* sql, const Arguments&... arguments) {
    UMIKOE_TRY(auto question, query(sql));
    (question.bind(arguments), ...);
    return question.run();
  }
  // The first column of the first row; an error when there is none.
  Result<int64_t> number(const char* sql);
  // Many statements in one text, as migrations are.
  Result<void> run_script(const char* sql);
  int64_t last_id() const;
  // A consistent copy of the whole database, through SQLite's backup interface.
  Result<void> copy_to(const std::string& path, const std::string& vfs);

 private:
  explicit Sqlite(sqlite3* handle) : handle_(handle) {}
  Error error() const;

  sqlite3* handle_;
  std::unordered_map<const char*, sqlite3_stmt*> prepared_;
};

// A transaction that is rolled back unless commit succeeded.
class Transaction {
 public:
  static Result<Transaction> begin(Sqlite& database, const char* begin_sql);
  Transaction(Transaction&& other) noexcept : database_(other.database_) {
    other.database_ = nullptr;
  }
  ~Transaction();
  Result<void> commit();

 private:
  explicit Transaction(Sqlite& database) : database_(&database) {}
  Sqlite* database_;
};

}  // namespace umikoe::stores
