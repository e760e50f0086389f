#pragma once

#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "demand/observation.h"
#include "demand/revenue.h"
#include "stores/duck.h"
#include "stores/segment_file.h"

namespace umikoe::stores {

// Turns rows into segments, at most rows_max of them at a time, so that memory stays bounded
// however long the input is. The same rows in the same order give the same files.
class SegmentWriter {
 public:
  SegmentWriter(SegmentFolders folders, const FileLayer& files, int64_t rows_max);
  ~SegmentWriter();
  SegmentWriter(const SegmentWriter&) = delete;
  SegmentWriter& operator=(const SegmentWriter&) = delete;

  Result<void> add(const demand::ChartRow& row);
  Result<void> add(const demand::UsageRow& row);
  Result<void> add(const demand::RevenueRow& row);
  // Writes what is left; every segment is then on the disk, name and bytes, power cut or not.
  Result<std::vector<Segment>> finish();
  // What has been written so far; when no delivery registers them, they are for the store to drop.
  const std::vector<Segment>& segments() const { return segments_; }

 private:
  struct Table;
  Result<Table*> table(const char* kind);
  Result<void> count_row(Table& table);
  Result<void> flush(Table& table);

  SegmentFolders folders_;
  FileLayer files_;
  int64_t rows_max_;
  std::optional<Duck> duck_;
  std::vector<std::unique_ptr<Table>> tables_;
  std::vector<Segment> segments_;
};

}  // namespace umikoe::stores
