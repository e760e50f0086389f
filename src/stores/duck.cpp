#include "stores/duck.h"

#include <duckdb.h>

#include "stores_sql.h"

namespace umikoe::stores {
namespace {

std::unexpected<Error> failed(const char* text) {
  return fail("store_failed", {{"reason", text ? text : "DuckDB"}});
}

struct Prepared {
  duckdb_prepared_statement statement = nullptr;
  ~Prepared() { duckdb_destroy_prepare(&statement); }
};

struct Answer {
  duckdb_result result = {};
  ~Answer() { duckdb_destroy_result(&result); }
};

}  // namespace

struct DuckParameters::Values {
  std::vector<duckdb_value> list;
};

DuckParameters::DuckParameters() : values_(std::make_unique<Values>()) {}

DuckParameters::DuckParameters(DuckParameters&&) noexcept = default;

DuckParameters::~DuckParameters() {
  if (!values_) return;
  for (duckdb_value& value : values_->list) duckdb_destroy_value(&value);
}

DuckParameters& DuckParameters::add(int64_t value) {
  values_->list.push_back(duckdb_create_int64(value));
  return *this;
}

DuckParameters& DuckParameters::add(std::string_view value) {
  values_->list.push_back(duckdb_create_varchar_length(value.data(), value.size()));
  return *this;
}

namespace {

duckdb_value list_of(duckdb_type element, std::vector<duckdb_value>& values) {
  duckdb_logical_type type = duckdb_create_logical_type(element);
  duckdb_value list = duckdb_create_list_value(type, values.data(), values.size());
  duckdb_destroy_logical_type(&type);
  for (duckdb_value& value : values) duckdb_destroy_value(&value);
  return list;
}

}  // namespace

DuckParameters& DuckParameters::add(const std::vector<std::string>& values) {
  std::vector<duckdb_value> elements;
  for (const std::string& value : values) {
    elements.push_back(duckdb_create_varchar_length(value.data(), value.size()));
  }
  values_->list.push_back(list_of(DUCKDB_TYPE_VARCHAR, elements));
  return *this;
}

DuckParameters& DuckParameters::add(const std::vector<int64_t>& values) {
  std::vector<duckdb_value> elements;
  for (const int64_t value : values) elements.push_back(duckdb_create_int64(value));
  values_->list.push_back(list_of(DUCKDB_TYPE_BIGINT, elements));
  return *this;
}

struct Duck::Handles {
  duckdb_database database = nullptr;
  duckdb_connection connection = nullptr;
  ~Handles() {
    duckdb_disconnect(&connection);
    duckdb_close(&database);
  }
};

Duck::Duck(std::unique_ptr<Handles> handles) : handles_(std::move(handles)) {}
Duck::Duck(Duck&&) noexcept = default;
Duck::~Duck() = default;

Result<Duck> Duck::open(int threads, const std::string& temporary_folder) {
  auto handles = std::make_unique<Handles>();
  if (duckdb_open(nullptr, &handles->database) != DuckDBSuccess ||
      duckdb_connect(handles->database, &handles->connection) != DuckDBSuccess) {
    return failed("DuckDB does not open");
  }
  Duck duck(std::move(handles));
  UMIKOE_TRY(duck.run(sql::no_autoinstall));
  UMIKOE_TRY(duck.run(sql::no_autoload));
  DuckParameters folder;
  folder.add(temporary_folder);
  UMIKOE_TRY(duck.run(sql::use_temporary_folder, folder));
  if (threads > 0) {
    DuckParameters count;
    count.add(int64_t{threads});
    UMIKOE_TRY(duck.run(sql::use_threads, count));
  }
  return duck;
}

Result<void> Duck::run(const char* sql) { return run(sql, DuckParameters()); }

Result<void> Duck::run(const char* sql, const DuckParameters& parameters) {
  UMIKOE_TRY(const auto rows, ask(sql, parameters));
  return {};
}

Result<std::vector<DuckRow>> Duck::ask(const char* sql, const DuckParameters& parameters) {
  Prepared prepared;
  if (duckdb_prepare(handles_->connection, sql, &prepared.statement) != DuckDBSuccess) {
    return failed(duckdb_prepare_error(prepared.statement));
  }
  idx_t position = 0;
  for (duckdb_value value : parameters.values_->list) {
    if (duckdb_bind_value(prepared.statement, ++position, value) != DuckDBSuccess) {
      return failed(duckdb_prepare_error(prepared.statement));
    }
  }
  Answer answer;
  if (duckdb_execute_prepared(prepared.statement, &answer.result) != DuckDBSuccess) {
    return failed(duckdb_result_error(&answer.result));
  }
  std::vector<DuckRow> rows;
  const idx_t columns = duckdb_column_count(&answer.result);
  std::vector<duckdb_type> types;
  for (idx_t c = 0; c < columns; ++c) types.push_back(duckdb_column_type(&answer.result, c));
  while (duckdb_data_chunk chunk = duckdb_fetch_chunk(answer.result)) {
    const size_t first = rows.size();
    const idx_t count = duckdb_data_chunk_get_size(chunk);
    rows.resize(first + count);
    for (idx_t r = 0; r < count; ++r) {
      rows[first + r].integers_.resize(columns);
      rows[first + r].texts_.resize(columns);
      rows[first + r].nulls_.resize(columns);
    }
    for (idx_t c = 0; c < columns; ++c) {
      duckdb_vector vector = duckdb_data_chunk_get_vector(chunk, c);
      uint64_t* valid = duckdb_vector_get_validity(vector);
      void* data = duckdb_vector_get_data(vector);
      for (idx_t r = 0; r < count; ++r) {
        DuckRow& row = rows[first + r];
        row.nulls_[c] = valid && !duckdb_validity_row_is_valid(valid, r);
        if (row.nulls_[c]) continue;
        if (types[c] == DUCKDB_TYPE_VARCHAR) {
          duckdb_string_t text = static_cast<duckdb_string_t*>(data)[r];
          row.texts_[c].assign(duckdb_string_t_data(&text), duckdb_string_t_length(text));
        } else if (types[c] == DUCKDB_TYPE_BIGINT) {
          row.integers_[c] = static_cast<int64_t*>(data)[r];
        }
      }
    }
    duckdb_destroy_data_chunk(&chunk);
  }
  return rows;
}

Result<DuckAppender> DuckAppender::open(Duck& duck, const char* table) {
  duckdb_appender appender = nullptr;
  if (duckdb_appender_create(duck.handles_->connection, nullptr, table, &appender) !=
      DuckDBSuccess) {
    auto error = failed(duckdb_appender_error(appender));
    duckdb_appender_destroy(&appender);
    return error;
  }
  return DuckAppender(appender);
}

DuckAppender::DuckAppender(DuckAppender&& other) noexcept
    : handle_(other.handle_), failed_(other.failed_) {
  other.handle_ = nullptr;
}

DuckAppender::~DuckAppender() {
  auto appender = static_cast<duckdb_appender>(handle_);
  if (appender) duckdb_appender_destroy(&appender);
}

DuckAppender& DuckAppender::add(std::string_view text) {
  auto appender = static_cast<duckdb_appender>(handle_);
  failed_ |= duckdb_append_varchar_length(appender, text.data(), text.size()) != DuckDBSuccess;
  return *this;
}

DuckAppender& DuckAppender::add(int64_t number) {
  failed_ |= duckdb_append_int64(static_cast<duckdb_appender>(handle_), number) != DuckDBSuccess;
  return *this;
}

DuckAppender& DuckAppender::add(int32_t number) {
  failed_ |= duckdb_append_int32(static_cast<duckdb_appender>(handle_), number) != DuckDBSuccess;
  return *this;
}

DuckAppender& DuckAppender::add(bool truth) {
  failed_ |= duckdb_append_bool(static_cast<duckdb_appender>(handle_), truth) != DuckDBSuccess;
  return *this;
}

DuckAppender& DuckAppender::add(Date day) {
  auto appender = static_cast<duckdb_appender>(handle_);
  failed_ |= duckdb_append_date(appender, duckdb_date{day.days}) != DuckDBSuccess;
  return *this;
}

DuckAppender& DuckAppender::add_null() {
  failed_ |= duckdb_append_null(static_cast<duckdb_appender>(handle_)) != DuckDBSuccess;
  return *this;
}

Result<void> DuckAppender::end_row() {
  auto appender = static_cast<duckdb_appender>(handle_);
  failed_ |= duckdb_appender_end_row(appender) != DuckDBSuccess;
  if (failed_) return failed(duckdb_appender_error(appender));
  return {};
}

Result<void> DuckAppender::close() {
  auto appender = static_cast<duckdb_appender>(handle_);
  if (duckdb_appender_close(appender) != DuckDBSuccess) {
    return failed(duckdb_appender_error(appender));
  }
  return {};
}

}  // namespace umikoe::stores
