#include "main/threads_in_order.h"

#include <algorithm>
#include <condition_variable>
#include <exception>
#include <mutex>
#include <thread>
#include <vector>

namespace umikoe {
namespace {

class Run {
 public:
  Run(size_t count, size_t ahead, const std::function<void(size_t)>& prepare)
      : prepare_(prepare), ahead_(ahead), state_(count) {}

  // One worker, until nothing is left to prepare.
  void work();
  // Waits for the one that is to be applied next.
  void await(size_t index);
  void applied();
  void end();

 private:
  struct State {
    bool prepared = false;
    std::exception_ptr problem;
  };

  bool may_begin() const { return ended_ || next_ >= state_.size() || next_ < applied_ + ahead_; }

  const std::function<void(size_t)>& prepare_;
  const size_t ahead_;
  std::mutex turn_;
  std::condition_variable changed_;
  std::vector<State> state_;
  size_t next_ = 0;
  size_t applied_ = 0;
  bool ended_ = false;
};

void Run::work() {
  std::unique_lock lock(turn_);
  for (;;) {
    changed_.wait(lock, [this] { return may_begin(); });
    if (ended_ || next_ >= state_.size()) return;
    const size_t index = next_++;
    lock.unlock();
    std::exception_ptr problem;
    try {
      prepare_(index);
    } catch (...) {
      problem = std::current_exception();
    }
    lock.lock();
    state_[index] = {true, problem};
    changed_.notify_all();
  }
}

void Run::await(size_t index) {
  std::unique_lock lock(turn_);
  changed_.wait(lock, [&] { return state_[index].prepared; });
  if (state_[index].problem) std::rethrow_exception(state_[index].problem);
}

void Run::applied() {
  const std::scoped_lock lock(turn_);
  ++applied_;
  changed_.notify_all();
}

void Run::end() {
  const std::scoped_lock lock(turn_);
  ended_ = true;
  changed_.notify_all();
}

// Ends the run however it is left, so that no worker waits for ever.
struct Ending {
  Run& run;
  ~Ending() { run.end(); }
};

}  // namespace

app::InOrder threads_in_order(size_t threads, size_t ahead) {
  return [=](size_t count, const std::function<void(size_t)>& prepare,
             const std::function<bool(size_t)>& apply) {
    if (threads < 2 || count < 2) return app::one_by_one(count, prepare, apply);
    Run run(count, std::max<size_t>(ahead, 1), prepare);
    std::vector<std::jthread> workers;
    const Ending ending{run};
    for (size_t i = 0; i < std::min(threads, count); ++i) {
      workers.emplace_back([&run] { run.work(); });
    }
    for (size_t i = 0; i < count; ++i) {
      run.await(i);
      if (!apply(i)) return;
      run.applied();
    }
  };
}

}  // namespace umikoe
