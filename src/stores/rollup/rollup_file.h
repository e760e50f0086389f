#pragma once

#include <memory>
#include <string>

#include "stores/rollup/rollup_view.h"
#include "stores/section_file.h"

namespace umikoe::stores {

// The name of the rollup of a segment: rollup-<hash>-<format>.bin. A segment never changes, so
// neither does what its rollup says; another format is another name.
std::string rollup_name(const std::string& segment);
// Whether this or another version of the program gives a file such a name, finished or not.
bool is_rollup_name(const std::string& name);
// The hash in a segment's name.
std::string_view hash_of_segment(std::string_view segment);

// A rollup, mapped. It stays readable after its name is gone, and is never changed.
class Rollup {
 public:
  // Of that segment, from that folder. Errors map_missing, rollup_broken {name, reason}.
  static Result<std::shared_ptr<const Rollup>> open(const std::string& folder,
                                                    const std::string& segment);
  const RollupView& view() const { return view_; }
  // Every byte and row of it, and that it was made of so many rows. Error rollup_broken.
  Result<void> verify(int64_t input_rows) const;

 private:
  Rollup(std::string name, std::shared_ptr<const SectionFile> file, RollupView view)
      : name_(std::move(name)), file_(std::move(file)), view_(view) {}

  std::string name_;
  std::shared_ptr<const SectionFile> file_;
  RollupView view_;
};

}  // namespace umikoe::stores
