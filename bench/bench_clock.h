#pragma once

#include <fmt/format.h>
#include <sys/resource.h>

#include <algorithm>
#include <ctime>
#include <numeric>
#include <string_view>
#include <vector>

// How the programs of this folder measure.
namespace umikoe::bench {

// Seconds of a clock: CLOCK_MONOTONIC, or CLOCK_THREAD_CPUTIME_ID for what this thread used.
inline double seconds_of(clockid_t clock) {
  timespec now{};
  clock_gettime(clock, &now);
  return static_cast<double>(now.tv_sec) + 1e-9 * static_cast<double>(now.tv_nsec);
}
inline double clock_now() { return seconds_of(CLOCK_MONOTONIC); }

// Best of several rounds, in milliseconds of this thread's processor.
template <class Work>
double milliseconds(int rounds, Work work) {
  double best = 1e300;
  for (int round = 0; round < rounds; ++round) {
    const double before = seconds_of(CLOCK_THREAD_CPUTIME_ID);
    work();
    best = std::min(best, 1e3 * (seconds_of(CLOCK_THREAD_CPUTIME_ID) - before));
  }
  return best;
}

// Best of several rounds, in milliseconds of the clock.
template <class Work>
double clock_milliseconds(int rounds, Work work) {
  double best = 1e300;
  for (int round = 0; round < rounds; ++round) {
    const double before = clock_now();
    work();
    best = std::min(best, 1e3 * (clock_now() - before));
  }
  return best;
}

// The most memory this process has held, in MiB.
inline long most_memory_mib() {
  rusage usage{};
  getrusage(RUSAGE_SELF, &usage);
  return usage.ru_maxrss / 1024;
}

// Reading memory once: what nothing that looks at so many bytes can beat.
inline double floor_milliseconds(size_t bytes) {
  const std::vector<uint64_t> memory(bytes / sizeof(uint64_t) + 1, 1);
  volatile uint64_t sum = 0;
  return milliseconds(5, [&] { sum = std::accumulate(memory.begin(), memory.end(), uint64_t{0}); });
}

inline void print_row(std::string_view what, double ours, std::string_view limit,
                      std::string_view beside) {
  fmt::print("{:66} {:10.3f} ms  limit {:8} {}\n", what, ours, limit, beside);
}

}  // namespace umikoe::bench
