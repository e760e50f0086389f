#include "formats/findings.h"

#include "base/limits.h"

namespace umikoe::formats {

void Findings::add(std::string code, Arguments arguments, Where where) {
  if (std::ssize(kept_) >= limits::findings_kept.value) {
    ++omitted_;
    return;
  }
  kept_.push_back(Finding{std::move(code), std::move(arguments), std::move(where)});
}

bool Findings::is_new(const std::string& code, const Arguments& arguments) {
  std::string key = code;
  for (const auto& [name, value] : arguments) key += "\n" + name + "\n" + value;
  // The set is bounded like the list: after that many different findings nothing new is kept.
  if (std::ssize(said_) <= limits::findings_kept.value) return said_.insert(std::move(key)).second;
  if (!said_.contains(key)) ++omitted_;
  return false;
}

void Findings::add_once(std::string code, Arguments arguments, Where where) {
  add_once(std::move(code), std::move(arguments), [&] { return std::move(where); });
}

std::vector<Finding> Findings::take() {
  if (omitted_ > 0) {
    kept_.push_back(Finding{"findings_omitted", {{"count", std::to_string(omitted_)}}, {}});
  }
  omitted_ = 0;
  said_.clear();
  return std::exchange(kept_, {});
}

}  // namespace umikoe::formats
