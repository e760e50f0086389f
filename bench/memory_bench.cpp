// What a question to a translation memory of 100,000 texts costs, in time of the processor:
//   memory_bench
// Texts are lines of 8 to 24 kana drawn by a fixed seed; half of the questions are texts of the
// memory with two characters changed, half are new.

#include <fmt/format.h>

#include <algorithm>
#include <ctime>
#include <string>
#include <vector>

#include "base/utf8.h"
#include "localisation/translation_memory.h"

namespace {

constexpr size_t texts = 100'000;
constexpr size_t questions = 400;

class Draw {
 public:
  uint32_t below(uint32_t count) {
    seed_ = seed_ * 1664525 + 1013904223;
    return (seed_ >> 8) % count;
  }
  std::string line() {
    std::string out;
    for (uint32_t left = 8 + below(17); left > 0; --left) {
      umikoe::append_utf8(out, 0x3042 + below(80));
    }
    return out;
  }

 private:
  uint32_t seed_ = 1;
};

double processor_ms() {
  return 1000.0 * static_cast<double>(std::clock()) / static_cast<double>(CLOCKS_PER_SEC);
}

}  // namespace

int main() {
  Draw draw;
  umikoe::localisation::TranslationMemory memory;
  const double begin = processor_ms();
  for (size_t i = 0; i < texts; ++i) {
    memory.add({draw.line(), "target", "ja", "en", "", ""});
  }
  fmt::print("{} texts added in {:.0f} ms\n", texts, processor_ms() - begin);
  std::vector<double> times;
  size_t found = 0;
  for (size_t i = 0; i < questions; ++i) {
    std::string asked = draw.line();
    if (i % 2 == 0) {
      asked = memory.entry(draw.below(texts)).source;
      asked.replace(0, 6, "星夜");
    }
    const double from = processor_ms();
    found += memory.find(asked, "ja", "en", "", 5).size();
    times.push_back(processor_ms() - from);
  }
  std::ranges::sort(times);
  fmt::print("{} questions: median {:.2f} ms, 99 % within {:.2f} ms, slowest {:.2f} ms; {} found\n",
             questions, times[questions / 2], times[questions * 99 / 100], times.back(), found);
}
