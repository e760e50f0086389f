#pragma once

#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "stores/duck.h"
#include "stores/segment_file.h"
#include "stores/segment_queries.h"

namespace umikoe::stores {

// A segment of several deliveries, once for each of them, with its rows.
struct CompactSegments {
  std::vector<std::pair<Segment, int64_t>> registrations;  // segment and delivery
  std::vector<Segment> files;
  int64_t rows = 0;
};

// The kinds of observations that are compacted, and the word of a compacted file of each.
std::vector<std::string_view> compacted_kinds();
std::string compact_word(std::string_view kind);
bool is_compact(const Segment& segment);

// Writes rows of many segments into few files of about rows_max rows each, cut between recordings
// (charts: between territories) and ordered by them, so that a question about one recording reads
// one place of one file. One thread: the same rows give the same files.
class Compactor {
 public:
  Compactor(SegmentFolders folders, const FileLayer& files, int64_t rows_max)
      : folders_(std::move(folders)), files_(files), rows_max_(rows_max) {}

  Result<CompactSegments> write(std::string_view kind, const SegmentList& from);
  // What has been written so far; where nobody registers them, they are for the store to drop.
  const std::vector<Segment>& segments() const { return written_; }

 private:
  struct Part {
    std::string first;  // key
    std::string last;
    std::string behind;  // the first key that is not of it
  };
  Result<std::vector<Part>> parts_of(Duck& duck, std::string_view kind, const SegmentList& from);
  Result<void> write_part(Duck& duck, std::string_view kind, const SegmentList& from,
                          const Part& part, CompactSegments& out);

  SegmentFolders folders_;
  FileLayer files_;
  int64_t rows_max_;
  std::vector<Segment> written_;
};

}  // namespace umikoe::stores
