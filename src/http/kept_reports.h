#pragma once

#include <deque>
#include <memory>
#include <mutex>
#include <string>
#include <utility>

namespace umikoe::http {

// The last few reports made. The matrix is fetched a hundred rows at a time, and each slice needs
// the whole report to know its order and counts.
template <class Report>
class KeptReports {
 public:
  static constexpr size_t reports_max = 6;

  std::shared_ptr<const Report> find(const std::string& key) const {
    const std::lock_guard lock(mutex_);
    for (const auto& [kept_key, report] : reports_) {
      if (kept_key == key) return report;
    }
    return nullptr;
  }

  std::shared_ptr<const Report> keep(const std::string& key, Report report) {
    auto kept = std::make_shared<const Report>(std::move(report));
    const std::lock_guard lock(mutex_);
    reports_.emplace_front(key, kept);
    if (reports_.size() > reports_max) reports_.pop_back();
    return kept;
  }

 private:
  mutable std::mutex mutex_;
  std::deque<std::pair<std::string, std::shared_ptr<const Report>>> reports_;
};

}  // namespace umikoe::http
