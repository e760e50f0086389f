#pragma once

#include <concepts>
#include <cstdint>
#include <set>
#include <string>
#include <utility>
#include <vector>

#include "base/result.h"

namespace umikoe::formats {

// Collects the findings of one file. It keeps at most limits::findings_kept of them and says at the
// end how many more there were, so that one systematic fault cannot fill the memory or the screen.
class Findings {
 public:
  using Arguments = std::vector<std::pair<std::string, std::string>>;

  void add(std::string code, Arguments arguments, Where where);
  // Says the same thing (code and arguments) once per file, at the first place it was seen.
  void add_once(std::string code, Arguments arguments, Where where);
  // The same where a place costs more to tell than to know: `place` is asked only when needed.
  template <std::invocable Place>
  void add_once(std::string code, Arguments arguments, Place place) {
    if (is_new(code, arguments)) add(std::move(code), std::move(arguments), place());
  }
  std::vector<Finding> take();

 private:
  bool is_new(const std::string& code, const Arguments& arguments);

  std::vector<Finding> kept_;
  std::set<std::string> said_;
  int64_t omitted_ = 0;
};

}  // namespace umikoe::formats
