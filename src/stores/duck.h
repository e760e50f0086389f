#pragma once

#include <cstdint>
#include <functional>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/date.h"
#include "base/result.h"

namespace umikoe::stores {

// One row of an answer; every column is a BIGINT or a VARCHAR.
class DuckRow {
 public:
  int64_t integer(size_t column) const { return integers_[column].value_or(0); }
  std::optional<int64_t> optional_integer(size_t column) const { return integers_[column]; }
  const std::string& text(size_t column) const { return texts_[column]; }
  bool is_null(size_t column) const { return nulls_[column]; }

 private:
  friend class Duck;
  std::vector<std::optional<int64_t>> integers_;
  std::vector<std::string> texts_;
  std::vector<bool> nulls_;
};

// Parameters of a question, in order.
class DuckParameters {
 public:
  DuckParameters();
  DuckParameters(DuckParameters&&) noexcept;
  ~DuckParameters();
  DuckParameters& add(int64_t value);
  DuckParameters& add(std::string_view value);
  DuckParameters& add(const std::vector<std::string>& values);
  DuckParameters& add(const std::vector<int64_t>& values);

 private:
  friend class Duck;
  struct Values;
  std::unique_ptr<Values> values_;
};

// A DuckDB that lives in memory and loads no extension from anywhere.
class Duck {
 public:
  // threads 0: as many as the machine has. Spills into `temporary_folder` when memory is short.
  static Result<Duck> open(int threads, const std::string& temporary_folder);
  Duck(Duck&&) noexcept;
  ~Duck();

  Result<void> run(const char* sql);
  Result<void> run(const char* sql, const DuckParameters& parameters);
  // Gives every row of the answer, one at a time: there may be millions. An error of `row` ends it.
  Result<void> each(const char* sql, const DuckParameters& parameters,
                    const std::function<Result<void>(const DuckRow&)>& row);

 private:
  friend class DuckAppender;
  struct Handles;
  explicit Duck(std::unique_ptr<Handles> handles);
  std::unique_ptr<Handles> handles_;
};

// Appends rows to one table, value by value in the order and of the types of its columns; they are
// handed over by the thousand. The first failure is told by end_row or close.
class DuckAppender {
 public:
  static Result<DuckAppender> open(Duck& duck, const char* table);
  DuckAppender(DuckAppender&&) noexcept;
  ~DuckAppender();

  DuckAppender& add(std::string_view text);
  DuckAppender& add(int64_t number);
  DuckAppender& add(int32_t number);
  DuckAppender& add(bool truth);
  DuckAppender& add(Date day);
  DuckAppender& add_null();
  Result<void> end_row();
  Result<void> close();

 private:
  struct Chunk;
  explicit DuckAppender(std::unique_ptr<Chunk> chunk);
  std::unique_ptr<Chunk> chunk_;
};

}  // namespace umikoe::stores
