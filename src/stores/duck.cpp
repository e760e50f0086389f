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

// DuckDB makes no list, not even an empty one, of values that are nowhere.
duckdb_value list_of(duckdb_type element, std::vector<duckdb_value>& values) {
  duckdb_logical_type type = duckdb_create_logical_type(element);
  duckdb_value nothing = nullptr;
  duckdb_value* const first = values.empty() ? &nothing : values.data();
  duckdb_value list = duckdb_create_list_value(type, first, values.size());
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
  UMIKOE_TRY(duck.run(sql::keep_join_sides));
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
  return each(sql, parameters, [](const DuckRow&) { return Result<void>(); });
}

namespace {

// The columns of one chunk of an answer, for as long as the chunk lives.
struct ChunkColumns {
  std::vector<duckdb_type> types;
  std::vector<uint64_t*> valid;
  std::vector<void*> data;

  void of(duckdb_data_chunk chunk) {
    valid.clear();
    data.clear();
    for (idx_t c = 0; c < types.size(); ++c) {
      duckdb_vector vector = duckdb_data_chunk_get_vector(chunk, c);
      valid.push_back(duckdb_vector_get_validity(vector));
      data.push_back(duckdb_vector_get_data(vector));
    }
  }
};

struct Chunk {
  duckdb_data_chunk chunk;
  ~Chunk() { duckdb_destroy_data_chunk(&chunk); }
};

}  // namespace

Result<void> Duck::each(const char* sql, const DuckParameters& parameters,
                        const std::function<Result<void>(const DuckRow&)>& sink) {
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
  ChunkColumns columns;
  for (idx_t c = 0; c < duckdb_column_count(&answer.result); ++c) {
    columns.types.push_back(duckdb_column_type(&answer.result, c));
  }
  DuckRow row;
  row.integers_.resize(columns.types.size());
  row.texts_.resize(columns.types.size());
  row.nulls_.resize(columns.types.size());
  while (duckdb_data_chunk fetched = duckdb_fetch_chunk(answer.result)) {
    const Chunk chunk{fetched};
    columns.of(fetched);
    for (idx_t r = 0; r < duckdb_data_chunk_get_size(fetched); ++r) {
      for (idx_t c = 0; c < columns.types.size(); ++c) {
        row.nulls_[c] = columns.valid[c] && !duckdb_validity_row_is_valid(columns.valid[c], r);
        row.integers_[c].reset();
        row.texts_[c].clear();
        if (row.nulls_[c]) continue;
        if (columns.types[c] == DUCKDB_TYPE_VARCHAR) {
          duckdb_string_t text = static_cast<duckdb_string_t*>(columns.data[c])[r];
          row.texts_[c].assign(duckdb_string_t_data(&text), duckdb_string_t_length(text));
        } else if (columns.types[c] == DUCKDB_TYPE_BIGINT) {
          row.integers_[c] = static_cast<int64_t*>(columns.data[c])[r];
        }
      }
      UMIKOE_TRY(sink(row));
    }
  }
  return {};
}

// One chunk of rows and the appender it goes to. A value of another type than its column, or too
// many or few values in a row, is a failure like any other.
struct DuckAppender::Chunk {
  duckdb_appender appender = nullptr;
  duckdb_data_chunk chunk = nullptr;
  std::vector<duckdb_type> types;
  std::vector<duckdb_vector> vectors;
  std::vector<void*> data;
  idx_t row = 0;
  size_t column = 0;
  bool failed = false;

  ~Chunk() {
    if (chunk) duckdb_destroy_data_chunk(&chunk);
    if (appender) duckdb_appender_destroy(&appender);
  }

  void make() {
    std::vector<duckdb_logical_type> logical;
    for (idx_t c = 0; c < duckdb_appender_column_count(appender); ++c) {
      logical.push_back(duckdb_appender_column_type(appender, c));
      types.push_back(duckdb_get_type_id(logical.back()));
    }
    chunk = duckdb_create_data_chunk(logical.data(), logical.size());
    for (duckdb_logical_type& type : logical) duckdb_destroy_logical_type(&type);
    begin();
  }
  void begin() {
    row = 0;
    vectors.clear();
    data.clear();
    for (idx_t c = 0; c < types.size(); ++c) {
      vectors.push_back(duckdb_data_chunk_get_vector(chunk, c));
      data.push_back(duckdb_vector_get_data(vectors.back()));
    }
  }
  bool next(duckdb_type type) {
    failed = failed || column >= types.size() || types[column] != type;
    return !failed;
  }
  template <class T>
  void put(duckdb_type type, T value) {
    if (next(type)) static_cast<T*>(data[column])[row] = value;
    ++column;
  }
  bool hand_over() {
    if (row == 0) return true;
    duckdb_data_chunk_set_size(chunk, row);
    const bool done = duckdb_append_data_chunk(appender, chunk) == DuckDBSuccess;
    duckdb_data_chunk_reset(chunk);
    begin();
    return done;
  }
};

DuckAppender::DuckAppender(std::unique_ptr<Chunk> chunk) : chunk_(std::move(chunk)) {}
DuckAppender::DuckAppender(DuckAppender&&) noexcept = default;
DuckAppender::~DuckAppender() = default;

Result<DuckAppender> DuckAppender::open(Duck& duck, const char* table) {
  auto chunk = std::make_unique<Chunk>();
  if (duckdb_appender_create(duck.handles_->connection, nullptr, table, &chunk->appender) !=
      DuckDBSuccess) {
    return failed(duckdb_appender_error(chunk->appender));
  }
  chunk->make();
  return DuckAppender(std::move(chunk));
}

DuckAppender& DuckAppender::add(std::string_view text) {
  if (chunk_->next(DUCKDB_TYPE_VARCHAR)) {
    duckdb_vector_assign_string_element_len(chunk_->vectors[chunk_->column], chunk_->row,
                                            text.data(), text.size());
  }
  ++chunk_->column;
  return *this;
}

DuckAppender& DuckAppender::add(int64_t number) {
  chunk_->put(DUCKDB_TYPE_BIGINT, number);
  return *this;
}

DuckAppender& DuckAppender::add(int32_t number) {
  chunk_->put(DUCKDB_TYPE_INTEGER, number);
  return *this;
}

DuckAppender& DuckAppender::add(bool truth) {
  chunk_->put(DUCKDB_TYPE_BOOLEAN, truth);
  return *this;
}

DuckAppender& DuckAppender::add(Date day) {
  chunk_->put(DUCKDB_TYPE_DATE, duckdb_date{day.days});
  return *this;
}

DuckAppender& DuckAppender::add_null() {
  if (chunk_->column < chunk_->types.size()) {
    duckdb_vector vector = chunk_->vectors[chunk_->column];
    duckdb_vector_ensure_validity_writable(vector);
    duckdb_validity_set_row_invalid(duckdb_vector_get_validity(vector), chunk_->row);
  } else {
    chunk_->failed = true;
  }
  ++chunk_->column;
  return *this;
}

Result<void> DuckAppender::end_row() {
  chunk_->failed = chunk_->failed || chunk_->column != chunk_->types.size();
  if (chunk_->failed) return failed("a row does not fit its table");
  chunk_->column = 0;
  if (++chunk_->row < duckdb_vector_size()) return {};
  if (!chunk_->hand_over()) return failed(duckdb_appender_error(chunk_->appender));
  return {};
}

Result<void> DuckAppender::close() {
  if (!chunk_->hand_over() || duckdb_appender_close(chunk_->appender) != DuckDBSuccess) {
    return failed(duckdb_appender_error(chunk_->appender));
  }
  return {};
}

}  // namespace umikoe::stores
