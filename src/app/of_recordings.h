#pragma once

#include <algorithm>
#include <optional>
#include <span>
#include <utility>
#include <vector>

#include "base/identifiers.h"

namespace umikoe::app {

// Which recordings a question is about: all, one, or some.
class OfRecordings {
 public:
  OfRecordings(std::nullopt_t) {}
  OfRecordings(const Isrc& one) : some_({one}) {}
  // Of all where there is none.
  OfRecordings(const std::optional<Isrc>& one) {
    if (one) some_.emplace({*one});
  }
  explicit OfRecordings(std::vector<Isrc> some) : some_(std::move(some)) {
    std::ranges::sort(*some_);
    const auto rest = std::ranges::unique(*some_);
    some_->erase(rest.begin(), rest.end());
  }

  bool all() const { return !some_; }
  // In order, each once; none where it is about all.
  std::span<const Isrc> some() const { return some_ ? std::span(*some_) : std::span<const Isrc>(); }
  bool hold(const Isrc& isrc) const { return !some_ || std::ranges::binary_search(*some_, isrc); }
  // What names no recording is part of all alone.
  bool hold(const std::optional<Isrc>& isrc) const { return isrc ? hold(*isrc) : all(); }

 private:
  std::optional<std::vector<Isrc>> some_;
};

}  // namespace umikoe::app
