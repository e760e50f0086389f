#include "http/world_source.h"

#include <chrono>

namespace umikoe::http {
namespace {

// How long a new delivery may go unseen.
constexpr int64_t look_again_ms = 1000;

int64_t steady_ms() {
  const auto now = std::chrono::steady_clock::now().time_since_epoch();
  return std::chrono::duration_cast<std::chrono::milliseconds>(now).count();
}

}  // namespace

Result<std::shared_ptr<const app::LoadedWorld>> WorldSource::current() {
  const std::lock_guard lock(mutex_);
  const int64_t now = steady_ms();
  if (world_ && now - looked_at_ms_ < look_again_ms) return world_;
  UMIKOE_TRY(const auto store, open_());
  UMIKOE_TRY(const app::WorldInfo info, store->info());
  const Date today = today_();
  if (!world_ || info.generation != world_->info().generation || today != loaded_on_) {
    UMIKOE_TRY(auto loaded, app::LoadedWorld::load(*store, today));
    world_ = std::move(loaded);
    loaded_on_ = today;
  }
  looked_at_ms_ = now;
  return world_;
}

void WorldSource::look_again() {
  const std::lock_guard lock(mutex_);
  looked_at_ms_ = -look_again_ms;
}

}  // namespace umikoe::http
