#pragma once

#include <cstdint>
#include <string>

#include "stores/file_layer.h"

namespace umikoe::stores {

// An immutable Parquet file of observations, named by the hash of its bytes.
struct Segment {
  std::string name;  // <sha256>.parquet
  std::string kind;  // "chart", "usage" or "revenue", of one delivery; with "compact_" of several
  int64_t row_count = 0;
  int64_t byte_count = 0;
  // The first and last recording in it (of a chart: territory); "~" is behind all.
  std::string first_key = {};
  std::string last_key = "~";
};

struct SegmentFolders {
  std::string segments;
  std::string temporary;
  std::string writer = "0";  // part of the names of unfinished files, one per live writer
};

// Makes a segment of a finished Parquet file: bytes first, then the name, then the folder, so that
// a name in the folder always has all its bytes, power cut or not. Kind and rows are the caller's.
Result<Segment> publish_segment(const SegmentFolders& folders, const FileLayer& files,
                                const std::string& parquet);

}  // namespace umikoe::stores
