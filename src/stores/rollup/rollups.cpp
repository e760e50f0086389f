#include "stores/rollup/rollups.h"

#include <algorithm>
#include <cstdlib>

#include "stores/rollup/make_rollup.h"

namespace umikoe::stores {
namespace {

// How many rows each segment has. A compacted one stands once for each delivery with its rows; the
// same rows in two deliveries are one file that stands twice.
std::map<std::string, int64_t> rows_by_segment(const RegisteredSegments& registered) {
  std::map<std::string, int64_t> rows;
  for (const Segment& segment : registered.files) {
    int64_t& of_file = rows[segment.name];
    of_file = is_compact(segment) ? of_file + segment.row_count : segment.row_count;
  }
  return rows;
}

// Nothing where there is none; else whether all of it can be believed.
Result<bool> is_there(const std::string& folder, const std::string& segment, int64_t rows) {
  const auto opened = Rollup::open(folder, segment);
  if (!opened && opened.error().code == "map_missing") return false;
  if (!opened) return std::unexpected(opened.error());
  UMIKOE_TRY((*opened)->verify(rows));
  return true;
}

}  // namespace

std::vector<UsageFile> usage_files_of(const RegisteredSegments& registered) {
  std::map<std::string, UsageFile> files;
  for (size_t i = 0; i < registered.files.size(); ++i) {
    const Segment& segment = registered.files[i];
    UsageFile& file = files[segment.name];
    file.segment = segment;
    file.compact = is_compact(segment);
    file.deliveries.push_back(std::abs(registered.list.deliveries[i]));
  }
  std::vector<UsageFile> out;
  for (auto& [name, file] : files) {
    std::ranges::sort(file.deliveries);
    out.push_back(std::move(file));
  }
  return out;
}

const Rollup* Rollups::of(const std::string& segment) {
  const auto at = opened_.find(segment);
  if (at != opened_.end()) return at->second.get();
  if (folder_.empty() || distrusted_.contains(segment)) return nullptr;
  auto opened = Rollup::open(folder_, segment);
  if (!opened) {
    if (opened.error().code != "map_missing") distrusted_.insert(segment);
    return nullptr;
  }
  return opened_.emplace(segment, *std::move(opened)).first->second.get();
}

void Rollups::distrust(const std::string& segment) {
  opened_.erase(segment);
  distrusted_.insert(segment);
}

void Rollups::keep(const std::vector<UsageFile>& files) {
  distrusted_.clear();
  std::erase_if(opened_, [&](const auto& entry) {
    return !std::ranges::binary_search(files, entry.first, {},
                                       [](const UsageFile& file) { return file.segment.name; });
  });
}

Result<void> make_missing_rollups(const SegmentFolders& folders, const std::string& rollups,
                                  const FileLayer& files, const RegisteredSegments& registered) {
  for (const auto& [segment, rows] : rows_by_segment(registered)) {
    const auto there = is_there(rollups, segment, rows);
    if (there && *there) continue;
    UMIKOE_TRY(make_rollup(folders, rollups, files, segment));
  }
  return {};
}

std::vector<Finding> verify_rollups(const std::string& folder,
                                    const RegisteredSegments& registered) {
  std::vector<Finding> findings;
  for (const auto& [segment, rows] : rows_by_segment(registered)) {
    const auto there = is_there(folder, segment, rows);
    if (there) continue;
    findings.push_back(there.error());
    findings.back().where.file = folder + "/" + rollup_name(segment);
  }
  return findings;
}

}  // namespace umikoe::stores
