// What one answer costs, and how fast a message is read beside the bare parser underneath it.

#include <benchmark/benchmark.h>
#include <libxml/SAX2.h>
#include <libxml/parser.h>

#include <algorithm>
#include <cstring>

#include "formats/ddex/ern_reader.h"
#include "rights/random_world_test.h"
#include "scenario_message.h"

namespace {

namespace formats = umikoe::formats;
namespace rights = umikoe::rights;
namespace scenario = umikoe::scenario;
using umikoe::Result;

// One release of 2,000 tracks with deals in three territory scopes: about 2 MB.
std::string large_message() {
  std::string isrcs;
  for (int i = 0; i < 2'000; ++i) {
    std::string number = std::to_string(2'400'000 + i);
    isrcs += "JPZZ0" + number + " ";
  }
  return scenario::ern_message({{"isrc", isrcs}, {"deal", "JP KR|-JP|Worldwide"}});
}

formats::ByteSource source_of(const std::string& bytes) {
  return [&bytes, at = size_t{0}](std::span<char> buffer) mutable -> Result<size_t> {
    const size_t count = std::min(buffer.size(), bytes.size() - at);
    std::memcpy(buffer.data(), bytes.data() + at, count);
    at += count;
    return count;
  };
}

void read_ern(benchmark::State& state) {
  const std::string bytes = large_message();
  for (auto _ : state) {
    auto message = formats::ddex::read_ern(source_of(bytes));
    if (!message || message->counts.sound_recordings != 2'000) state.SkipWithError("misread");
    benchmark::DoNotOptimize(message);
  }
  state.SetBytesProcessed(static_cast<int64_t>(state.iterations() * bytes.size()));
}
BENCHMARK(read_ern)->Unit(benchmark::kMillisecond);

void bare_libxml2_sax(benchmark::State& state) {
  const std::string bytes = large_message();
  for (auto _ : state) {
    xmlSAXHandler handler{};
    handler.initialized = XML_SAX2_MAGIC;
    int elements = 0;
    handler.startElementNs = [](void* user, const xmlChar*, const xmlChar*, const xmlChar*, int,
                                const xmlChar**, int, int, const xmlChar**) {
      ++*static_cast<int*>(user);
    };
    if (xmlSAXUserParseMemory(&handler, &elements, bytes.data(), static_cast<int>(bytes.size()))) {
      state.SkipWithError("misread");
    }
    benchmark::DoNotOptimize(elements);
  }
  state.SetBytesProcessed(static_cast<int64_t>(state.iterations() * bytes.size()));
}
BENCHMARK(bare_libxml2_sax)->Unit(benchmark::kMillisecond);

void answer_one_cell(benchmark::State& state) {
  const auto world = rights::testing::draw_world(42);
  std::vector<const rights::Statement*> all;
  for (const auto& s : world.statements) all.push_back(&s);
  rights::RecordingFile file{world.isrc, world.length_ms, {}, world.licences, world.sightings};
  file.threads = rights::threads_of(all, world.parties);
  std::mt19937_64 random(1);
  const auto question = rights::testing::draw_question(world, random);
  for (auto _ : state) {
    benchmark::DoNotOptimize(rights::answer(file, question, world.parties));
  }
  state.SetItemsProcessed(state.iterations());
}
BENCHMARK(answer_one_cell);

}  // namespace

BENCHMARK_MAIN();
