#include "localisation/translation_memory.h"

#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>

#include <algorithm>
#include <chrono>
#include <set>

#include "base/unicode_text.h"
#include "base/utf8.h"

namespace umikoe::localisation {
namespace {

MemoryEntry entry(std::string source, std::string work = "") {
  return {.source = std::move(source),
          .target = "t",
          .source_language = "ja",
          .target_language = "en",
          .work = std::move(work),
          .origin = ""};
}

std::u32string points(const std::string& text) {
  const auto all = code_points(folded_text(text));
  return {all.begin(), all.end()};
}

// The textbook table, whole.
int brute_percent(const std::u32string& a, const std::u32string& b) {
  std::vector<std::vector<size_t>> cell(a.size() + 1, std::vector<size_t>(b.size() + 1));
  for (size_t i = 0; i <= a.size(); ++i) {
    for (size_t j = 0; j <= b.size(); ++j) {
      if (i == 0 || j == 0) {
        cell[i][j] = i + j;
        continue;
      }
      cell[i][j] = std::min({cell[i - 1][j - 1] + (a[i - 1] != b[j - 1]), cell[i - 1][j] + 1,
                             cell[i][j - 1] + 1});
    }
  }
  const size_t length = std::max(a.size(), b.size());
  if (length == 0) return 100;
  return static_cast<int>((length - cell[a.size()][b.size()]) * 100 / length);
}

TEST(TranslationMemory, ExactFirstThenSimilarThenTheSameWork) {
  TranslationMemory memory;
  memory.add(entry("夜に駆ける君の声", "W1"));
  memory.add(entry("夜に駆ける君の歌", "W2"));
  memory.add(entry("夜に駆ける君の声", "W2"));
  memory.add(entry("まったく別の文です"));
  const auto found = memory.find("夜に駆ける君の声", "ja", "en", "W2", 10);
  ASSERT_EQ(found.size(), 3u);
  EXPECT_EQ(found[0].entry->work, "W2");
  EXPECT_EQ(found[0].percent, 100);
  EXPECT_EQ(found[1].entry->work, "W1");
  EXPECT_EQ(found[2].percent, 87);
  EXPECT_TRUE(memory.find("夜に駆ける君の声", "ja", "ko", "W2", 10).empty());
  EXPECT_EQ(memory.find("ＡＢＣ", "ja", "en", "", 10).size(), 0u);
  memory.add(entry("abc"));
  EXPECT_EQ(memory.find("ＡＢＣ", "ja", "en", "", 10).at(0).percent, 100);
}

RC_GTEST_PROP(TranslationMemory, FindsWhatAFullSearchFinds, ()) {
  const auto text = rc::gen::container<std::string>(rc::gen::element('a', 'b', 'c', 'd'));
  const auto texts = *rc::gen::container<std::vector<std::string>>(text);
  const auto asked = *text;
  TranslationMemory memory;
  for (const auto& one : texts) memory.add(entry(one));
  std::multiset<std::pair<int, std::string>> expected;
  for (const auto& one : texts) {
    const int percent = brute_percent(points(asked), points(one));
    if (percent >= TranslationMemory::percent_min) expected.insert({percent, one});
  }
  std::multiset<std::pair<int, std::string>> found;
  for (const auto& match : memory.find(asked, "ja", "en", "", 1000)) {
    found.insert({match.percent, match.entry->source});
  }
  RC_ASSERT(found == expected);
}

// 100,000 entries must answer while a person types; the bound is wide for a busy machine.
TEST(TranslationMemory, AnswersQuicklyOutOfAHundredThousand) {
  TranslationMemory memory;
  uint32_t seed = 1;
  const auto next = [&] { return seed = seed * 1664525 + 1013904223; };
  for (int i = 0; i < 100'000; ++i) {
    std::string text;
    for (int c = 0; c < 18; ++c) append_utf8(text, 0x3042 + (next() >> 8) % 80);
    memory.add(entry(text));
  }
  const std::string asked = memory.entry(500).source;
  const auto begin = std::chrono::steady_clock::now();
  for (int i = 0; i < 20; ++i) {
    ASSERT_EQ(memory.find(asked, "ja", "en", "", 5).at(0).percent, 100);
  }
  const auto took = std::chrono::steady_clock::now() - begin;
  EXPECT_LT(std::chrono::duration_cast<std::chrono::milliseconds>(took).count(), 20 * 50);
}

}  // namespace
}  // namespace umikoe::localisation
