#pragma once

#include <array>
#include <cstdint>
#include <map>
#include <memory>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace umikoe::formats::dsr {

// Columns of one record type that mean the same, the preferred first.
class ColumnChoice {
 public:
  void add(size_t column) {
    if (count_ < at_.size()) at_[count_++] = static_cast<uint32_t>(column);
  }
  // The first of them that the line has and that is not empty.
  std::string_view of(std::span<const std::string_view> cells) const {
    for (size_t i = 0; i < count_; ++i) {
      if (at_[i] < cells.size() && !cells[at_[i]].empty()) return cells[at_[i]];
    }
    return {};
  }

 private:
  std::array<uint32_t, 4> at_ = {};
  size_t count_ = 0;
};

// What is read of the records of blocks, which come by the million, worked out once for each type.
struct BodyColumns {
  ColumnChoice resource_reference;
  ColumnChoice resource_of_service;
  ColumnChoice isrc;
  ColumnChoice used;  // the resource, or else the release, that a usage is of
  ColumnChoice summary;
  ColumnChoice territory;
  ColumnChoice use_type;
  ColumnChoice start;
  ColumnChoice end;
  ColumnChoice sold;
  ColumnChoice returned;
  bool money = false;  // the type has columns of money
  size_t cells = 0;    // no cell behind these is asked for
  bool known = false;
};

// Where the columns of a record type stand. Comment lines of the file itself say so where they are
// present; else the layouts of the published profiles do.
class RecordLayouts {
 public:
  // A comment line's cells, "#SY02.01", "SummaryRecordId" …
  void learn(std::span<const std::string_view> cells);
  // Where the columns of one record type stand, as far as they were asked for: reports have records
  // by the million, of few types, each asked for the same few columns.
  class Found;
  Found& found(std::string_view record_type) const;
  // The index of the first column of that name. `name` is a literal: its address stands for it.
  std::optional<size_t> column(Found& found, std::string_view name) const;
  bool knows(std::string_view record_type) const;
  const BodyColumns& body(const Found& found) const;

  RecordLayouts();
  ~RecordLayouts();

 private:
  using Columns = std::vector<std::string>;
  const Columns* learned(std::string_view record_type) const;
  std::optional<size_t> look_up(std::string_view record_type, std::string_view name) const;
  BodyColumns body_columns(std::string_view record_type) const;

  std::map<std::string, Columns, std::less<>> learned_;
  mutable std::vector<std::unique_ptr<Found>> found_;
};

// One record and how to read its cells by name.
struct Record {
  const RecordLayouts& layouts;
  std::span<const std::string_view> cells;
  long line = 0;
  mutable RecordLayouts::Found* found = nullptr;

  std::string_view type() const { return cells.front(); }
  // The cell of the first of these columns that the record type has and that is not empty.
  std::string_view cell(std::initializer_list<std::string_view> names) const;
};

}  // namespace umikoe::formats::dsr
