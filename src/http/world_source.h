#pragma once

#include <cstdint>
#include <functional>
#include <memory>
#include <mutex>

#include "app/loaded_world.h"

namespace umikoe::http {

// The world as questions need it, read again when a delivery has raised its generation. Answers in
// progress keep the one they began with.
class WorldSource {
 public:
  using Open = std::function<Result<std::unique_ptr<app::WorldStore>>()>;
  using Today = std::function<Date()>;

  WorldSource(Open open, Today today) : open_(std::move(open)), today_(std::move(today)) {}

  Result<std::shared_ptr<const app::LoadedWorld>> current();
  // For what questions do not keep in memory; a store of one's own.
  Result<std::unique_ptr<app::WorldStore>> open() const { return open_(); }
  // After a change of our own, which the next question must see at once.
  void look_again();

 private:
  Open open_;
  Today today_;
  std::mutex mutex_;
  std::shared_ptr<const app::LoadedWorld> world_;
  int64_t looked_at_ms_ = 0;  // steady clock
  Date loaded_on_;
};

}  // namespace umikoe::http
