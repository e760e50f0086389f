#pragma once

#include <map>
#include <memory>
#include <set>
#include <string>
#include <vector>

#include "stores/registered_segments.h"
#include "stores/rollup/rollup_file.h"

namespace umikoe::stores {

// A registered segment with the deliveries of it that stand, in order.
struct UsageFile {
  Segment segment;
  bool compact = false;  // its rows say whose they are
  std::vector<int64_t> deliveries;
};
std::vector<UsageFile> usage_files_of(const RegisteredSegments& registered);

// The opened rollups of a world. Not for two threads at once.
class Rollups {
 public:
  // An empty folder: there are none.
  explicit Rollups(std::string folder) : folder_(std::move(folder)) {}
  // Null where the segment has none that can be believed.
  const Rollup* of(const std::string& segment);
  // One of its pages was found broken: it is believed no more until there is another.
  void distrust(const std::string& segment);
  // Lets go of all but these, and gives the distrusted ones another chance.
  void keep(const std::vector<UsageFile>& files);

 private:
  std::string folder_;
  std::map<std::string, std::shared_ptr<const Rollup>> opened_;
  std::set<std::string> distrusted_;
};

// Makes a rollup of every registered segment of usage that has none, or none that can be believed.
Result<void> make_missing_rollups(const SegmentFolders& folders, const std::string& rollups,
                                  const FileLayer& files, const RegisteredSegments& registered);

// Every rollup of a registered segment that is there and cannot be believed (rollup_broken).
std::vector<Finding> verify_rollups(const std::string& folder,
                                    const RegisteredSegments& registered);

}  // namespace umikoe::stores
