#include "stores/memory_files.h"

#include <algorithm>

#include "base/limits.h"

namespace umikoe::stores {
namespace {

// Reads its own copy: a file replaced meanwhile is read to its end as it was.
class MemoryReader final : public app::FileReader {
 public:
  explicit MemoryReader(std::string bytes) : bytes_(std::move(bytes)) {}

  Result<size_t> read(std::span<char> buffer) override {
    const size_t count = std::min(buffer.size(), bytes_.size() - at_);
    std::copy_n(bytes_.begin() + static_cast<std::ptrdiff_t>(at_), count, buffer.begin());
    at_ += count;
    return count;
  }

 private:
  std::string bytes_;
  size_t at_ = 0;
};

std::string without_slash(std::string path) {
  while (path.size() > 1 && path.ends_with('/')) path.pop_back();
  return path;
}

std::string parent_of(const std::string& path) {
  const size_t slash = path.find_last_of('/');
  return slash == std::string::npos ? "" : path.substr(0, slash);
}

bool has_hidden_part(std::string_view below) {
  return below.starts_with('.') || below.find("/.") != std::string_view::npos;
}

}  // namespace

bool MemoryFiles::is_folder(const std::string& path) const {
  const auto below = files_.lower_bound(path + "/");
  return folders_.contains(path) ||
         (below != files_.end() && below->first.starts_with(path + "/"));
}

Result<std::vector<std::string>> MemoryFiles::files_at(const std::string& path) const {
  const std::string wanted = without_slash(path);
  if (files_.contains(wanted)) return std::vector{wanted};
  if (!is_folder(wanted)) return fail("no_such_file", {{"path", path}}, {path, 0, ""});
  std::vector<std::string> found;
  const std::string prefix = wanted + "/";
  for (auto at = files_.lower_bound(prefix); at != files_.end(); ++at) {
    if (!at->first.starts_with(prefix)) break;
    const std::string_view below = std::string_view(at->first).substr(prefix.size());
    if (has_hidden_part(below)) continue;
    if (std::ranges::count(below, '/') > limits::folder_depth.value) {
      return fail("limit_exceeded",
                  {{"limit", std::string(limits::folder_depth.name)},
                   {"value", std::to_string(limits::folder_depth.value)}},
                  {parent_of(at->first), 0, ""});
    }
    found.push_back(at->first);
  }
  return found;
}

Result<std::unique_ptr<app::FileReader>> MemoryFiles::open(const std::string& path) const {
  const auto file = files_.find(path);
  if (file == files_.end()) return fail("file_unreadable", {{"path", path}}, {path, 0, ""});
  return std::make_unique<MemoryReader>(file->second);
}

Result<void> MemoryFiles::make_folder(const std::string& path) {
  for (std::string part = without_slash(path); !part.empty() && part != "/";
       part = parent_of(part)) {
    if (files_.contains(part)) {
      return fail("file_unwritable", {{"path", path}, {"reason", part}}, {path, 0, ""});
    }
    folders_.insert(part);
  }
  return {};
}

Result<void> MemoryFiles::write(const std::string& path, std::string_view bytes) {
  if (is_folder(path) || !is_folder(parent_of(path))) {
    return fail("file_unwritable", {{"path", path}, {"reason", parent_of(path)}}, {path, 0, ""});
  }
  files_.insert_or_assign(path, std::string(bytes));
  return {};
}

}  // namespace umikoe::stores
